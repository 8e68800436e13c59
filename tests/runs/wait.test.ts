import { describe, expect, it } from 'vitest';
import { advanceRun } from '../../src/journeys/runs/advance-run.ts';
import { DAY, does, opened, statesOf } from './opened-run.ts';

describe('waiting for a date', () => {
  it('ends when its time has come, and a clock that goes back does not undo that', async () => {
    const { runs, clock, done } = await opened(
      `  - {id: grace, type: wait, duration: 30d}\n${does('after', ', needs: [grace]')}`,
    );
    const run = await runs.start('leave');
    await runs.advance(run);
    expect(await runs.step(run, 'grace')).toMatchObject({
      state: 'waiting',
      waits: 'timer',
      timerAt: '2026-12-26T09:00:00.000Z',
    });
    clock.move(30 * DAY - 1);
    await runs.advance(run);
    expect(await done()).toEqual([]);
    clock.move(1);
    await runs.advance(run, 'grace');
    clock.move(-40 * DAY);
    expect((await runs.advance(run)).run.state).toBe('succeeded');
    expect(await done()).toEqual(['after']);
  });

  it('is over at once when its time had come before a runner saw it', async () => {
    const { runs, clock, done } = await opened(
      `  - {id: ask, type: manual}\n  - {id: hour, type: wait, until: "last_day", needs: [ask]}\n${does('after', ', needs: [hour]')}`,
      'inputs: {last_day: {type: date, required: true}}',
    );
    const run = await runs.start('leave', { last_day: '2026-11-30' });
    await runs.advance(run);
    await runs.confirm(run, 'ask', 'omar');
    // Nobody has set a timer yet, and it is told all the same.
    expect(await runs.step(run, 'hour')).toMatchObject({ waits: 'timer', timerAt: '2026-11-29T23:00:00.000Z' });
    clock.set('2026-12-01T08:00:00.000Z');
    expect((await runs.advance(run)).run.state).toBe('succeeded');
    expect(await done()).toEqual(['after']);
  });

  it('keeps the time of day over both changes of the clocks', async () => {
    const { runs, clock } = await opened('  - {id: grace, type: wait, duration: 10d}');
    clock.set('2026-10-20T07:00:00.000Z');
    const autumn = await runs.start('leave');
    await runs.advance(autumn);
    // 9 in the morning in Berlin, in summer and in winter.
    expect((await runs.step(autumn, 'grace')).timerAt).toBe('2026-10-30T08:00:00.000Z');
    clock.set('2027-03-24T08:00:00.000Z');
    const spring = await runs.start('leave');
    await runs.advance(spring);
    expect((await runs.step(spring, 'grace')).timerAt).toBe('2027-04-03T07:00:00.000Z');
  });

  it('waits until a day, and until something is so', async () => {
    const { runs, clock } = await opened(
      `  - {id: day, type: wait, until: "last_day + 1d"}\n  - {id: ask, type: manual}\n  - {id: so, type: wait, condition: "steps.ask.state == 'succeeded'"}`,
      'inputs: {last_day: {type: date, required: true}}',
    );
    const run = await runs.start('leave', { last_day: '2026-11-30' });
    await runs.advance(run);
    expect((await runs.step(run, 'day')).timerAt).toBe('2026-11-30T23:00:00.000Z');
    await runs.confirm(run, 'ask', 'omar');
    await runs.advance(run);
    expect(await statesOf(runs, run)).toMatchObject({ day: 'waiting: timer', so: 'succeeded' });
    clock.set('2026-11-30T23:00:00.000Z');
    expect((await runs.advance(run)).run.state).toBe('succeeded');
  });

  it('gives the whole time once more to a step that is opened again', async () => {
    const { runs, clock } = await opened('  - {id: ask, type: manual, timeout: 2d, on_timeout: fail}');
    const run = await runs.start('leave');
    await runs.advance(run);
    clock.move(3 * DAY);
    await runs.advance(run);
    expect(await runs.step(run, 'ask')).toMatchObject({ state: 'blocked' });
    clock.move(7 * DAY);
    await runs.resolve(run, 'ask', 'anna', 'again');
    await runs.advance(run);
    expect(await runs.step(run, 'ask')).toMatchObject({ state: 'waiting', timerAt: '2026-12-08T09:00:00.000Z' });
    clock.move(DAY);
    await runs.advance(run);
    expect(await runs.step(run, 'ask')).toMatchObject({ state: 'waiting' });
  });

  it('gives up, goes on or only reminds when nobody answered in time', async () => {
    const ask = (id: string, way: string) => `  - {id: ${id}, type: manual, timeout: 2d, on_timeout: ${way}}`;
    const { runs, clock } = await opened([ask('a', 'fail'), ask('b', 'continue'), ask('c', 'remind')].join('\n'));
    const run = await runs.start('leave');
    await runs.advance(run);
    clock.move(2 * DAY);
    await runs.advance(run);
    expect(await statesOf(runs, run)).toEqual({ a: 'blocked', b: 'skipped', c: 'waiting: input' });
  });

  it('says of nothing that was answered in time that nobody did', async () => {
    const steps = `  - {id: a, type: manual, timeout: 2d, on_timeout: remind}
  - {id: b, type: manual, timeout: 2d, on_timeout: remind}`;
    const { dir, runs, clock } = await opened(steps);
    const run = await runs.start('leave');
    await runs.advance(run);
    await runs.confirm(run, 'a', 'anna');
    clock.move(2 * DAY);
    const context = { clock, signal: new AbortController().signal, onProgress: () => undefined };
    const { did } = await advanceRun({ run, until: null }, { cwd: dir, workspaceDir: dir }, context);
    expect(did).toEqual([{ step: 'b', what: 'timer', says: 'Nobody answered within 2d.' }]);
  });
});
