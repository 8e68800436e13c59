import type { OpenRuns } from './opened-runs.ts';
import { runJournalContract } from './run-journal.ts';
import { runLeasesContract } from './run-leases.ts';
import { runListsContract } from './run-lists.ts';
import { runProcessesContract } from './run-processes.ts';
import { runRandomContract } from './run-random.ts';
import { runTimersContract } from './run-timers.ts';

/** What every keeper of runs does, whatever database is under it. */
export function runStoreContract(name: string, open: OpenRuns): void {
  runJournalContract(name, open);
  runLeasesContract(name, open);
  runTimersContract(name, open);
  runListsContract(name, open);
  runRandomContract(name, open);
  runProcessesContract(name, open);
}
