import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { extname, relative, sep } from 'node:path';
import { missingArchiveParts } from '../archive/export-part-names.ts';
import { packFolder } from '../archive/pack-folder.ts';
import { type Sha256, sha256Of } from '../base/digest.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { ExportPart, ExportReport, ExportTree, KeptPart } from '../model/official-export.ts';
import type { Ledger } from '../storage/ledger.ts';
import { folderVault } from '../vault/folder-vault.ts';
import type { Workspace } from '../workspace/open-workspace.ts';

export interface KeptOriginals {
  readonly parts: readonly KeptPart[];
  /** Parts of a download in several files that must lie between those given. */
  readonly missingParts: readonly string[];
  /** The earlier import of exactly these originals; they are kept once. */
  readonly known: ExportReport | undefined;
  /** Takes away what was kept here, when nothing came of the import. */
  discard(): Promise<void>;
}

interface Keeping {
  readonly channel: string;
  readonly workspace: Workspace;
  readonly ledger: Ledger;
  readonly context: JourneyContext;
}

/**
 * Keeps the originals of an export in the vault, byte for byte, a folder as one ZIP of it.
 * @throws KnownError `vault.…`
 */
export async function keepOriginals(tree: ExportTree, keeping: Keeping): Promise<KeptOriginals> {
  const { channel, workspace, context } = keeping;
  const missingParts = missingArchiveParts(tree.parts.map(({ name }) => name));
  const known = await findKnown(tree, keeping);
  if (known !== undefined) return { parts: known.parts, missingParts, known, discard: async () => undefined };
  const bytesTotal = totalBytes(tree);
  const kept = await folderVault(workspace.paths.vault).keep(
    channel,
    context.clock.now(),
    tree.parts.map((part) => ({
      name: part.name,
      extension: part.form === 'file' ? extname(part.name).slice(1) : 'zip',
      bytes: bytesOf(part, tree, context.signal),
    })),
    { signal: context.signal, onBytes: (bytes) => context.onProgress({ phase: 'keep', bytes, bytesTotal }) },
  );
  const parts = kept.map(({ file, bytes, sha256 }, index) => ({
    name: tree.parts[index]?.name ?? '',
    file: relative(workspace.dir, file).split(sep).join('/'),
    bytes,
    sha256,
  }));
  const discard = async () => {
    for (const { file } of kept) await rm(file, { force: true });
  };
  return { parts, missingParts, known: undefined, discard };
}

/** Everything is read once more to tell; there is no need for it while the channel has no export at all. */
async function findKnown(tree: ExportTree, { channel, ledger, context }: Keeping): Promise<ExportReport | undefined> {
  if ((await ledger.exports.list(channel)).length === 0) return undefined;
  const bytesTotal = totalBytes(tree);
  const digests: Sha256[] = [];
  let bytes = 0;
  const onBytes = (more: number) => {
    bytes += more;
    context.onProgress({ phase: 'compare', bytes, bytesTotal });
  };
  for (const part of tree.parts) digests.push(await sha256Of(bytesOf(part, tree, context.signal), onBytes));
  return ledger.exports.findByParts(channel, digests);
}

function bytesOf(part: ExportPart, tree: ExportTree, signal: AbortSignal): AsyncIterable<Uint8Array> {
  if (part.form !== 'folder') return createReadStream(part.path, { highWaterMark: 1 << 20, signal });
  return packFolder(
    tree.files.filter((file) => file.part === part.name),
    signal,
  );
}

function totalBytes({ parts }: ExportTree): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}
