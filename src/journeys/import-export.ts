import { resolve } from 'node:path';
import { openExportTree } from '../archive/export-tree.ts';
import { type InspectedExport, inspectExport } from '../archive/inspect-export.ts';
import { isoTime } from '../base/clock.ts';
import { collectGarbageAbove } from '../base/collect-garbage.ts';
import { shortId } from '../base/ids.ts';
import { KnownError } from '../base/known-error.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { Askable, ExportChange, ExportReport, ExportTree } from '../model/official-export.ts';
import type { Post } from '../model/post.ts';
import { ExportBook } from '../posts/export-book.ts';
import { readAgainstClaim } from '../posts/statement/read-whole.ts';
import { type Ledger, openLedger } from '../storage/ledger.ts';
import { requireChannel, requireWorkspace, type Workspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { type ChosenExport, detectExport, requireSameAccount } from './detect-export.ts';
import { keepOriginals } from './keep-originals.ts';
import { exportPlace } from './plan-place.ts';

export interface ImportInput {
  /** Id of the channel. */
  readonly channel: string;
  /** Files and folders, as a person names them. */
  readonly paths: readonly string[];
  readonly include: readonly Askable[];
  /** Take it although another account is named in it: it was renamed. */
  readonly anyAccount: boolean;
}

export interface ImportResult {
  readonly report: ExportReport;
  readonly change: ExportChange;
  /** True when exactly this export had been imported before. */
  readonly isKnown: boolean;
  /** How many records the export itself counts that were not found in it, in any form. */
  readonly lacking: number;
}

/**
 * Takes an official export over: finds out what it is, reads every byte of it once, keeps the original in the vault, and enters
 * its public posts in the ledger beside those of the crawls. All of it or nothing; safe to call again.
 * @throws KnownError `export.…`, `vault.…`, `channel.unknown`, and those of opening workspace and ledger
 */
export async function importExport(
  input: ImportInput,
  at: WorkspacePlace,
  context: JourneyContext,
): Promise<ImportResult> {
  const workspace = await requireWorkspace(at);
  const channel = requireChannel(workspace, input.channel);
  const given = await openExportTree(input.paths.map((path) => resolve(at.cwd, path)));
  try {
    const chosen = await detectExport(given, exportPlace(channel));
    if (!input.anyAccount) requireSameAccount(chosen.detected, chosen.place);
    const inspected = await inspect(given, context);
    const ledger = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
    try {
      return await enter({ input, workspace, context, chosen, inspected, ledger });
    } finally {
      await ledger.close();
    }
  } finally {
    await given.close();
  }
}

function inspect(tree: ExportTree, { signal, onProgress }: JourneyContext): Promise<InspectedExport> {
  const bytesTotal = tree.files.reduce((sum, { bytes }) => sum + bytes, 0);
  return inspectExport(tree, {
    signal,
    onBytes: (bytes, current) => onProgress({ phase: 'check', bytes, bytesTotal, current }),
  });
}

/** Goal for any export: less than 400 MB. What is alive of an import is about half of this. */
const MEMORY_BYTES = 240 << 20;
const BETWEEN_COLLECTIONS = 10_000;

interface Entering {
  readonly input: ImportInput;
  readonly workspace: Workspace;
  readonly context: JourneyContext;
  readonly chosen: ChosenExport;
  readonly inspected: InspectedExport;
  readonly ledger: Ledger;
}

async function enter(entering: Entering): Promise<ImportResult> {
  const { input, workspace, context, chosen, inspected, ledger } = entering;
  const kept = await keepOriginals(inspected.tree, { channel: input.channel, workspace, ledger, context });
  try {
    const { detected } = chosen;
    const importedAt = kept.known?.importedAt ?? isoTime(context.clock.now());
    const id = kept.known?.id ?? shortId();
    const book = new ExportBook(
      {
        id,
        channel: input.channel,
        platform: detected.platform,
        dialect: detected.dialect,
        owner: detected.owner,
        madeAt: detected.madeAt,
        importedAt,
        missingParts: [...detected.missingParts, ...kept.missingParts],
        included: input.include,
        refused: inspected.tree.refused,
        parts: kept.parts,
      },
      { digests: inspected.media, damaged: inspected.damaged },
    );
    const head = { id, channel: input.channel, at: detected.madeAt ?? importedAt };
    const change = await ledger.exports.addExport(head, posts(book, entering), () => book.report());
    const report = book.report();
    return { report, change, isKnown: kept.known !== undefined, lacking: readAgainstClaim(report).lacking };
  } catch (error) {
    await kept.discard();
    throw error;
  }
}

/** @throws KnownError `export.no-posts` at the end, when there was none */
async function* posts(book: ExportBook, { input, context, chosen, inspected }: Entering): AsyncGenerator<Post> {
  const { signal, onProgress } = context;
  const { importer, detected, place } = chosen;
  const options = { include: new Set(input.include), signal };
  let read = 0;
  for await (const post of book.enter(importer.read(detected, inspected.tree, place, options))) {
    read += 1;
    if (read % 100 === 0) {
      signal.throwIfAborted();
      onProgress({ phase: 'read', postsDone: read, current: post.exported?.file ?? '' });
    }
    if (read % BETWEEN_COLLECTIONS === 0) collectGarbageAbove(MEMORY_BYTES);
    yield post;
  }
  signal.throwIfAborted();
  onProgress({ phase: 'match', postsDone: read });
  if (read === 0) throw noPosts(book.report());
}

function noPosts({ platform, unreadableCount, leftOut, missingParts }: ExportReport): KnownError {
  const others = Object.entries(leftOut).map(([what, count]) => `${count} ${what.replaceAll('-', ' ')}`);
  const held = others.length === 0 ? '' : ` It holds ${others.join(', ')}.`;
  const broken = unreadableCount === 0 ? '' : ` ${unreadableCount} records could not be read.`;
  return new KnownError('export.no-posts', `There is no public post in this export of ${platform}.${held}${broken}`, {
    hint:
      missingParts.length > 0
        ? `Parts are missing: give ${missingParts.slice(0, 3).join(', ')} as well.`
        : 'Ask the platform for an export with all posts in it, in JSON where it lets you choose.',
  });
}
