import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { newRunFolder, playbookOf, runWorkspace } from '../support/run-workspace.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { linesOf, startWorker } from './chaos.ts';
import { before, byHand, closingWorkspace, readyRun } from './closing-run.ts';

const does = (id: string, more = '') =>
  `  - {id: ${id}, type: command, with: {run: sh, args: ["-c", "echo ${id} >> done.log; sleep 0.1"], idempotent: true}${more}}`;
const chain = [does('one'), does('two', ', needs: [one]'), does('three', ', needs: [two]')].join('\n');

const closes = `${before}  - id: close
    type: command
    needs: [signoff]
    irreversible: true
    confirm: aurora
    with: {run: sh, args: ["-c", "echo close >> closed.log"]}
    probe: {type: command, with: {run: test, args: ["-e", "closed.log"]}}
`;

describe('several at one run', () => {
  it('three runners at once do each step once', async () => {
    const runs = runWorkspace(await newRunFolder({ leave: playbookOf('leave', chain) }));
    const run = await runs.start('leave');
    await Promise.all([1, 2, 3].map(() => startWorker(runs.dir, run).ended));
    expect((await runs.advance(run)).run.state).toBe('succeeded');
    expect(await linesOf(runs.dir, 'done.log')).toEqual(['one', 'two', 'three']);
    expect(await runs.verify(run)).toBe(true);
  });

  it('a runner leaves a run alone that another one is at', async () => {
    const runs = runWorkspace(await newRunFolder({ leave: playbookOf('leave', chain) }));
    const run = await runs.start('leave');
    const first = startWorker(runs.dir, run, { stop: { point: 'lease-taken', nth: 1 } });
    await expect.poll(() => first.points.at(-1), { timeout: 20_000 }).toBe('lease-taken');
    expect(await startWorker(runs.dir, run).ended).toMatchObject({ isBusy: true, did: [] });
    first.signal('SIGCONT');
    expect(await first.ended).toMatchObject({ isBusy: false, state: 'succeeded' });
  });

  it('a runner that stood still after its intent does nothing any more when another one has taken over', async () => {
    const { dir, runs } = await closingWorkspace(closes);
    const run = await readyRun(runs);
    await runs.confirm(run, 'close', 'anna', { typed: 'aurora' });
    const stopped = startWorker(dir, run, { stop: { point: 'intent-written', nth: 1 } });
    await expect.poll(() => stopped.points.at(-1), { timeout: 20_000 }).toBe('intent-written');
    // Half a minute later by its clock, the lease is over.
    const other = await startWorker(dir, run, { offsetMs: 40_000 }).ended;
    expect(other).toMatchObject({ isBusy: false, state: 'needs_attention', now: ['close'] });
    stopped.signal('SIGCONT');
    expect(await stopped.ended).toMatchObject({ error: 'run.lease-lost' });
    expect(existsSync(join(dir, 'closed.log'))).toBe(false);
    expect(await runs.step(run, 'close')).toMatchObject({ state: 'in_doubt' });
    expect(await runs.verify(run)).toBe(true);
  });

  it('two people who confirm at once: one is heard, the other one is told', async () => {
    const runs = runWorkspace(await newRunFolder({ leave: playbookOf('leave', '  - {id: ask, type: manual}') }));
    const run = await runs.start('leave');
    await runs.advance(run);
    const both = await Promise.allSettled([runs.confirm(run, 'ask', 'anna'), runs.confirm(run, 'ask', 'lena')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'step.already-confirmed' } });
  });

  it('a click that is made twice counts once', async () => {
    const runs = runWorkspace(await newRunFolder({ leave: playbookOf('leave', '  - {id: ask, type: manual}') }));
    const run = await runs.start('leave');
    await runs.advance(run);
    const both = await Promise.all([runs.confirm(run, 'ask', 'anna'), runs.confirm(run, 'ask', 'anna')]);
    expect([...both].sort()).toEqual(['already', 'confirmed']);
    const outcomes = (await runs.journal(run)).filter(({ type }) => type === 'step.outcome');
    expect(outcomes).toHaveLength(1);
  });

  it('an approval given while a runner is killed is there afterwards', async () => {
    const { dir, runs } = await closingWorkspace(`${byHand}  - {id: beside, type: wait, duration: 1h}\n`);
    const run = await runs.start('close', {}, 'ines');
    await runs.advance(run);
    await runs.confirm(run, 'memo', 'omar');
    await runs.advance(run);
    const killed = startWorker(dir, run, { kill: { point: 'timer-fired', nth: 1 }, offsetMs: 2 * 3_600_000 });
    const [ended] = await Promise.all([killed.ended, runs.approve(run, 'signoff', 'anna')]);
    expect(ended).toBeNull();
    await runs.approve(run, 'signoff', 'lena');
    await runs.advance(run);
    expect(await runs.step(run, 'signoff')).toMatchObject({ state: 'succeeded' });
    expect(await runs.step(run, 'beside')).toMatchObject({ state: 'succeeded' });
    expect(await runs.verify(run)).toBe(true);
  });
});

describe('a run', () => {
  it('goes on by its own copy when its playbook is changed or gone', async () => {
    const dir = await newRunFolder({
      leave: playbookOf('leave', `  - {id: ask, type: manual}\n${does('after', ', needs: [ask]')}`),
    });
    const runs = runWorkspace(dir);
    const run = await runs.start('leave');
    await writeFile(join(dir, 'playbooks', 'leave.yaml'), 'nothing of it');
    await runs.confirm(run, 'ask', 'anna');
    await rm(join(dir, 'playbooks'), { recursive: true });
    expect((await runs.advance(run)).run.state).toBe('succeeded');
    expect(await linesOf(dir, 'done.log')).toEqual(['after']);
  });

  it('has its intent on the disk before the effect begins', async (context) => {
    const strace = await promisify(execFile)('strace', ['-V']).then(
      () => true,
      () => false,
    );
    if (!strace) context.skip('strace is not installed here');
    const runs = runWorkspace(await newRunFolder({ leave: playbookOf('leave', does('one')) }));
    const run = await runs.start('leave');
    const log = join(await temporaryFolder(), 'calls');
    const script = join(import.meta.dirname, 'chaos-worker.mjs');
    const worker = [process.execPath, script, JSON.stringify({ workspace: runs.dir, run })];
    const calls = ['-f', '-y', '-e', 'trace=fsync,fdatasync,execve,clone,clone3,vfork', '-o', log];
    const traced = await promisify(execFile)('strace', [...calls, ...worker]).catch(() => undefined);
    if (traced === undefined) context.skip('this machine lets nothing be traced');
    const lines = (await readFile(log, 'utf8')).split('\n');
    const effect = lines.findIndex((line) => line.includes('execve(') && line.includes('"echo one'));
    const synced = lines.flatMap((line, place) => (/f(data)?sync\(\d+<[^>]*ledger\.db-wal>/.test(line) ? [place] : []));
    expect(effect).toBeGreaterThan(0);
    // The lease, then the intent; the outcome comes after the effect.
    expect(synced.filter((place) => place < effect).length).toBeGreaterThanOrEqual(2);
    expect(synced.some((place) => place > effect)).toBe(true);
  });
});
