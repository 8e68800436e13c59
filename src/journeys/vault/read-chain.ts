import { verifySignature } from '../../archive/signing-key.ts';
import { gatherText } from '../../base/gather-text.ts';
import { entryKey, readEntry, seqOfKey, signedTextOf, tokenKey, type WrittenEntry } from '../../model/vault-chain.ts';
import type { VaultItem } from '../../model/vault-files.ts';
import type { ChainHead, VaultProblem } from '../../model/vault-report.ts';
import type { KeptEntry } from '../../model/vault-store.ts';
import type { OpenVault } from './open-vault.ts';

export interface ReadChain {
  readonly entries: readonly WrittenEntry[];
  readonly problems: readonly VaultProblem[];
  readonly head: ChainHead | undefined;
}

/**
 * Reads the chain of one channel as the vault has it, and holds each entry against the one before it, its signature and,
 * where there is a ledger, what that remembers.
 * @param items what the vault has below the channel
 */
export async function readChain(
  { files }: OpenVault,
  channel: string,
  items: ReadonlyMap<string, VaultItem>,
  kept: readonly KeptEntry[] = [],
): Promise<ReadChain> {
  const problems: VaultProblem[] = [];
  const report = (rule: string, seq: number, message: string) =>
    problems.push({ rule, channel, file: files.nameOf(entryKey(channel, seq)), message });
  const there = [...items.keys()].flatMap((key) => seqOfKey(key) ?? []);
  const last = Math.max(0, ...there, ...kept.map(({ entry }) => entry.seq));
  const entries: WrittenEntry[] = [];
  for (let seq = 1; seq <= last; seq += 1) {
    const known = kept.find(({ entry }) => entry.seq === seq);
    if (!items.has(entryKey(channel, seq))) {
      // Between ledger and vault there is a moment in which only the ledger has it; the next command puts it.
      if (known?.isPut !== false) report('chain.missing', seq, `Entry ${seq} of the chain is not there.`);
      continue;
    }
    const written = readEntry(await gatherText(files.read(entryKey(channel, seq))));
    if (written === undefined) {
      report('chain.damaged', seq, `Entry ${seq} of the chain cannot be read, or was changed.`);
      continue;
    }
    for (const [rule, message] of troubleOf(written, { seq, channel, before: entries.at(-1), known }))
      report(rule, seq, message);
    entries.push(written);
  }
  return { entries, problems, head: headOf(channel, entries, items) };
}

interface Place {
  readonly seq: number;
  readonly channel: string;
  readonly before: WrittenEntry | undefined;
  readonly known: KeptEntry | undefined;
}

function* troubleOf({ entry, digest }: WrittenEntry, { seq, channel, before, known }: Place) {
  if (entry.seq !== seq || entry.channel !== channel) {
    yield [
      'chain.order',
      `This is entry ${entry.seq} of ${entry.channel}, and stands where entry ${seq} should.`,
    ] as const;
  } else if (entry.previous !== (before?.entry.seq === seq - 1 ? before.digest : null)) {
    yield ['chain.order', `Entry ${seq} does not follow the one that stands before it.`] as const;
  }
  const { public_key: publicKey, value: signature } = entry.signature;
  if (!verifySignature({ hash: signedTextOf(entry), signature, publicKey })) {
    yield ['chain.signature', `The signature of entry ${seq} was not made with its key over what it says.`] as const;
  }
  if (known !== undefined && known.digest !== digest) {
    yield ['chain.other', `Entry ${seq} is another one than the ledger remembers.`] as const;
  }
}

function headOf(
  channel: string,
  entries: readonly WrittenEntry[],
  items: ReadonlyMap<string, VaultItem>,
): ChainHead | undefined {
  const last = entries.at(-1);
  if (last === undefined) return undefined;
  const { seq, entered_at } = last.entry;
  const signers = [...new Set(entries.map(({ entry }) => entry.signature.public_key))];
  const timestamps = entries.filter(({ entry }) => items.has(tokenKey(channel, entry.seq))).length;
  return { channel, seq, digest: last.digest, entered_at, signers, timestamps };
}
