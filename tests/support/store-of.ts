import { KnownError } from '../../src/base/known-error.ts';
import { foldRun } from '../../src/model/run/fold-run.ts';
import type { JournalEntry } from '../../src/model/run/journal-entry.ts';
import type { RunStore } from '../../src/model/run/run-store.ts';

export async function* streamed<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}

export async function collected<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

/**
 * As much of a store as certificates ask for, over entries that are there already.
 * @param head what the ledger remembers as the newest entry
 */
export function storeOf(
  entries: readonly JournalEntry[],
  head: Pick<JournalEntry, 'seq' | 'hash'> | undefined = entries.at(-1),
): Pick<RunStore, 'findId' | 'load' | 'entries' | 'verify'> {
  const [first] = entries;
  const id = first?.run ?? '';
  return {
    findId: async (start) => {
      if (id.startsWith(start)) return id;
      throw new KnownError('run.unknown', `No run is called "${start}".`);
    },
    load: async () => {
      const state = foldRun(entries);
      return { ...state, head: { seq: head?.seq ?? 0, hash: head?.hash ?? state.head.hash } };
    },
    entries: (_, fromSeq = 1) => streamed(entries.filter(({ seq }) => seq >= fromSeq)),
    verify: async () => ({ ok: true, entries: entries.length, head: foldRun(entries).head, problem: null }),
  };
}
