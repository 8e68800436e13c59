import type { JourneyContext } from '../../model/journey-context.ts';
import { type ChainEntry, entryKey, seqOfKey, seqOfToken, type WrittenEntry } from '../../model/vault-chain.ts';
import type { VaultItem } from '../../model/vault-files.ts';
import type { ChainHead, VaultProblem, VaultReport } from '../../model/vault-report.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { bucketTraits } from './bucket-traits.ts';
import { checkFile } from './check-file.ts';
import { type CheckedStamps, checkStamps, timestampReport } from './check-stamps.ts';
import { isInVault } from './in-vault.ts';
import { listVault } from './list-vault.ts';
import { type VaultOffice, withVault } from './office.ts';
import { trustedRoots } from './open-authority.ts';
import { checkVersion, type OpenVault } from './open-vault.ts';
import { type ReadChain, readChain } from './read-chain.ts';
import { keysOf, logicalName } from './stored-name.ts';
import { openVerified, type TaggedFile, type VerifiedFiles } from './verified-files.ts';

export interface VerifyVaultInput {
  /** Files at once. */
  readonly jobs: number;
  /** The chain, and whether each file is there with its size; reads none. */
  readonly quick: boolean;
  /** Reads what was found sound before and was not touched since as well. */
  readonly again: boolean;
}

/**
 * Walks everything that a vault has: the chain of each channel with its signatures, and every file that it names, read whole.
 * Safe to call again; what was found sound is remembered, so that a call that was stopped is gone on with.
 * @throws KnownError `vault.newer`, and those of opening workspace and vault and of `VaultFiles`
 */
