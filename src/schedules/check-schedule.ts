import { KnownError } from '../base/known-error.ts';
import type { Schedule } from '../model/schedule/schedule.ts';
import { cronMistake, neverFires } from './cron-times.ts';

/** What is wrong with a schedule, below its place in lastpost.yaml; `wanted` goes on from `it must be`. */
export interface ScheduleMistake {
  readonly code: 'schedule.never-fires' | 'schedule.bad-cron';
  readonly path: readonly PropertyKey[];
  readonly wanted: string;
}

const CALENDAR = 'a time that comes; no calendar has such a day (the last day of each month is L, as in "0 3 L * *")';

/** What only somebody who reads cron can tell of a schedule whose form is sound. */
export function scheduleMistake({ cron }: Schedule): ScheduleMistake | undefined {
  if (cron === null) return undefined;
  const wanted = cronMistake(cron);
  if (wanted !== undefined) return { code: 'schedule.bad-cron', path: ['cron'], wanted };
  return neverFires(cron) ? { code: 'schedule.never-fires', path: ['cron'], wanted: CALENDAR } : undefined;
}

/** @throws KnownError `schedule.bad-cron`, `schedule.never-fires` */
export function refuseBadCron(cron: string): void {
  const mistake = scheduleMistake({ cron } as Schedule);
  if (mistake === undefined) return;
  const said = mistake.code === 'schedule.bad-cron' ? 'is no cron pattern' : 'is never: no calendar has such a day';
  throw new KnownError(mistake.code, `"${cron}" ${said}.`, {
    hint:
      mistake.code === 'schedule.bad-cron'
        ? `Write ${mistake.wanted}.`
        : 'Check day and month; the last day of each month is L, as in "0 3 L * *".',
    exitCode: 2,
  });
}
