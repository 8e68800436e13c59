import type { X509Certificate } from 'node:crypto';
import { tokenKey, type WrittenEntry } from '../../model/vault-chain.ts';
import type { VaultItem } from '../../model/vault-files.ts';
import type { SeenAuthority, TimestampReport, VaultProblem } from '../../model/vault-report.ts';
import type { KeptEntry } from '../../model/vault-store.ts';
import type { TokenFacts } from '../../vault/timestamp/check-token.ts';
import type { OpenVault } from './open-vault.ts';
import { checkStamp, readStamp } from './read-stamp.ts';

export interface CheckStampsInput {
  readonly channel: string;
  /** As the vault has them. */
  readonly entries: readonly WrittenEntry[];
  /** As the ledger has them. */
  readonly kept: readonly KeptEntry[];
  /** What the vault has below the channel. */
  readonly items: ReadonlyMap<string, VaultItem>;
  readonly roots: readonly X509Certificate[] | undefined;
  /** Files at once. */
  readonly jobs: number;
}

export interface CheckedStamps {
  readonly problems: readonly VaultProblem[];
  readonly sound: readonly TokenFacts[];
  /** Entries without one. */
  readonly without: number;
}

/**
 * Holds every timestamp of a chain against its entry. Asks no authority.
 * @throws KnownError those of `VaultFiles`; the signal's reason
 */
export async function checkStamps(
  vault: OpenVault,
  input: CheckStampsInput,
  signal: AbortSignal,
): Promise<CheckedStamps> {
  const problems: VaultProblem[] = [];
  const sound: TokenFacts[] = [];
  const { channel, entries, items } = input;
  const work = [...entries];
  const without = entries.filter(({ entry }) => !items.has(tokenKey(channel, entry.seq))).length;
  const run = async (): Promise<void> => {
    for (let one = work.shift(); one !== undefined; one = work.shift()) {
      signal.throwIfAborted();
      const checked = await checkOne(vault, input, one, signal);
      if (checked === undefined) continue;
      if ('at' in checked) sound.push(checked);
      else problems.push({ ...checked, channel, file: vault.files.nameOf(tokenKey(channel, one.entry.seq)) });
    }
  };
  await Promise.all(Array.from({ length: input.jobs }, run));
  return { problems: problems.sort((a, b) => (a.file < b.file ? -1 : 1)), sound, without };
}

type Trouble = Pick<VaultProblem, 'rule' | 'message'>;

async function checkOne(
  { files }: OpenVault,
  { channel, entries, kept, items, roots }: CheckStampsInput,
  written: WrittenEntry,
  signal: AbortSignal,
): Promise<TokenFacts | Trouble | undefined> {
  const { seq } = written.entry;
  const key = tokenKey(channel, seq);
  if (!items.has(key)) {
    const isKnown = kept.some(({ entry, isTimestamped }) => entry.seq === seq && isTimestamped);
    return isKnown ? { rule: 'timestamp.missing', message: `The timestamp of entry ${seq} is not there.` } : undefined;
  }
  const checked = checkStamp(await readStamp(files, key, signal), written, roots);
  if ('facts' in checked) return checked.facts;
  const { rule, message, imprint } = checked.trouble;
  const other = entries.find(({ digest }) => digest === imprint);
  if (other === undefined) return { rule, message };
  return { rule: 'timestamp.swapped', message: `It is the timestamp of entry ${other.entry.seq}, and not of ${seq}.` };
}

/** Adds up what was found in all channels. */
export function timestampReport(checked: readonly CheckedStamps[]): TimestampReport {
  const sound = checked.flatMap((one) => one.sound);
  const authorities = new Map<string, SeenAuthority>();
  for (const { authority: name, isTrusted } of sound) {
    const tokens = (authorities.get(name)?.tokens ?? 0) + 1;
    authorities.set(name, { name, tokens, trust: isTrusted ? 'root' : 'not-checked' });
  }
  const without = checked.reduce((sum, one) => sum + one.without, 0);
  return { tokens: sound.length, without, authorities: [...authorities.values()] };
}
