import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { KnownError, systemErrorCode } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { JournalEntry } from '../../model/run/journal-entry.ts';
import { readJournalFile } from '../../runs/journal-file.ts';
import { openLedger } from '../../storage/ledger.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';

export interface RestoredRun {
  readonly run: string;
  readonly entries: number;
  /** To be compared with one that was written down elsewhere: that nothing is missing at the end, the file alone cannot tell. */
  readonly head: { readonly seq: number; readonly hash: string };
}

/**
 * Takes a run back into the ledger from its journal, as `run journal --out` or a ZIP of the run has it. Every entry is checked;
 * all of them or none.
 * @throws KnownError `run.exists`, `run.journal-damaged`, `journal.not-found`, `journal.not-json`, `journal.not-entry`,
 * `journal.not-canonical`, `journal.broken`, and those of opening workspace and ledger
 */
export async function restoreRun(
  { file }: { readonly file: string },
  place: WorkspacePlace,
  { signal }: Pick<JourneyContext, 'signal'>,
): Promise<RestoredRun> {
  const { paths, dir } = await requireWorkspace(place);
  const path = resolve(place.cwd, file);
  const ledger = await openLedger({ file: paths.ledger, root: dir });
  try {
    const { id, head } = await ledger.runs.restoreRun(entriesOf(path, signal));
    return { run: id, entries: head.seq, head };
  } finally {
    await ledger.close();
  }
}

async function* entriesOf(path: string, signal: AbortSignal): AsyncGenerator<JournalEntry> {
  try {
    for await (const entry of readJournalFile(createReadStream(path))) {
      signal.throwIfAborted();
      yield entry;
    }
  } catch (error) {
    throw error instanceof KnownError ? error : unreadable(path, error);
  }
}

function unreadable(path: string, cause: unknown): unknown {
  const code = systemErrorCode(cause);
  if (code === undefined) return cause;
  return new KnownError('journal.not-found', `${path} cannot be read (${code}).`, {
    hint: 'Check its name and its rights.',
    cause,
    exitCode: 2,
  });
}
