import { KnownError } from '../../base/known-error.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { patiently } from '../patiently.ts';
import { enterSchedules, type OpenSchedules, openSchedules } from './open-schedules.ts';
import type { Ran, RunnerContext } from './runner-context.ts';
import { scheduleRunner } from './schedule-runner.ts';
import { type SentNotices, sendNotices } from './send-notices.ts';

export interface RunRequest {
  /** Only this schedule. */
  readonly id?: string | undefined;
  /** Of the one schedule, now, whether it is due or not. */
  readonly force: boolean;
}

export interface RanSchedules {
  readonly ran: readonly Ran[];
  readonly notices: SentNotices;
  /** When the next one is due, UTC ISO 8601; null without any. */
  readonly nextAt: string | null;
}

/**
 * Takes the snapshots that are due, once, and sends what people are to be told. What another process takes at this moment is
 * left to it. Safe to call again, and at the same time.
 * @throws KnownError `schedule.unknown`, `schedule.never-fires`, `schedule.bad-cron`, `workspace.*`, `ledger.*`
 */
export async function runSchedules(
  request: RunRequest,
  place: WorkspacePlace,
  context: RunnerContext,
): Promise<RanSchedules> {
  const open = await openSchedules(place);
  try {
    const now = context.clock.now().toISOString();
    await enterSchedules(open, now);
    if (request.id !== undefined) await refuseUnknown(request.id, open);
    const ran = await runDue(request, now, open, context);
    const notices = await sendNotices(open, context);
    return { ran, notices, nextAt: await patiently(() => open.ledger.schedules.nextDue()) };
  } finally {
    await open.close();
  }
}

async function refuseUnknown(id: string, { ledger }: OpenSchedules): Promise<void> {
  const known = await patiently(() => ledger.schedules.timings());
  if (known.has(id)) return;
  const { unknownSchedule } = await import('../../workspace/edit-schedules.ts');
  throw unknownSchedule(
    id,
    [...known.keys()].map((one) => ({ id: one })),
  );
}

/** What is due by now; what becomes due while that is done is for the next time. */
async function runDue(
  { id, force }: RunRequest,
  now: string,
  open: OpenSchedules,
  context: RunnerContext,
): Promise<readonly Ran[]> {
  const ran: Ran[] = [];
  const begun: string[] = [];
  const runner = scheduleRunner(open, {
    ...context,
    onBegin: (claim) => {
      begun.push(claim.state.channel);
      context.onBegin?.(claim);
    },
    onEnd: (one) => {
      ran.push(one);
      context.onEnd?.(one);
    },
  });
  for (;;) {
    const only = id === undefined ? undefined : { schedule: id, force, skip: force ? [...begun] : [] };
    const count = await runner.begin(now, only);
    if (count === 0 && runner.underWay === 0) break;
    if (count === 0) await runner.oneEnded();
  }
  runner.refuseFailure();
  return ran;
}

/** @throws KnownError `usage.missing-option` */
export function refuseForceWithoutId({ id, force }: RunRequest): void {
  if (!force || id !== undefined) return;
  throw new KnownError('usage.missing-option', '--now does not say which schedule is meant.', {
    hint: 'Name it: lastpost schedule run --id ID --now',
    exitCode: 2,
  });
}
