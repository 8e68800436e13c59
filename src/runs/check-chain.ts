import { entryHash, entryText } from '../model/run/entry-hash.ts';
import { GENESIS_HASH, type JournalEntry } from '../model/run/journal-entry.ts';

/** What has to come next in a journal. */
export interface ChainEnd {
  /** null before the first entry. */
  readonly run: string | null;
  readonly seq: number;
  readonly hash: string;
}

export const CHAIN_START: ChainEnd = { run: null, seq: 0, hash: GENESIS_HASH };

/** Why an entry cannot follow on what was before, in a sentence; undefined when it can, and its own hash is right. */
export function chainProblem(before: ChainEnd, entry: JournalEntry): string | undefined {
  const { run, seq, prevHash, hash } = entry;
  if (seq !== before.seq + 1) return `Entry ${before.seq + 1} should be here, and entry ${seq} is.`;
  if (before.run !== null && run !== before.run) return `Entry ${seq} is of run ${run}, and not of ${before.run}.`;
  if (prevHash !== before.hash) return `Entry ${seq} does not name the hash of the entry before it.`;
  const computed = hashOf(entry);
  return computed === hash
    ? undefined
    : `Entry ${seq} was changed: it hashes to ${computed ?? 'nothing'}, not to ${hash}.`;
}

/** undefined for what no journal can hold, such as a text with half a character. */
function hashOf(entry: JournalEntry): string | undefined {
  try {
    return entryHash(entry.prevHash, entryText(entry));
  } catch {
    return undefined;
  }
}

export function endOf({ run, seq, hash }: JournalEntry): ChainEnd {
  return { run, seq, hash };
}
