import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { KeptEntry } from '../../model/vault-store.ts';
import type { VaultOffice } from './office.ts';
import { openAuthority } from './open-authority.ts';
import type { OpenVault } from './open-vault.ts';
import { stampEntry } from './stamp-entry.ts';

/** A snapshot is not to wait long for somebody else's server. */
const patience = { attempts: 2, timeoutMs: 10_000, pauseMs: 1000 };
/** Some authorities count what they give, and take money for it: what is older is fetched by a command of its own. */
const MOST_AT_ONCE = 20;

/**
 * Fetches timestamps of the entries that came last, where lastpost.yaml names an authority. What fails is told and fails nothing
 * else: the entry is there without one, and `vault timestamp` fetches it later. Safe to call again.
 */
export async function stampNew(
  office: VaultOffice,
  vault: OpenVault,
  channel: string,
  context: Pick<JourneyContext, 'signal' | 'note'>,
): Promise<void> {
  if (office.workspace.config.archive.vault?.timestamp === undefined) return;
  const waiting = newOnes(await office.ledger.vault.entries(channel));
  try {
    const authority = await openAuthority(office.workspace);
    for (const one of [...waiting]) {
      await stampEntry(office, vault, authority, one, { patience, signal: context.signal });
      waiting.shift();
    }
  } catch (error) {
    if (!(error instanceof KnownError) && !context.signal.aborted) throw error;
    context.note?.(leftOut(channel, waiting, error));
  }
}

/** Those after the last one that has a timestamp. Where none has, there was no authority before: the last one alone. */
function newOnes(entries: readonly KeptEntry[]): KeptEntry[] {
  const put = entries.filter(({ isPut }) => isPut);
  const last = put.findLastIndex(({ isTimestamped }) => isTimestamped);
  return last === -1 ? put.slice(-1) : put.slice(last + 1).slice(-MOST_AT_ONCE);
}

function leftOut(channel: string, waiting: readonly KeptEntry[], error: unknown): string {
  const numbers = waiting.map(({ entry }) => entry.seq).join(', ');
  const which = waiting.length === 1 ? `Entry ${numbers}` : `Entries ${numbers}`;
  const why = error instanceof KnownError ? error.message : 'It was stopped.';
  return `${which} of the chain of ${channel} without a timestamp yet. ${why} Later: lastpost vault timestamp ${channel}`;
}
