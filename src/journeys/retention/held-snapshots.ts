import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { Hold } from '../../model/retention/hold.ts';
import { type Ledger, openLedger } from '../../storage/ledger.ts';
import {
  requireChannel,
  requireWorkspace,
  type Workspace,
  type WorkspacePlace,
} from '../../workspace/open-workspace.ts';
import { requirePerson } from '../../workspace/require-person.ts';
import { findKept } from '../find-snapshot.ts';

export interface HoldInput {
  /** Ids of snapshots, or their first letters. */
  readonly snapshots: readonly string[];
  /** All snapshots of these, those to come included. */
  readonly channels: readonly string[];
  /** Id of a person of lastpost.yaml. */
  readonly by: string;
  readonly why: string;
}

type Clocked = Pick<JourneyContext, 'clock'>;

/**
 * Enters in the ledger that snapshots have to stay until somebody releases them. All of them, or none.
 * @throws KnownError `hold.nothing`, `hold.no-person`, `hold.no-reason`, `snapshot.not-found`, `channel.unknown`, `person.*`
 */
export async function holdSnapshots(
  input: HoldInput,
  place: WorkspacePlace,
  { clock }: Clocked,
): Promise<readonly Hold[]> {
  if (input.snapshots.length + input.channels.length === 0) {
    const hint = 'Name snapshots by their ids, or a whole channel with --channel ID.';
    throw new KnownError('hold.nothing', 'It is not said what is to be held.', { hint, exitCode: 2 });
  }
  return withLedger(place, async (ledger, workspace) => {
    const signed = sign(input, workspace, clock.now());
    const found = await Promise.all(input.snapshots.map((id) => findKept(ledger, id)));
    const holds = [
      ...found.map(({ id, channel }) => ({ ...signed, snapshot: id, channel: channel ?? refuseLoose(id) })),
      ...input.channels.map((id) => ({ ...signed, snapshot: null, channel: requireChannel(workspace, id).id })),
    ];
    const numbers: number[] = [];
    for (const hold of holds) numbers.push(await ledger.holds.place(hold));
    return (await ledger.holds.list()).filter(({ number }) => numbers.includes(number));
  });
}

/**
 * Ends holds. What they held may be pruned from now on; that they were there, by whom and why, stays in the ledger.
 * @throws KnownError `hold.unknown`, `hold.no-person`, `hold.no-reason`, `person.*`
 */
export async function releaseHolds(
  numbers: readonly number[],
  said: Pick<HoldInput, 'by' | 'why'>,
  place: WorkspacePlace,
  { clock }: Clocked,
): Promise<readonly Hold[]> {
  return withLedger(place, async (ledger, workspace) => {
    const signed = sign(said, workspace, clock.now());
    const open = (await ledger.holds.list()).filter(({ released }) => released === null);
    const unknown = numbers.find((number) => !open.some((hold) => hold.number === number));
    if (unknown !== undefined) throw noSuchHold(unknown, open);
    for (const number of numbers) await ledger.holds.release(number, signed);
    return (await ledger.holds.list()).filter(({ number }) => numbers.includes(number));
  });
}

/** Every hold there ever was, the oldest first. */
export async function listHolds(place: WorkspacePlace): Promise<readonly Hold[]> {
  return withLedger(place, (ledger) => ledger.holds.list());
}

async function withLedger<T>(
  place: WorkspacePlace,
  work: (ledger: Ledger, workspace: Workspace) => Promise<T>,
): Promise<T> {
  const workspace = await requireWorkspace(place);
  const ledger = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
  try {
    return await work(ledger, workspace);
  } finally {
    await ledger.close();
  }
}

function sign({ by, why }: Pick<HoldInput, 'by' | 'why'>, { config }: Workspace, now: Date) {
  if (by.trim() === '') {
    throw new KnownError('hold.no-person', 'It is not said who answers for it.', {
      hint: 'Name a person of lastpost.yaml with --as PERSON.',
      exitCode: 2,
    });
  }
  const reason = why.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(reason)) {
    throw new KnownError('hold.no-reason', 'It is not said why.', {
      hint: 'Say it with --because TEXT: the file number of the case, the law, the audit.',
      exitCode: 2,
    });
  }
  return { by: requirePerson(config, by).id, why: reason, at: now.toISOString() };
}

function refuseLoose(id: string): never {
  throw new KnownError('hold.no-channel', `Snapshot ${id} belongs to no channel, so nothing ever prunes it.`, {
    hint: 'Only snapshots of channels are pruned, and only they need a hold.',
    exitCode: 2,
  });
}

function noSuchHold(number: number, open: readonly Hold[]): KnownError {
  const hint =
    open.length === 0
      ? 'No hold is in force.'
      : `Those in force are: ${open.map((hold) => `${hold.number} (${hold.why})`).join(', ')}.`;
  return new KnownError('hold.unknown', `No hold in force has the number ${number}.`, { hint, exitCode: 2 });
}
