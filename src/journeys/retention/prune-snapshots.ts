import { verifyWacz } from '../../archive/verify-wacz.ts';
import { sha256File } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { nextEntry } from '../../model/vault-chain.ts';
import { requireChannel, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { localWacz } from '../vault/local-wacz.ts';
import { type VaultOffice, withVault } from '../vault/office.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import { stampNew } from '../vault/stamp-new.ts';
import { keysOf, logicalName } from '../vault/stored-name.ts';
import { snapshotFacts, writeChain } from '../vault/write-chain.ts';
import { type PlannedChannel, type PrunePlan, type PruneWishes, planPruning, toPrune } from './plan-pruning.ts';
import { removeOldForms, restateForms } from './restate-forms.ts';

export interface PruneInput extends PruneWishes {
  /** The name of the plan that somebody has read; undefined: nothing is removed. */
  readonly confirm: string | undefined;
  /** Removes what the plan of this moment says, for timers that nobody watches. */
  readonly yes: boolean;
}

export interface Pruned {
  readonly plan: PrunePlan;
  readonly removed: readonly Snapshot[];
}

/**
 * Tells what would go and what stays, and, when somebody has agreed to exactly that, removes it. Nothing goes before the last
 * good snapshot of its channel has been read and found sound. Safe to call again: what was begun is finished first.
 * @throws KnownError `prune.other-plan`, `prune.last-good-damaged`, `channel.unknown`, and those of workspace, ledger and vault
 */
export async function pruneSnapshots(
  input: PruneInput,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<Pruned> {
  return withVault(place, async (office, vault) => {
    for (const channel of input.channels) requireChannel(office.workspace, channel);
    const isAgreed = input.yes || input.confirm !== undefined;
    if (isAgreed) await finishBegun(office, vault, context);
    const plan = await planPruning(office.ledger, office.workspace, input);
    if (!isAgreed) return { plan, removed: [] };
    refuseOtherPlan(plan, input);
    const removed: Snapshot[] = [];
    for (const channel of plan.channels) removed.push(...(await pruneChannel(channel, office, vault, context)));
    return { plan, removed };
  });
}

/** Between reading and agreeing a snapshot may have come, a hold been released, a rule been changed. */
function refuseOtherPlan({ name }: PrunePlan, { confirm }: PruneInput): void {
  if (confirm === undefined || confirm === name) return;
  const now = name === null ? 'nothing would go now' : `the plan is ${name} now`;
  throw new KnownError('prune.other-plan', `"${confirm}" is not what would go: ${now}.`, {
    hint: 'Read it again with: lastpost snapshot prune',
    exitCode: 2,
  });
}

async function pruneChannel(
  planned: PlannedChannel,
  office: VaultOffice,
  vault: OpenVault,
  context: JourneyContext,
): Promise<readonly Snapshot[]> {
  const gone = toPrune({ channels: [planned] });
  if (gone.length === 0) return [];
  await requireGood(planned, office, context);
  // What was in the vault before there was a chain is entered before it goes.
  await writeChain(office, vault, planned.channel, context);
  await restateForms(planned.channel, new Set(gone.map(({ id }) => id)), office, vault, context);
  const removed: Snapshot[] = [];
  for (const [index, snapshot] of gone.entries()) {
    context.signal.throwIfAborted();
    context.onProgress({ phase: 'prune', stepsDone: index, stepsKnown: gone.length, current: snapshot.id });
    // Whoever has placed a hold meanwhile wins.
    if (!(await office.ledger.retention.begin(snapshot.id, context.clock.now().toISOString()))) continue;
    await remove(snapshot, office, vault, context);
    removed.push(snapshot);
  }
  await removeOldForms(planned.channel, office, vault);
  await stampNew(office, vault, planned.channel, context);
  return removed;
}

/** The snapshots on the strength of which the others go: of each address the last complete one, else the newest. */
async function requireGood(
  { channel, snapshots }: PlannedChannel,
  { workspace }: VaultOffice,
  { signal, onProgress }: JourneyContext,
): Promise<void> {
  const good = snapshots.filter(({ keeps }) => keeps.some(({ by }) => by === 'last-good'));
  const relied = good.length > 0 ? good : snapshots.filter(({ keeps }) => keeps.some(({ by }) => by === 'newest'));
  for (const { snapshot } of relied) {
    const why = await troubleOf(snapshot, () => localWacz(workspace, snapshot, { signal, onProgress }));
    if (why === undefined) continue;
    const message = `Nothing of "${channel}" was removed: snapshot ${snapshot.id}, which would be the last good one, ${why}.`;
    throw new KnownError('prune.last-good-damaged', message, {
      hint: 'See what is wrong with "lastpost vault verify", put it back from a copy, or take a new snapshot first.',
    });
  }
}

async function troubleOf({ sha256 }: Snapshot, locate: () => Promise<string>): Promise<string | undefined> {
  try {
    const file = await locate();
    if ((await sha256File(file)).sha256 !== sha256) return 'is not what it was when it was taken';
    const { ok, problems } = await verifyWacz(file);
    return ok ? undefined : `does not verify: ${problems[0]?.message ?? ''}`;
  } catch (error) {
    if (error instanceof KnownError) return `cannot be read: ${error.message}`;
    throw error;
  }
}

/** What an earlier call had taken out of the list when it was stopped. */
async function finishBegun(office: VaultOffice, vault: OpenVault, context: JourneyContext): Promise<void> {
  for (const id of await office.ledger.retention.unfinished()) {
    const snapshot = await office.ledger.snapshots.find(id);
    if (snapshot === undefined) continue;
    await remove(snapshot, office, vault, context);
    if (snapshot.channel !== null) await removeOldForms(snapshot.channel, office, vault);
  }
}

/** The chain says so before the file goes: a file that is missing without a word would be a loss. */
async function remove(
  snapshot: Snapshot,
  office: VaultOffice,
  vault: OpenVault,
  context: JourneyContext,
): Promise<void> {
  const { ledger, signer } = office;
  const channel = snapshot.channel ?? '';
  const now = context.clock.now();
  const facts = { ...snapshotFacts(snapshot, channel), kind: 'pruned' as const };
  await ledger.vault.append(facts, (last) => nextEntry(facts, last, { signer, now }));
  await writeChain(office, vault, channel, context);
  for (const key of keysOf(channel, logicalName(snapshot.file))) await vault.files.remove(key);
  await ledger.retention.finish(snapshot.id, now.toISOString());
}
