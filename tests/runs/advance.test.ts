import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { movableClock, newRunFolder, playbookOf, runWorkspace } from '../support/run-workspace.ts';
import { DAY, does, opened, statesOf } from './opened-run.ts';

describe('advancing a run', () => {
  it('does each step after what it needs, once, and ends', async () => {
    const steps = [does('last', ', needs: [first, second]'), does('first'), does('second', ', needs: [first]')];
    const { runs, done } = await opened(steps.join('\n'));
    const run = await runs.start('leave');
    const view = await runs.advance(run);
    expect(view.run.state).toBe('succeeded');
    expect(await done()).toEqual(['first', 'second', 'last']);
    expect((await runs.advance(run)).run.state).toBe('succeeded');
    expect(await done()).toHaveLength(3);
    expect(await runs.verify(run)).toBe(true);
  });

  it('passes on what a step gave, and skips what its condition shuts, and what is behind it goes on', async () => {
    const { runs, done } = await opened(
      `  - {id: ask, type: command, with: {run: printf, args: ["%s", "\${{ inputs.word }}"], idempotent: true}}
  - {id: loud, type: command, needs: [ask], if: "steps.ask.outputs.stdout_tail == 'loud'", with: {run: sh, args: ["-c", "echo loud >> done.log"], idempotent: true}}
${does('after', ', needs: [loud]')}`,
      'inputs: {word: {type: string, required: true}}',
    );
    const quiet = await runs.start('leave', { word: 'quiet' });
    expect((await runs.advance(quiet)).run.state).toBe('succeeded');
    expect(await done()).toEqual(['after']);
    expect(await statesOf(runs, quiet)).toEqual({ ask: 'succeeded', loud: 'skipped', after: 'succeeded' });
    const loud = await runs.start('leave', { word: 'loud' });
    await runs.advance(loud);
    expect(await done()).toEqual(['after', 'loud', 'after']);
  });

  it('tries again what failed, with pauses that grow, within its budget, and then needs a person', async () => {
    const { runs, clock, dir } = await opened(
      `  - {id: shaky, type: command, with: {run: test, args: ["-e", "there"], idempotent: true}, retry: {max_attempts: 3, backoff: exponential, delay: 10m}}
${does('after', ', needs: [shaky]')}`,
    );
    const run = await runs.start('leave');
    await runs.advance(run);
    expect(await statesOf(runs, run)).toEqual({ shaky: 'waiting: back-off', after: 'pending' });
    clock.move(9 * 60_000);
    await runs.advance(run);
    expect((await runs.step(run, 'shaky')).attempt).toBe(1);
    clock.move(60_000);
    await runs.advance(run);
    expect(await runs.step(run, 'shaky')).toMatchObject({ attempt: 2, timerAt: '2026-11-26T09:30:00.000Z' });
    clock.move(20 * 60_000);
    const view = await runs.advance(run);
    expect(view.run.state).toBe('needs_attention');
    expect(await statesOf(runs, run)).toEqual({ shaky: 'blocked', after: 'pending' });
    await writeFile(join(dir, 'there'), '');
    await runs.resolve(run, 'shaky', 'anna', 'again');
    expect((await runs.advance(run)).run.state).toBe('succeeded');
  });

  it('gives every attempt at a step the same key', async () => {
    const { runs, clock } = await opened(
      '  - {id: shaky, type: command, with: {run: "false", idempotent: true}, retry: {max_attempts: 2, delay: 2m}}',
    );
    const run = await runs.start('leave');
    await runs.advance(run);
    clock.move(2 * 60_000);
    await runs.advance(run);
    const keys = (await runs.journal(run)).flatMap((entry) => (entry.type === 'step.intent' ? [entry.body.key] : []));
    expect(keys).toEqual([`${run}/shaky`, `${run}/shaky`]);
  });

  it('goes on past what failed where the playbook says so', async () => {
    const { runs } = await opened(
      `  - {id: nice, type: command, with: {run: "false", idempotent: true}, on_failure: continue}\n${does('after', ', needs: [nice]')}`,
    );
    const run = await runs.start('leave');
    expect((await runs.advance(run)).run.state).toBe('succeeded');
    expect(await statesOf(runs, run)).toEqual({ nice: 'failed', after: 'succeeded' });
  });

  it('does nothing on a condition that cannot be worked out', async () => {
    const { runs, done } = await opened(
      `${does('first')}\n${does('second', ', needs: [first], if: "fromJSON(steps.first.outputs.stdout_tail)"')}`,
    );
    const run = await runs.start('leave');
    expect((await runs.advance(run)).run.state).toBe('needs_attention');
    expect(await done()).toEqual(['first']);
  });

  it('writes nothing as long as there is nothing to do, however often it is looked after', async () => {
    const { runs, clock } = await opened(
      `${does('one')}\n  - {id: ask, type: manual, needs: [one]}\n  - {id: grace, type: wait, duration: 30d}\n  - {id: so, type: gate, with: {require: [{that: "steps.one.state == 'failed'", say: never}]}, needs: [one]}`,
    );
    const run = await runs.start('leave');
    await runs.advance(run);
    const before = (await runs.journal(run)).length;
    for (let day = 0; day < 20; day += 1) {
      clock.move(DAY);
      await runs.advance(run);
    }
    expect((await runs.journal(run)).length).toBe(before);
    clock.move(10 * DAY);
    await runs.advance(run);
    expect(await runs.step(run, 'grace')).toMatchObject({ state: 'succeeded' });
  });

  it('goes as far as it is told', async () => {
    const { runs, done } = await opened(
      [does('one'), does('two', ', needs: [one]'), does('three', ', needs: [two]')].join('\n'),
    );
    const run = await runs.start('leave');
    await runs.advance(run, 'two');
    expect(await done()).toEqual(['one', 'two']);
    await expect(runs.advance(run, 'tow')).rejects.toMatchObject({ code: 'step.unknown', hint: 'Did you mean "two"?' });
  });

  it('begins nothing while it is paused, and nothing that has been cancelled', async () => {
    const { runs, done } = await opened(
      `${does('one')}\n  - {id: ask, type: manual, needs: [one]}\n${does('two', ', needs: [ask]')}`,
    );
    const run = await runs.start('leave');
    await runs.advance(run);
    await runs.pause(run, 'anna');
    await expect(runs.confirm(run, 'ask', 'anna')).rejects.toMatchObject({ code: 'run.paused' });
    expect((await runs.advance(run)).run.state).toBe('paused');
    await runs.resume(run, 'anna');
    await runs.confirm(run, 'ask', 'anna');
    await runs.cancel(run, 'anna', false);
    expect((await runs.advance(run)).run.state).toBe('cancelled');
    expect(await done()).toEqual(['one']);
    expect(await statesOf(runs, run)).toEqual({ one: 'succeeded', ask: 'succeeded', two: 'cancelled' });
  });

  it('undoes what was done when it is cancelled so, the newest first', async () => {
    const undo = (id: string) =>
      `, compensate: {type: command, with: {run: sh, args: ["-c", "echo undo-${id} >> done.log"]}}`;
    const { runs, done } = await opened(
      [
        does('one', undo('one')),
        does('two', `, needs: [one]${undo('two')}`),
        '  - {id: ask, type: manual, needs: [two]}',
      ].join('\n'),
    );
    const run = await runs.start('leave');
    await runs.advance(run);
    await runs.cancel(run, 'anna', true);
    expect((await runs.advance(run)).run.state).toBe('rolled_back');
    expect(await done()).toEqual(['one', 'two', 'undo-two', 'undo-one']);
    expect(await statesOf(runs, run)).toEqual({ one: 'compensated', two: 'compensated', ask: 'cancelled' });
  });

  it('lets one run of a group go after the other', async () => {
    const { runs, clock, done } = await opened(
      `  - {id: ask, type: manual}\n${does('two', ', needs: [ask]')}`,
      'concurrency: {group: "x"}',
    );
    const first = await runs.start('leave');
    clock.move(1000);
    const second = await runs.start('leave');
    await runs.advance(second);
    expect(await runs.show(second)).toMatchObject({
      lockedBy: first,
      steps: [{ waits: 'lock' }, { state: 'pending' }],
    });
    await runs.confirm(first, 'ask', 'anna');
    await runs.advance(first);
    await runs.advance(second);
    expect(await statesOf(runs, second)).toEqual({ ask: 'waiting: input', two: 'pending' });
    expect(await done()).toEqual(['two']);
  });

  it('does the steps of a playbook that another one uses, and gives out what that one gives', async () => {
    const clock = movableClock();
    const inner = playbookOf(
      'inner',
      `  - {id: say, type: command, with: {run: printf, args: ["%s", "\${{ inputs.what }}"], idempotent: true}}`,
      `inputs: {what: {type: string, required: true}}\noutputs: {said: "\${{ steps.say.outputs.stdout_tail }}"}`,
    );
    const outer = playbookOf(
      'outer',
      `  - {id: x, uses: inner, with: {what: "\${{ inputs.word }}!"}}
  - {id: echo, type: command, needs: [x], with: {run: sh, args: ["-c", "echo \${{ steps.x.outputs.said }} >> done.log"], idempotent: true}}`,
      'inputs: {word: {type: string, required: true}}',
    );
    const dir = await newRunFolder({ inner, outer });
    const runs = runWorkspace(dir, clock);
    const run = await runs.start('outer', { word: 'bye' });
    expect((await runs.advance(run)).run.state).toBe('succeeded');
    expect(Object.keys(await statesOf(runs, run))).toEqual(['x/say', 'x', 'echo']);
    expect(await readFile(join(dir, 'done.log'), 'utf8')).toBe('bye!\n');
  });

  it('fails where somebody sees it when what a used playbook gives out cannot be worked out', async () => {
    const more = `outputs: {said: "\${{ fromJSON(steps.say.outputs.stdout_tail) }}"}`;
    const inner = playbookOf(
      'inner',
      '  - {id: say, type: command, with: {run: printf, args: ["x"], idempotent: true}}',
      more,
    );
    const dir = await newRunFolder({ inner, outer: playbookOf('outer', '  - {id: x, uses: inner}') });
    const runs = runWorkspace(dir, movableClock());
    const run = await runs.start('outer');
    expect((await runs.advance(run)).run.state).toBe('needs_attention');
    expect(await statesOf(runs, run)).toEqual({ 'x/say': 'succeeded', x: 'blocked' });
  });
});
