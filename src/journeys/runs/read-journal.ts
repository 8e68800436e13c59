import type { JourneyContext } from '../../model/journey-context.ts';
import type { JournalEntry } from '../../model/run/journal-entry.ts';
import type { JournalCheck } from '../../model/run/run-store.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { openRuns, withRuns } from './open-runs.ts';

/**
 * The entries of a run, in the order in which they were written, from one on.
 * @throws KnownError `run.unknown`, `run.ambiguous`, `run.journal-damaged` in the place of an entry that is not as it was written
 */
export async function* readRunJournal(
  { run, from = 1 }: { readonly run: string; readonly from?: number },
  place: WorkspacePlace,
  context: JourneyContext,
): AsyncGenerator<JournalEntry> {
  const { deps, close } = await openRuns(place, context);
  try {
    for await (const entry of deps.store.entries(await deps.store.findId(run), from)) {
      context.signal.throwIfAborted();
      yield entry;
    }
  } finally {
    await close();
  }
}

/** Reads the whole chain of a run and says whether it is as it was written. @throws KnownError `run.unknown` */
export async function verifyRunJournal(
  { run }: { readonly run: string },
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<JournalCheck> {
  return withRuns(place, context, async ({ deps }) => deps.store.verify(await deps.store.findId(run)));
}
