import type { Sha256 } from '../base/digest.ts';
import { entryHash, entryText } from '../model/run/entry-hash.ts';
import { GENESIS_HASH, type JournalEntry, type NewEntry } from '../model/run/journal-entry.ts';

/** The last entry that there is. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: Sha256;
}

export interface LinkedEntry {
  readonly entry: JournalEntry;
  readonly text: string;
}

/** Before the first entry. */
export const noHead: ChainHead = { seq: 0, hash: GENESIS_HASH };

/** An entry as it is read back from what is written of it. */
export function entryOf(text: string, prevHash: Sha256, hash: Sha256): JournalEntry {
  const said = JSON.parse(text) as Omit<JournalEntry, 'prevHash' | 'hash'>;
  return Object.assign(said, { prevHash, hash }) as JournalEntry;
}

/** Gives new entries their numbers and their places in the chain. They come back as they will be read, not as they were given. */
export function linkEntries(
  run: string,
  head: ChainHead,
  epoch: number,
  entries: readonly NewEntry[],
): readonly LinkedEntry[] {
  let { seq, hash } = head;
  return entries.map((entry) => {
    const prevHash = hash;
    seq += 1;
    const text = entryText({ ...entry, run, seq, epoch });
    hash = entryHash(prevHash, text);
    return { text, entry: entryOf(text, prevHash, hash) };
  });
}

/** What of an entry stands in the way of following `head`, in a sentence; undefined when it does follow. */
export function brokenLink(
  head: ChainHead,
  {
    seq,
    prevHash,
    hash,
    text,
  }: { readonly seq: number; readonly prevHash: string; readonly hash: string; readonly text: string },
): string | undefined {
  if (seq !== head.seq + 1) return `It is missing; the next one is entry ${seq}.`;
  if (prevHash !== head.hash) return 'It does not follow the entry before it.';
  if (entryHash(head.hash, text) !== hash) return 'Its text is not what its hash says.';
  return undefined;
}

/** Whether an entry that is read by itself is as it was written. */
export function followsItself([, prevHash, hash, text]: readonly [number, string, string, string]): boolean {
  return entryHash(prevHash as Sha256, text) === hash;
}

/** What is wrong when the last entry is not the one that the summary names. */
export function offHead(
  last: { readonly seq: number; readonly hash: string },
  head: { readonly seq: number; readonly hash: string },
): { readonly seq: number; readonly message: string } {
  if (last.seq < head.seq) {
    return { seq: last.seq + 1, message: `It is missing, with all that followed up to entry ${head.seq}.` };
  }
  if (last.seq > head.seq) return { seq: head.seq + 1, message: 'The summary of the run does not know it.' };
  return { seq: last.seq, message: 'It is not the entry that the summary of the run names as its last.' };
}
