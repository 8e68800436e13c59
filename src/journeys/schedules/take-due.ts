import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { Schedule } from '../../model/schedule/schedule.ts';
import type { Claim, ScheduleResult } from '../../model/schedule/schedule-state.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { findWorkFolders } from '../../workspace/work-folder.ts';
import { patiently } from '../patiently.ts';
import type { SnapshotWith } from '../runs/step-ports.ts';
import type { EnteredSnapshot } from '../take-snapshot.ts';
import type { OpenSchedules } from './open-schedules.ts';
import { lookBefore, type Seen, seeAfter } from './see-changes.ts';

/** What became of one snapshot that was due. */
export interface Took {
  readonly result: ScheduleResult;
  readonly snapshot: Snapshot | null;
  readonly seen: Seen | null;
  /** A person has to do something first: another attempt would fail like this one. */
  readonly needsPerson: boolean;
}

/**
 * Takes the snapshot that a claim is for. One that an earlier process was killed at is gone on with; where that process had
 * entered it in the ledger already and only not noted it, it is not taken again. Never throws: what went wrong is a result.
 */
export async function takeDue(
  claim: Claim,
  open: OpenSchedules,
  context: JourneyContext,
  snapshotWith: SnapshotWith,
): Promise<Took> {
  const { channel } = claim.state;
  const at = () => context.clock.now().toISOString();
  try {
    const done = claim.before === null ? undefined : await enteredSince(claim.before.at, channel, open);
    if (done !== undefined) return { ...took(done, at()), seen: null };
    const before = await lookBefore(channel, open);
    const taken = await takeNow(channel, open, context, snapshotWith);
    if (taken.report.gaps.some(({ reason }) => reason === 'interrupted')) {
      return { ...took(taken.snapshot, at(), 'interrupted'), seen: null };
    }
    const { notify } = JSON.parse(claim.json) as Schedule;
    const seen = await seeAfter(before, taken.snapshot, notify.silenceMs, open, context);
    return { ...took(taken.snapshot, at()), seen };
  } catch (error) {
    return failedTo(error, at(), context.signal.aborted);
  }
}

function took(
  snapshot: Snapshot,
  at: string,
  kind: ScheduleResult['kind'] = snapshot.state,
): Pick<Took, 'result' | 'snapshot' | 'needsPerson'> {
  const { id, gaps } = snapshot;
  const result = { kind, at, snapshot: id, gaps, code: null, message: null, hint: null };
  return { result, snapshot, needsPerson: false };
}

/** The snapshot that whoever was killed had finished; none while its work is still there, which is gone on with. */
async function enteredSince(since: string, channel: string, { ledger, paths }: OpenSchedules) {
  const [newest] = await patiently(() => ledger.snapshots.list({ channel }));
  if (newest === undefined || newest.finishedAt < since) return undefined;
  const unfinished = await findWorkFolders(paths.internal);
  return unfinished.some(({ record }) => record.id === newest.id) ? undefined : newest;
}

/** As `lastpost snapshot take --channel` does it. */
async function takeNow(
  channel: string,
  { dir }: OpenSchedules,
  context: JourneyContext,
  snapshotWith: SnapshotWith,
): Promise<EnteredSnapshot> {
  const usual = { force: false, headed: false, include: [], exclude: [], sitemaps: true, secretParameters: [] };
  // The browser and all that reads platforms come in only when a snapshot is taken: most sweeps find nothing due.
  const { planSnapshot } = await import('../plan-snapshot.ts');
  const { takeSnapshot } = await import('../take-snapshot.ts');
  const place = { cwd: dir, workspaceDir: dir };
  return takeSnapshot(await planSnapshot({ ...usual, channel, ...snapshotWith }, place, context.clock), context);
}

const BUSY = ['snapshot.channel-busy', 'snapshot.in-use'];

function failedTo(error: unknown, at: string, isStopped: boolean): Took {
  const known = error instanceof KnownError ? error : undefined;
  const code = known?.code ?? 'unexpected';
  const message = error instanceof Error ? error.message : String(error);
  const kind = isStopped ? 'interrupted' : BUSY.includes(code) ? 'waiting' : 'failed';
  const result = { kind, at, snapshot: null, gaps: 0, code, message, hint: known?.hint ?? null } as const;
  return { result, snapshot: null, seen: null, needsPerson: (known?.exitCode ?? 1) !== 1 };
}
