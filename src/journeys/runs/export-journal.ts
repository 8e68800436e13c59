import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { journalLine } from '../../runs/journal-file.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { readRunJournal } from './read-journal.ts';

/** How far a journal could be given. */
export interface ExportedJournal {
  entries: number;
  /** Where it is not as it was written, and what is left out from there on; null when it is whole. */
  problem: string | null;
}

/**
 * The entries of a run as lines that `run restore` and others can read, in the form whose hashes can be recomputed. Of a journal that
 * is damaged: what is before the damage, which is told in `exported`.
 */
export async function* exportJournal(
  request: { readonly run: string; readonly from: number },
  place: WorkspacePlace,
  context: JourneyContext,
  exported: ExportedJournal,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const entry of readRunJournal(request, place, context)) {
      yield Buffer.from(journalLine(entry));
      exported.entries += 1;
    }
  } catch (error) {
    if (!(error instanceof KnownError) || error.code !== 'run.journal-damaged') throw error;
    exported.problem = error.message;
  }
}