export async function verifyVault(
  input: VerifyVaultInput,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<VaultReport> {
  return withVault(place, async (office, vault) => {
    await checkVersion(vault);
    const items = await listVault(office, vault, context.signal);
    const walk: Walk = { input, office, vault, items, context, problems: [] };
    const roots = await trustedRoots(office.workspace);
    const chains = new Map<string, ReadChain>();
    const stamps: CheckedStamps[] = [];
    for (const channel of await channelsOf(walk)) {
      const kept = await office.ledger.vault.entries(channel);
      const own = below(items, channel);
      const chain = await readChain(vault, channel, own, kept);
      const { entries } = chain;
      const stamped = { channel, entries, kept, items: own, roots, jobs: input.jobs };
      const checked = await checkStamps(vault, stamped, context.signal);
      walk.problems.push(...chain.problems, ...checked.problems);
      chains.set(channel, chain);
      stamps.push(checked);
    }
    const bucket = await bucketTraits(office.workspace, vault);
    return { ...(await report(walk, chains)), timestamps: timestampReport(stamps), bucket };
  });
}

interface Walk {
  readonly input: VerifyVaultInput;
  readonly office: VaultOffice;
  readonly vault: OpenVault;
  readonly items: ReadonlyMap<string, VaultItem>;
  readonly context: JourneyContext;
  readonly problems: VaultProblem[];
}

function below(items: ReadonlyMap<string, VaultItem>, channel: string): ReadonlyMap<string, VaultItem> {
  return new Map([...items].filter(([key]) => key.startsWith(`${channel}/`)));
}

async function channelsOf({ items, office }: Walk): Promise<readonly string[]> {
  const there = [...items.keys()].flatMap((key) => (key.includes('/') ? [key.slice(0, key.indexOf('/'))] : []));
  return [...new Set([...there, ...(await office.ledger.vault.channels())])].sort();
}

/** A file in the vault with the entry that names it. */
interface Named {
  readonly entry: ChainEntry;
  readonly item: VaultItem;
}

async function report(
  walk: Walk,
  chains: ReadonlyMap<string, ReadChain>,
): Promise<Omit<VaultReport, 'timestamps' | 'bucket'>> {
  const { office, vault, items, problems } = walk;
  const named: Named[] = [];
  const known = new Set<string>(['vault.json']);
  const heads: ChainHead[] = [];
  let entries = 0;
  for (const [channel, chain] of chains) {
    entries += chain.entries.length;
    if (chain.head) heads.push(chain.head);
    named.push(...findFiles(walk, channel, chain.entries));
  }
  for (const { item } of named) known.add(item.key);
  const waiting = await waitingKeys(office);
  const unchained = await unchainedKeys(office, chains);
  for (const key of items.keys()) {
    if (known.has(key) || isOfChain(key, items)) continue;
    if (waiting.has(key) || unchained.some((keys) => keys.includes(key))) continue;
    const message = 'Nobody entered this file: it was put there by somebody else, or its entry is gone.';
    problems.push({ rule: 'file.unknown', channel: key.split('/')[0] ?? '', file: vault.files.nameOf(key), message });
  }
  const { read, skipped } = walk.input.quick ? { read: 0, skipped: 0 } : await readAll(walk, named);
  const bytes = named.reduce((sum, { item }) => sum + item.bytes, 0);
  const counts = { channels: chains.size, entries, files: named.length, bytes, read, known: skipped };
  return { ok: problems.length === 0, place: vault.files.place, problems, counts, heads, unchained: unchained.length };
}

/** An entry, sound or not, and the timestamp of one that is there. */
function isOfChain(key: string, items: ReadonlyMap<string, VaultItem>): boolean {
  const seq = seqOfToken(key);
  if (seq === undefined) return seqOfKey(key) !== undefined;
  return items.has(entryKey(key.slice(0, key.indexOf('/')), seq));
}

function findFiles(
  { vault, items, problems }: Walk,
  channel: string,
  entries: readonly WrittenEntry[],
): readonly Named[] {
  const pruned = new Set(entries.flatMap(({ entry }) => (entry.kind === 'pruned' ? [entry.name] : [])));
  return entries.flatMap(({ entry }) => {
    if (entry.kind === 'pruned' || pruned.has(entry.name)) return [];
    const key = keysOf(channel, entry.name).find((one) => items.has(one));
    const item = key === undefined ? undefined : items.get(key);
    const file = vault.files.nameOf(key ?? `${channel}/${entry.name}`);
    if (item === undefined) {
      problems.push({ rule: 'file.missing', channel, file, message: `The file of entry ${entry.seq} is not there.` });
      return [];
    }
    if (key === `${channel}/${entry.name}` && item.bytes !== entry.bytes) {
      const message = `It has ${item.bytes} bytes, and entry ${entry.seq} says ${entry.bytes}.`;
      problems.push({ rule: 'file.changed', channel, file, message });
      return [];
    }
    return [{ entry, item }];
  });
}

async function waitingKeys({ ledger }: VaultOffice): Promise<ReadonlySet<string>> {
  const arrivals = await ledger.vault.arrivals();
  return new Set(arrivals.flatMap(({ made }) => made?.key ?? []));
}

/** Of each file that the ledger has in the vault and no entry names yet: where it may be. */
async function unchainedKeys(
  { ledger, workspace }: VaultOffice,
  chains: ReadonlyMap<string, ReadChain>,
): Promise<readonly (readonly string[])[]> {
  const isNamed = (channel: string, name: string) =>
    chains.get(channel)?.entries.some(({ entry }) => entry.name === name) ?? false;
  const snapshots = (await ledger.snapshots.list()).filter((one) => isInVault(one, workspace));
  const exports = (await ledger.exports.list()).flatMap(({ channel, parts }) =>
    parts.map(({ file }) => ({ channel, file })),
  );
  return [...snapshots, ...exports].flatMap(({ channel, file }) => {
    const name = logicalName(file);
    return channel === null || isNamed(channel, name) ? [] : [keysOf(channel, name)];
  });
}

async function readAll(
  walk: Walk,
  named: readonly Named[],
): Promise<{ readonly read: number; readonly skipped: number }> {
  const { input, office, vault } = walk;
  const verified = await openVerified(office.workspace.paths.verified, vault.files.place);
  const isKnown = ({ entry: { sha256 }, item }: Named) =>
    !input.again && verified.has({ ...item, sha256 }, (key) => walk.items.get(key)?.tag);
  const queue = named.filter((one) => !isKnown(one));
  const read = queue.length;
  const onBytes = progressOf(walk, queue);
  const names = new Map(named.map(({ entry }) => [entry.sha256 as string, entry.name]));
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      walk.context.signal.throwIfAborted();
      await readOne(walk, next, verified, { onBytes, names });
    }
  };
  await Promise.all(Array.from({ length: input.jobs }, work));
  return { read, skipped: named.length - read };
}

function progressOf({ context }: Walk, queue: readonly Named[]): (bytes: number) => void {
  const bytesTotal = queue.reduce((sum, { item }) => sum + item.bytes, 0);
  let bytes = 0;
  return (more) => {
    bytes += more;
    context.onProgress({ phase: 'verify', bytes, bytesTotal });
  };
}

async function readOne(
  { office, vault, items, problems, context: { signal } }: Walk,
  { entry, item }: Named,
  verified: VerifiedFiles,
  { onBytes, names }: { readonly onBytes: (bytes: number) => void; readonly names: ReadonlyMap<string, string> },
): Promise<void> {
  const sources: TaggedFile[] = [];
  const onSource = (key: string): void => void sources.push({ key, tag: items.get(key)?.tag ?? '' });
  const options = { signal, onBytes, onSource, nameOf: (sha256: string) => names.get(sha256) };
  const trouble = await checkFile(office.workspace, vault, item.key, entry, options);
  if (trouble === undefined) return verified.add({ ...item, sha256: entry.sha256, sources });
  problems.push({ ...trouble, channel: entry.channel, file: vault.files.nameOf(item.key) });
}
