import { canonicalJson } from '../../base/canonical-json.ts';
import { type Sha256, sha256 } from '../../base/digest.ts';
import type { JournalEntry } from './journal-entry.ts';

/** What of an entry is hashed, as text: RFC 8785 JSON of all of it but the two hashes. */
export function entryText(entry: Omit<JournalEntry, 'prevHash' | 'hash'>): string {
  const { run, seq, step, attempt, epoch, type, at, by, body } = entry;
  return canonicalJson({ run, seq, step, attempt, epoch, type, at, by, body });
}

/** SHA-256 of the hash of the entry before, a line feed, and `entryText`: each entry vouches for all before it. */
export function entryHash(prevHash: Sha256, text: string): Sha256 {
  return sha256(`${prevHash}\n${text}`);
}
