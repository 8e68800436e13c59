import { describe, expect, it } from 'vitest';
import { noKeepRules } from '../../../src/model/retention/keep-rules.ts';
import { type Pin, planPrune } from '../../../src/model/retention/prune-plan.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';

const taken = (startedAt: string, more: Partial<Snapshot> = {}): Snapshot => ({
  id: startedAt,
  channel: 'blog',
  url: 'https://blog.example.org/',
  file: `${startedAt}.wacz`,
  state: 'complete',
  pages: 1,
  gaps: 0,
  bytes: 1,
  sha256: `sha256:${'0'.repeat(64)}`,
  signed: true,
  startedAt,
  finishedAt: startedAt,
  ...more,
});

const days = (count: number, from = '2026-01-01T10:00:00.000Z'): readonly Snapshot[] =>
  Array.from({ length: count }, (_, index) => taken(new Date(Date.parse(from) + index * 86_400_000).toISOString()));

const stay = (
  snapshots: readonly Snapshot[],
  rules: Partial<typeof noKeepRules>,
  { zone = 'UTC', pins = new Map<string, readonly Pin[]>() } = {},
) =>
  planPrune(snapshots, { rules: { ...noKeepRules, ...rules }, zone, pins })
    .filter(({ keeps }) => keeps.length > 0)
    .map(({ snapshot }) => snapshot.id.slice(0, 16));

describe('which snapshots stay', () => {
  it('all of them where no rule says how many', () => {
    expect(stay(days(40), {})).toHaveLength(40);
  });

  it('the newest, and the last of each day, week, month and year', () => {
    const year = days(365);
    expect(stay(year, { last: 3 })).toEqual(['2026-12-29T10:00', '2026-12-30T10:00', '2026-12-31T10:00']);
    expect(stay(year, { weekly: 3 })).toEqual(['2026-12-20T10:00', '2026-12-27T10:00', '2026-12-31T10:00']);
    expect(stay(year, { monthly: 3 })).toEqual(['2026-10-31T10:00', '2026-11-30T10:00', '2026-12-31T10:00']);
    // Thirty days of December, seven Sundays before them, and the ends of eleven months.
    expect(stay(year, { last: 7, daily: 30, weekly: 12, monthly: 24, yearly: 10 })).toHaveLength(30 + 7 + 11);
  });

  it('a snapshot of the first hour of a year counts for the year that it is where the brand is', () => {
    const two = [taken('2026-12-31T12:00:00.000Z'), taken('2026-12-31T23:30:00.000Z')];
    expect(stay(two, { yearly: 5 })).toEqual(['2026-12-31T23:30']);
    expect(stay(two, { yearly: 5 }, { zone: 'Europe/Berlin' })).toEqual(['2026-12-31T12:00', '2026-12-31T23:30']);
  });

  it('weeks are those of ISO 8601, which know no turn of the year', () => {
    const two = [taken('2026-12-31T12:00:00.000Z'), taken('2027-01-02T12:00:00.000Z')];
    expect(stay(two, { weekly: 5 })).toEqual(['2027-01-02T12:00']);
  });

  it('days without a snapshot are not counted: a channel that rested for a year keeps what it has', () => {
    const old = [...days(10, '2020-01-01T10:00:00.000Z'), taken('2026-11-27T10:00:00.000Z')];
    expect(stay(old, { daily: 5 })).toEqual([
      '2020-01-07T10:00',
      '2020-01-08T10:00',
      '2020-01-09T10:00',
      '2020-01-10T10:00',
      '2026-11-27T10:00',
    ]);
  });

  it('a partial one does not stand for a day that has a complete one', () => {
    const day = [
      taken('2026-01-01T08:00:00.000Z'),
      taken('2026-01-01T20:00:00.000Z', { state: 'partial' }),
      taken('2026-01-02T08:00:00.000Z'),
    ];
    expect(stay(day, { daily: 9 })).toEqual(['2026-01-01T08:00', '2026-01-02T08:00']);
  });

  it('the last complete one and the newest stay, whatever the rules', () => {
    const broken = [
      ...days(3),
      ...days(5, '2026-02-01T10:00:00.000Z').map((one) => ({ ...one, state: 'partial' as const })),
    ];
    expect(stay(broken, { last: 1 })).toEqual(['2026-01-03T10:00', '2026-02-05T10:00']);
  });

  it('of a channel that moved, the last complete one of each address stays', () => {
    const moved = [
      ...days(3).map((one) => ({ ...one, url: 'https://old.example.org/' })),
      ...days(3, '2026-02-01T10:00:00.000Z'),
    ];
    expect(stay(moved, { last: 1 })).toEqual(['2026-01-03T10:00', '2026-02-03T10:00']);
  });

  it('what is held, named by a run, or has the only copy of a post stays', () => {
    const five = days(5);
    const id = (index: number) => five[index]?.id ?? '';
    const pins = new Map<string, readonly Pin[]>([
      [id(0), [{ by: 'hold', hold: 1, why: 'A case', who: 'anna' }]],
      [id(1), [{ by: 'run', runs: ['r1'] }]],
      [id(2), [{ by: 'only-copy', posts: 3 }]],
    ]);
    expect(stay(five, { last: 1 }, { pins })).toEqual([0, 1, 2, 4].map((index) => id(index).slice(0, 16)));
  });

  it('the order in which they are given has no say', () => {
    const shuffled = [...days(60)].sort((a, b) => (a.id.slice(8) < b.id.slice(8) ? -1 : 1));
    const rules = { last: 2, weekly: 4, monthly: 2 };
    expect([...stay(shuffled, rules)].sort()).toEqual(stay(days(60), rules));
  });
});
