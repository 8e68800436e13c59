import { KnownError } from '../base/known-error.ts';

const PAUSE_MS = 60;
const LONGEST_MS = 300_000;

/**
 * Asks a ledger again, without holding up the process, while something else writes it: that may be this very process, which
 * would wait for itself. The ledger has to be opened with a short `busyTimeoutMs`.
 * @throws KnownError `ledger.locked` after five minutes
 */
export async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
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
