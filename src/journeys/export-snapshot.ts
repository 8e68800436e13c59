import { createReadStream } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PartFile, refuseExisting } from '../archive/part-file.ts';
import { verifyWacz } from '../archive/verify-wacz.ts';
import type { Sha256 } from '../base/digest.ts';
import { KnownError } from '../base/known-error.ts';
import { pathExists } from '../base/path-exists.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { openLedger } from '../storage/ledger.ts';
import { requireChannel, requireWorkspace, type Workspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { cannotWrite } from './cannot-write.ts';
import { findKept } from './find-snapshot.ts';
import { localWacz } from './vault/local-wacz.ts';

export type WantedSnapshot =
  | { readonly id: string }
  /** The newest of the channel that was begun at or before an instant, UTC ISO 8601. */
  | { readonly channel: string; readonly at: string };

export interface ExportInput {
  readonly wanted: WantedSnapshot;
  /** Path of the WACZ; `<channel>-<UTC day>.wacz` in the current folder unless said. */
  readonly out: string | undefined;
  /** Replace what is there. */
  readonly force: boolean;
}

export interface ExportedSnapshot {
  readonly snapshot: Snapshot;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: Sha256;
}

/**
 * Writes one snapshot as the whole WACZ that it was when it was sealed, in whichever form the vault has it, and reads back what
 * was written. Safe to call again.
 * @throws KnownError `snapshot.not-found`, `snapshot.pruned`, `snapshot.exists`, `snapshot.no-folder`, `snapshot.cannot-write`,
 * `snapshot.not-verified`, `channel.unknown`, `vault.…`, and those of workspace and ledger
 */
export async function exportSnapshot(
  { wanted, out, force }: ExportInput,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<ExportedSnapshot> {
  const workspace = await requireWorkspace(place);
  const snapshot = await findWanted(wanted, workspace);
  const file = resolve(place.cwd, out ?? `${snapshot.channel ?? 'snapshot'}-${snapshot.startedAt.slice(0, 10)}.wacz`);
  if (!(await pathExists(dirname(file)))) {
    const hint = 'Make it first, or choose another place with --out FILE.';
    throw new KnownError('snapshot.no-folder', `The folder ${dirname(file)} does not exist.`, { hint });
  }
  if (!force) await refuseExisting(file);
  const source = await localWacz(workspace, snapshot, context);
  const written = await copyWhole(source, file, force, snapshot, context).catch((error: unknown) => {
    throw cannotWrite('snapshot.cannot-write', file, error);
  });
  const { ok, problems } = await verifyWacz(file, context);
  if (ok) return { snapshot, file, ...written };
  throw new KnownError('snapshot.not-verified', `${file} was written but does not verify: ${problems[0]?.message}`, {
    hint: `See all ${problems.length} problems with: lastpost snapshot verify ${file}`,
  });
}

async function findWanted(wanted: WantedSnapshot, workspace: Workspace): Promise<Snapshot> {
  const ledger = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
  try {
    if ('id' in wanted) return await findKept(ledger, wanted.id);
    const { id } = requireChannel(workspace, wanted.channel);
    const found = (await ledger.snapshots.list({ channel: id })).find(({ startedAt }) => startedAt <= wanted.at);
    if (found !== undefined) return found;
    throw new KnownError('snapshot.not-found', `There is no snapshot of "${id}" from ${wanted.at} or before.`, {
      hint: `See what there is with: lastpost snapshot list --channel ${id}`,
      exitCode: 2,
    });
  } finally {
    await ledger.close();
  }
}

async function copyWhole(
  source: string,
  target: string,
  force: boolean,
  { bytes: bytesTotal, sha256 }: Snapshot,
  { signal, onProgress }: JourneyContext,
): Promise<{ readonly bytes: number; readonly sha256: Sha256 }> {
  const part = await PartFile.beside(target);
  try {
    for await (const chunk of createReadStream(source, { highWaterMark: 1 << 20, signal })) {
      await part.append(chunk as Buffer);
      onProgress({ phase: 'export', bytes: part.bytes, bytesTotal, current: target });
    }
    return await part.putInPlace(force, async (digest) => {
      if (digest === sha256) return;
      throw new KnownError('vault.damaged', `${source} is not what it was when it was taken: ${digest}.`, {
        hint: 'Put it back from a copy of the vault; "lastpost vault verify" tells what else is damaged.',
      });
    });
  } finally {
    await part.discard();
  }
}
