import { describe, expect, it } from 'vitest';
import type { MissedPolicy, ScheduleTiming } from '../../src/model/schedule/schedule.ts';
import { nextAttempt, noticePause } from '../../src/schedules/back-off.ts';
import { decideDue } from '../../src/schedules/missed.ts';

const daily: ScheduleTiming = {
  cron: '0 3 * * *',
  everyMs: null,
  timezone: 'UTC',
  jitterMs: 0,
  denser: [],
  lastDayEnd: null,
};
const slot = { slotAt: '2026-03-10T03:00:00.000Z', dueAt: '2026-03-10T03:00:00.000Z' };
const decide = (policy: MissedPolicy, now: string) => decideDue(daily, policy, slot, now);

describe('a slot that is due', () => {
  it('is taken on time, whatever is to be done about missed ones', () => {
    for (const policy of ['skip', 'once', 'all'] as const) {
      expect(decide(policy, '2026-03-10T03:00:30.000Z')).toEqual({
        isTaken: true,
        missed: 0,
        nextSlot: '2026-03-11T03:00:00.000Z',
      });
    }
  });

  it('that was missed is left out with skip, and taken late with once', () => {
    const late = '2026-03-10T09:00:00.000Z';
    expect(decide('skip', late)).toMatchObject({ isTaken: false, missed: 1, nextSlot: '2026-03-11T03:00:00.000Z' });
    expect(decide('once', late)).toMatchObject({ isTaken: true, missed: 0, nextSlot: '2026-03-11T03:00:00.000Z' });
  });

  it('after a jump of days stands for all of them with once, and is the first of them with all', () => {
    const days = '2026-03-14T12:00:00.000Z';
    expect(decide('once', days)).toEqual({ isTaken: true, missed: 4, nextSlot: '2026-03-15T03:00:00.000Z' });
    expect(decide('all', days)).toEqual({ isTaken: true, missed: 0, nextSlot: '2026-03-11T03:00:00.000Z' });
    expect(decide('skip', days)).toEqual({ isTaken: false, missed: 5, nextSlot: '2026-03-15T03:00:00.000Z' });
  });

  it('with skip is taken when the newest of the missed ones is on time', () => {
    expect(decide('skip', '2026-03-14T03:01:00.000Z')).toEqual({
      isTaken: true,
      missed: 4,
      nextSlot: '2026-03-15T03:00:00.000Z',
    });
  });

  it('is followed by a later one also where the clock was put back meanwhile', () => {
    for (const policy of ['skip', 'once', 'all'] as const) {
      expect(decide(policy, '2026-03-09T20:00:00.000Z').nextSlot).toBe('2026-03-11T03:00:00.000Z');
    }
  });

  it('of each minute counts a year of missed ones only roughly, and at once', () => {
    const minutely = { ...daily, cron: '* * * * *' };
    const begun = performance.now();
    const { missed, nextSlot } = decideDue(minutely, 'once', slot, '2027-03-10T03:00:30.000Z');
    expect([missed, nextSlot]).toEqual([1_000, '2027-03-10T03:01:00.000Z']);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('the pause after a failure', () => {
  const retry = { maxAttempts: 4, backoffMs: 60_000 };
  const now = '2026-03-10T03:00:00.000Z';

  it('doubles, and ends with the last attempt', () => {
    const pauses = [1, 2, 3, 4].map((failed) => nextAttempt(retry, failed, now, '2026-03-11T03:00:00.000Z'));
    expect(pauses).toEqual(['2026-03-10T03:01:00.000Z', '2026-03-10T03:02:00.000Z', '2026-03-10T03:04:00.000Z', null]);
  });

  it('gives way to the next slot', () => {
    expect(nextAttempt(retry, 1, now, '2026-03-10T03:00:30.000Z')).toBeNull();
  });

  it('of a notice grows to six hours and is given up after some days', () => {
    const pauses = Array.from({ length: 20 }, (_, place) => noticePause(place + 1));
    const sumMs = pauses.reduce<number>((sum, ms) => sum + (ms ?? 0), 0);
    expect(pauses[0]).toBe(60_000);
    expect(pauses.at(-1)).toBeNull();
    expect(sumMs / 86_400_000).toBeGreaterThan(2);
    expect(sumMs / 86_400_000).toBeLessThan(4);
  });
});
