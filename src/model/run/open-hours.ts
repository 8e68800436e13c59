import { shiftDay } from '../../base/working-days.ts';
import { dayAt, localToInstant, startOfDay } from '../../base/zoned-time.ts';

export const MINUTE_MS = 60_000;

/** When people work, in the zone of the plan. */
export const OPENS_AT = '09:00';
const CLOSES_AT = '17:00';

/** The hours in which a step may be worked on. All moments are milliseconds since 1970. */
export interface OpenHours {
  /** The first open moment that is not before this one. */
  next(ms: number): number;
  /** When so much work is done that begins at a moment, or as soon after it as it can. */
  after(ms: number, minutes: number): number;
  /** The last open moment, to the minute, at which so much work can begin to be done by then. */
  before(ms: number, minutes: number): number;
}

/** Day by day, because asking a zone for a moment takes a thousand times as long as looking it up. */
export interface ZoneDays {
  dayOf(ms: number): string;
  opens(day: string): number;
  closes(day: string): number;
}

const DAY_MS = 86_400_000;

export function zoneDays(zone: string): ZoneDays {
  const starts = kept((day: string) => Date.parse(startOfDay(day, zone)));
  const near = kept((day: number) => {
    const guess = new Date(day * DAY_MS).toISOString().slice(0, 10);
    return [guess, shiftDay(guess, 1), shiftDay(guess, -1)].map((one) => ({
      day: one,
      from: starts(one),
      to: starts(shiftDay(one, 1)),
    }));
  });
  return {
    opens: kept((day) => Date.parse(localToInstant(`${day}T${OPENS_AT}`, zone))),
    closes: kept((day) => Date.parse(localToInstant(`${day}T${CLOSES_AT}`, zone))),
    dayOf: (ms) => {
      const found = near(Math.floor(ms / DAY_MS)).find(({ from, to }) => from <= ms && ms < to);
      // A zone can leave a day out, as Samoa did; then it is asked itself.
      return found?.day ?? dayAt(new Date(ms).toISOString(), zone);
    },
  };
}

function kept<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key) ?? find(key);
    known.set(key, found);
    return found;
  };
}

/** 09:00 to 17:00 on the days that count. */
export function openHours({ dayOf, opens, closes }: ZoneDays, counts: (day: string) => boolean): OpenHours {
  const isOpen = kept(counts);
  const following = kept((day: string) => openDay(day, 1, isOpen));
  const preceding = kept((day: string) => openDay(day, -1, isOpen));
  const next = (ms: number): number => {
    const day = dayOf(ms);
    if (!isOpen(day) || ms >= closes(day)) return opens(following(day));
    return Math.max(ms, opens(day));
  };
  return {
    next,
    after: (ms, minutes) => {
      let [at, left] = [next(ms), minutes * MINUTE_MS];
      for (;;) {
        const room = closes(dayOf(at)) - at;
        if (left <= room) return at + left;
        left -= room;
        at = next(at + room);
      }
    },
    before: (ms, minutes) => {
      const last = toMinute(ms);
      let day = dayOf(last);
      let end = isOpen(day) ? Math.min(last, closes(day)) : 0;
      // What is no work at all takes no time, but nobody begins it when the others go home.
      if (minutes === 0 && end > 0) end = Math.min(last, closes(day) - MINUTE_MS);
      let left = minutes * MINUTE_MS;
      while (end < opens(day) || left > end - opens(day)) {
        left -= Math.max(0, end - opens(day));
        day = preceding(day);
        end = closes(day) - (minutes === 0 ? MINUTE_MS : 0);
      }
      return end - left;
    },
  };
}

function openDay(day: string, step: 1 | -1, isOpen: (day: string) => boolean): string {
  let at = shiftDay(day, step);
  while (!isOpen(at)) at = shiftDay(at, step);
  return at;
}

function toMinute(ms: number): number {
  return Math.floor(ms / MINUTE_MS) * MINUTE_MS;
}

/** Round the clock, for machines and for what is to happen at an hour that somebody named. */
export const roundTheClock: OpenHours = {
  next: (ms) => ms,
  after: (ms, minutes) => ms + minutes * MINUTE_MS,
  before: (ms, minutes) => toMinute(ms) - minutes * MINUTE_MS,
};
