import { KnownError } from '../../base/known-error.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { enterSchedules, type OpenSchedules, openSchedules } from './open-schedules.ts';
import type { RunnerContext } from './runner-context.ts';
import { type ScheduleRunner, scheduleRunner } from './schedule-runner.ts';
import { type SentNotices, sendNotices } from './send-notices.ts';

export interface ServeContext extends RunnerContext {
  /** Told each time that it changes: a mistake in lastpost.yaml or a ledger that cannot be written; undefined when it is over. */
  onTrouble?(trouble: KnownError | undefined): void;
  onNotices?(notices: SentNotices): void;
  /** The length of a minute, for tests. */
  readonly minuteMs?: number;
}

/**
 * Takes what is due at each minute until the signal fires; then what is under way is sealed, and noted as interrupted. While
 * lastpost.yaml has a mistake nothing is begun, and what is due waits: a snapshot needs those settings.
 * @throws KnownError `workspace.not-found`, and those of `openLedger`; later trouble is told and tried again
 */
export async function serveSchedules(place: WorkspacePlace, context: ServeContext): Promise<void> {
  const open = await openSchedules(place);
  try {
    const runner = scheduleRunner(open, context);
    let told: string | undefined;
    const tell = (trouble: KnownError | undefined): void => {
      if (trouble?.message !== told) context.onTrouble?.(trouble);
      told = trouble?.message;
    };
    while (!context.signal.aborted) {
      await sweep(open, runner, context, tell);
      await untilNextMinute(runner, context);
    }
    while (runner.underWay > 0) await runner.oneEnded();
    runner.refuseFailure();
  } finally {
    await open.close();
  }
}

async function sweep(
  open: OpenSchedules,
  runner: ScheduleRunner,
  context: ServeContext,
  tell: (trouble: KnownError | undefined) => void,
): Promise<void> {
  try {
    const now = context.clock.now().toISOString();
    runner.refuseFailure();
    await enterSchedules(open, now);
    tell(undefined);
    await runner.begin(now);
    const notices = await sendNotices(open, context);
    if (notices.sent + notices.failed.length > 0) context.onNotices?.(notices);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    tell(error);
  }
}

/** Never longer than a minute: a computer that slept, or whose clock was set, is looked after within one. */
async function untilNextMinute(
  runner: ScheduleRunner,
  { clock, signal, minuteMs = 60_000 }: ServeContext,
): Promise<void> {
  if (signal.aborted) return;
  const wake = new AbortController();
  const pauseMs = minuteMs - (clock.now().getTime() % minuteMs);
  const pause = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, pauseMs);
    AbortSignal.any([signal, wake.signal]).addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  // A place that has become free is filled at once, not at the next minute.
  await Promise.race(runner.underWay > 0 ? [pause, runner.oneEnded()] : [pause]);
  wake.abort();
}
