import { describe, expect, it } from 'vitest';
import { type PlacedTask, placeTasks } from '../../../src/playbooks/timeline/place-tasks.ts';
import { type Schedule, schedule } from '../../../src/playbooks/timeline/schedule.ts';
import { makeTasks, type Tasks } from '../../../src/playbooks/timeline/task.ts';
import { planText, playbookText } from './plan-text.ts';

/** A small generator whose numbers are the same everywhere. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Steps of all kinds with needs among those before them, and dates that mostly fit. */
function stepsFrom(seed: number): string {
  const next = random(seed);
  return Array.from({ length: 14 }, (_, at) => {
    const needs = Array.from({ length: Math.min(at, next(3)) }, () => `s${next(at)}`);
    const need = needs.length === 0 ? '' : `, needs: [${[...new Set(needs)].join(', ')}]`;
    if (next(6) === 0) return `  - {id: s${at}, type: wait, duration: ${1 + next(9)}d${need}}`;
    if (next(8) === 0) return `  - {id: s${at}, type: wait, until: last_day - ${10 + next(20)}d + 10h${need}}`;
    const span = ['', ', effort: 90m', ', effort: 11h', ', takes: 3d', ', takes: 26h', ', effort: 20m, takes: 2wd'];
    const due = ['', `, due: last_day - ${next(25)}d`, `, due: last_day - ${next(25)}d + ${8 + next(10)}h`, ''];
    const type = ['manual', 'manual', 'publish', 'verify'][next(4)];
    return `  - {id: s${at}, type: ${type}${span[next(6)]}${due[next(4)]}${need}}`;
  }).join('\n');
}

const start = Date.parse('2027-03-08T08:00:00Z');

async function tasksFrom(seed: number): Promise<Tasks> {
  return makeTasks(await planText(playbookText(stepsFrom(seed)), { last_day: '2027-05-20' }));
}

function isLate(placed: ReadonlyMap<string, PlacedTask>): boolean {
  return [...placed.values()].some(({ lateMs }) => lateMs > 0);
}

/** Whether something is late when one step begins so many minutes later. */
function isLateWith(tasks: Tasks, latest: Schedule['latest'], id: string, minutes: number): boolean {
  return isLate(placeTasks(tasks, { startsMs: start, latest, delayed: new Map([[id, minutes]]) }));
}

describe('a schedule', () => {
  const seeds = Array.from({ length: 30 }, (_, at) => at + 1);

  it('begins no step before what it needs has ended', async () => {
    for (const seed of seeds) {
      const { placed } = schedule(await tasksFrom(seed), start);
      const all = [...placed.values()];
      const early = all.filter(({ task, startsMs }) =>
        task.needs.some((need) => startsMs < (placed.get(need)?.endsMs ?? Number.POSITIVE_INFINITY)),
      );
      expect(early, `seed ${seed}`).toEqual([]);
      expect(all.filter(({ startsMs, endsMs }) => endsMs < startsMs)).toEqual([]);
    }
  });

  it('is late only where the slack of a step is used up, and by the next minute', async () => {
    const measured: unknown[] = [];
    for (const seed of seeds) {
      const tasks = await tasksFrom(seed);
      const { placed, latest, slackMinutes } = schedule(tasks, start);
      if (isLate(placed)) continue;
      for (const id of placed.keys()) {
        const slack = slackMinutes(id);
        const [by, more] = slack === null ? [500_000, false] : [slack, isLateWith(tasks, latest, id, slack + 1)];
        measured.push({
          seed,
          id,
          isLate: isLateWith(tasks, latest, id, by),
          isLateAfterIt: more === (slack !== null),
        });
      }
    }
    expect(measured.length).toBeGreaterThan(100);
    expect(measured.filter((one) => JSON.stringify(one).includes('"isLate":true'))).toEqual([]);
    expect(measured.filter((one) => JSON.stringify(one).includes('"isLateAfterIt":false'))).toEqual([]);
  });

  it('lets a date that is reckoned from a step hold what comes after that step, and not what comes before it', async () => {
    const steps = [
      '  - {id: before, type: manual}',
      '  - {id: off, type: manual, needs: before}',
      '  - {id: work, type: manual, effort: 1h, needs: off}',
      '  - {id: report, type: manual, needs: work, due: "$' + '{{ steps.off.at }} + 1d"}',
    ];
    const { slackMinutes } = schedule(makeTasks(await planText(playbookText(steps.join('\n')))), start);
    expect(slackMinutes('before')).toBeNull();
    expect(slackMinutes('work')).toBe(7 * 60);
  });

  it('asks for what comes before a long wait as early as the wait is long', async () => {
    const steps = [
      '  - {id: off, type: manual, due: last_day}',
      '  - {id: grace, type: wait, duration: 30d, needs: off}',
      '  - {id: paper, type: manual, needs: grace, due: last_day}',
    ];
    const { placed } = schedule(
      makeTasks(await planText(playbookText(steps.join('\n')), { last_day: '2027-05-20' })),
      start,
    );
    expect(new Date(placed.get('off')?.startsMs ?? 0).toISOString()).toBe('2027-04-20T07:00:00.000Z');
    expect(placed.get('paper')?.lateMs).toBe(0);
  });
});
