import { canonicalJson } from '../../base/canonical-json.ts';
import { sha256 } from '../../base/digest.ts';
import type { Schedule, ScheduleTiming } from '../../model/schedule/schedule.ts';
import type { EnteredSchedule } from '../../model/schedule/schedule-state.ts';
import { scheduleMistake } from '../../schedules/check-schedule.ts';
import { dueTime } from '../../schedules/jitter.ts';
import { nextTime } from '../../schedules/next-times.ts';
import { configMistake, readConfig } from '../../workspace/read-config.ts';

/** @throws KnownError those of `enterSchedules` */
export async function readSchedules(file: string, text: string): Promise<readonly Schedule[]> {
  const { schedules = [] } = await readConfig(file, text);
  const mistakes = schedules.flatMap((schedule, at) => {
    const mistake = scheduleMistake(schedule);
    return mistake === undefined ? [] : [{ ...mistake, path: ['schedules', at, ...mistake.path] }];
  });
  const [first] = mistakes;
  if (first === undefined) return schedules;
  throw configMistake(file, text, mistakes, first.code);
}

interface Known {
  readonly timing: string;
  readonly channels: readonly string[];
}

/**
 * What of schedules is entered: the times of channels that begin, and none of those that go on, which are in the ledger.
 * @param known what the ledger has, by id
 */
export function enteredSchedules(
  schedules: readonly Schedule[],
  known: ReadonlyMap<string, Known>,
  now: string,
): readonly EnteredSchedule[] {
  // Many have the same times, and to work them out takes longer than all the rest.
  const slots = new Map<string, string>();
  return schedules.map((schedule) => {
    const { id, channels, timezone } = schedule;
    const timing = timingDigest(schedule);
    const before = known.get(id);
    const goesOn = (channel: string) => before?.timing === timing && before.channels.includes(channel);
    const begin = (channel: string) => {
      const slotAt = slots.get(timing) ?? nextTime(schedule, now);
      slots.set(timing, slotAt);
      return { channel, slotAt, dueAt: dueTime(schedule, { schedule: id, channel }, slotAt) };
    };
    const places = channels.map((channel) => (goesOn(channel) ? { channel, slotAt: '', dueAt: '' } : begin(channel)));
    return { id, timing, json: JSON.stringify(schedule), channels: places, zone: timezone };
  });
}

function timingDigest({ cron, everyMs, timezone, jitterMs, denser, lastDayEnd }: ScheduleTiming): string {
  const timing = { cron, everyMs, timezone, jitterMs, denser, lastDayEnd };
  return sha256(canonicalJson(timing));
}
