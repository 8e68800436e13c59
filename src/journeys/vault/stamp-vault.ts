import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { seqOfToken } from '../../model/vault-chain.ts';
import type { KeptEntry } from '../../model/vault-store.ts';
import { requireChannel, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { type VaultOffice, withVault } from './office.ts';
import { openAuthority } from './open-authority.ts';
import { checkVersion, type OpenVault } from './open-vault.ts';
import { stampEntry } from './stamp-entry.ts';
import { writeChain } from './write-chain.ts';

const patience = { attempts: 5, timeoutMs: 30_000, pauseMs: 2000 };

export interface StampVaultInput {
  /** [] for all that have a chain. */
  readonly channels: readonly string[];
  /** Only tells what is missing. */
  readonly dryRun: boolean;
}

export interface StampedChannel {
  readonly channel: string;
  readonly entries: number;
  /** Fetched now. */
  readonly fetched: number;
  /** Still without one. */
  readonly missing: number;
}

export interface StampedVault {
  /** The authority's address. */
  readonly authority: string;
  readonly channels: readonly StampedChannel[];
}

/**
 * Fetches the timestamps that entries are without, the newest entry of a channel first: it names all before it. What was there
 * before there was a chain is entered first. Safe to call again: it goes on.
 * @throws KnownError `timestamp.…`, `channel.unknown`, and those of opening workspace and vault and of `VaultFiles`
 */
export async function stampVault(
  input: StampVaultInput,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<StampedVault> {
  return withVault(place, async (office, vault) => {
    const authority = await openAuthority(office.workspace);
    await checkVersion(vault);
    const channels = await channelsOf(office, input.channels);
    if (!input.dryRun) for (const channel of channels) await writeChain(office, vault, channel, context);
    const plans: Plan[] = [];
    for (const channel of channels) plans.push(await planOf(office, vault, channel));
    if (input.dryRun) return { authority: authority.url, channels: plans.map((one) => stampedChannel(one, 0)) };
    const missing = plans.flatMap((plan) => plan.missing);
    let done = 0;
    for (const one of missing) {
      context.signal.throwIfAborted();
      const { channel, seq } = one.entry;
      context.onProgress({
        ...{ phase: 'timestamp', stepsDone: done, stepsKnown: missing.length },
        current: `${channel} ${seq}`,
      });
      await stampEntry(office, vault, authority, one, { patience, signal: context.signal }).catch((error: unknown) => {
        throw withCount(error, done, missing.length);
      });
      done += 1;
    }
    return { authority: authority.url, channels: plans.map((one) => stampedChannel(one, one.missing.length)) };
  });
}

interface Plan {
  readonly channel: string;
  readonly entries: number;
  /** Newest first. */
  readonly missing: readonly KeptEntry[];
}

function stampedChannel({ channel, entries, missing }: Plan, fetched: number): StampedChannel {
  return { channel, entries, fetched, missing: missing.length - fetched };
}

async function channelsOf({ workspace, ledger }: VaultOffice, named: readonly string[]): Promise<readonly string[]> {
  const listed = [...(await ledger.snapshots.list()), ...(await ledger.exports.list())];
  const known = new Set([...listed.flatMap(({ channel }) => channel ?? []), ...(await ledger.vault.channels())]);
  // One that was taken out of lastpost.yaml still has its chain.
  for (const channel of named) if (!known.has(channel)) requireChannel(workspace, channel);
  return named.length > 0 ? [...new Set(named)] : [...known].sort();
}

/** What is in the vault counts, not what the ledger remembers: it may have been killed between the two. */
async function planOf({ ledger }: VaultOffice, { files }: OpenVault, channel: string): Promise<Plan> {
  const there = new Set<number>();
  for await (const { key } of files.list(`${channel}/chain/`)) {
    const seq = seqOfToken(key);
    if (seq !== undefined) there.add(seq);
  }
  const entries = await ledger.vault.entries(channel);
  const missing: KeptEntry[] = [];
  for (const one of entries) {
    const { seq } = one.entry;
    if (!there.has(seq)) missing.unshift(one);
    else if (!one.isTimestamped) await ledger.vault.marked(channel, seq, 'timestamped');
  }
  return { channel, entries: entries.length, missing };
}

function withCount(error: unknown, done: number, wanted: number): unknown {
  if (!(error instanceof KnownError) || done === 0) return error;
  const hint =
    `${done} of ${wanted} were fetched by now and stay; the same command goes on. ${error.hint ?? ''}`.trim();
  const exitCode = error.exitCode === undefined ? {} : { exitCode: error.exitCode };
  return new KnownError(error.code, error.message, { hint, cause: error, ...exitCode });
}
