import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../archive/verify-random.ts';
import { type RunWorkspace, runWorkspace } from '../support/run-workspace.ts';
import { bringToEnd, copyOf, linesOf, startWorker } from './chaos.ts';
import { before, closingWorkspace, readyRun } from './closing-run.ts';

/** `npm run chaos` says how many seeds. */
const isLong = process.env.CHAOS !== undefined;
const seeds = Number(process.env.CHAOS ?? 1);

/** A command that nothing is behind, so that it is plain how often it ran. */
const closes = `  - id: close
    type: command
    needs: [signoff]
    irreversible: true
    confirm: aurora
    with: {run: sh, args: ["-c", "echo close >> closed.log"]}
    probe: {type: command, with: {PROBE}}
  - {id: after, type: command, needs: [close], with: {run: sh, args: ["-c", "echo after >> done.log"], idempotent: true}}
`;

const probes = { 'what is so': 'run: test, args: ["-e", "closed.log"]', nothing: 'run: sh, args: ["-c", "exit 7"]' };

/** A run that is about to do what cannot be undone. */
async function template(kind: keyof typeof probes): Promise<{ dir: string; run: string }> {
  const { dir, runs } = await closingWorkspace(before + closes.replace('PROBE', probes[kind]));
  const run = await readyRun(runs);
  await runs.confirm(run, 'close', 'omar', { typed: 'aurora' });
  return { dir, run };
}

async function expectWhole(runs: RunWorkspace, run: string): Promise<void> {
  expect(await linesOf(runs.dir, 'closed.log')).toEqual(['close']);
  expect(await runs.verify(run)).toBe(true);
  expect((await runs.show(run)).run.state).toBe('succeeded');
  expect((await linesOf(runs.dir, 'done.log')).filter((line) => line === 'after').length).toBeGreaterThan(0);
}

const points = [
  'lease-taken',
  'before-intent',
  'intent-written',
  'effect-begins',
  'effect-done',
  'outcome-written',
  'before-end',
  'ended',
] as const;
const again = ['lease-taken', 'recovering', 'probed', 'outcome-written'] as const;
/** Where nothing tells that it was done, no outcome is written. */
const inDoubt = ['lease-taken', 'recovering', 'probed'] as const;

/** Everywhere with `npm run chaos`; otherwise where it matters most for each probe. */
const tried = {
  'what is so': {
    points: isLong ? points : (['intent-written', 'effect-begins', 'effect-done', 'outcome-written', 'ended'] as const),
    again: isLong ? again : (['recovering'] as const),
  },
  nothing: {
    points: isLong ? points : (['effect-done'] as const),
    again: isLong ? inDoubt : (['probed'] as const),
  },
};

describe.each(['what is so', 'nothing'] as const)('a runner that is killed, with a probe that says %s', (kind) => {
  let made: { dir: string; run: string };
  beforeAll(async () => {
    made = await template(kind);
  });

  const endedWell = async (runs: RunWorkspace): Promise<void> => {
    await bringToEnd(runs, made.run, async () => existsSync(join(runs.dir, 'closed.log')));
    await expectWhole(runs, made.run);
  };

  it.each(tried[kind].points)('at %s loses nothing and does nothing twice', async (point) => {
    const dir = await copyOf(made.dir);
    const killed = startWorker(dir, made.run, { kill: { point, nth: 1 } });
    expect(await killed.ended).toBeNull();
    expect(killed.points.at(-1)).toBe(point);
    await endedWell(runWorkspace(dir));
  });

  it.each(tried[kind].again)('and whose successor is killed at %s, the same', async (point) => {
    const dir = await copyOf(made.dir);
    await startWorker(dir, made.run, { kill: { point: 'effect-done', nth: 1 } }).ended;
    const second = startWorker(dir, made.run, { kill: { point, nth: 1 } });
    expect(await second.ended).toBeNull();
    await endedWell(runWorkspace(dir));
  });

  it.each(Array.from({ length: seeds }, (_, seed) => seed))('at any moment, the same: seed %i', async (seed) => {
    const random = seededRandom(seed);
    const dir = await copyOf(made.dir);
    for (let kills = 0; kills < 2; kills += 1) {
      const worker = startWorker(dir, made.run);
      await new Promise((resolve) => setTimeout(resolve, 120 + random(400)));
      worker.signal('SIGKILL');
      await worker.ended;
    }
    await endedWell(runWorkspace(dir));
  });
});
