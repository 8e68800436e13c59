import { KnownError } from '../base/known-error.ts';
import type { RunStore } from '../model/run/run-store.ts';

const PAUSE_MS = 60;
const LONGEST_MS = 300_000;

/**
 * A store that asks again, without holding up the process, while something else writes the ledger. A step may take a snapshot
 * in this very process, and enter its posts in a transaction of minutes: whoever waited for that without letting go would wait
 * for themselves.
 */
export function patientStore(store: RunStore): RunStore {
  const patient =
    <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> =>
      retried(() => work(...args));
  return {
    ...store,
    create: patient(store.create),
    append: patient(store.append),
    load: patient(store.load),
    list: patient(store.list),
    ofGroups: patient(store.ofGroups),
    findId: patient(store.findId),
    takeLease: patient(store.takeLease),
    leaseOf: patient(store.leaseOf),
    renewLease: patient(store.renewLease),
    releaseLease: patient(store.releaseLease),
    dueTimers: patient(store.dueTimers),
    nextTimer: patient(store.nextTimer),
    verify: patient(store.verify),
  };
}

async function retried<Result>(work: () => Promise<Result>): Promise<Result> {
  const begun = performance.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isLocked = error instanceof KnownError && error.code === 'ledger.locked';
      if (!isLocked || performance.now() - begun > LONGEST_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
