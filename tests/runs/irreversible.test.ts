import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256File } from '../../src/base/digest.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { workspacePaths } from '../../src/workspace/paths.ts';
import { snapshotOf } from '../contracts/snapshot-store.ts';
import { makeSnapshot } from '../support/make-snapshot.ts';
import { REASON } from '../support/run-workspace.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { byHand, byItself, closingWorkspace, readyRun } from './closing-run.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const linesOf = async (dir: string) =>
  (await readFile(join(dir, 'done.log'), 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
const shot = {
  evidence: [{ id: null, kind: 'text', value: 'The page says that the account does not exist.' }],
} as const;

describe('an irreversible step by hand', () => {
  it('is released with the name typed back, and ended with its evidence', async () => {
    const { runs, dir } = await closingWorkspace(byHand);
    const run = await readyRun(runs);
    const early = runs.confirm(run, 'close', 'omar', { typed: 'aurora', ...shot });
    await expect(early).rejects.toMatchObject({ code: 'step.not-released' });
    await expect(runs.confirm(run, 'close', 'omar', { typed: 'Aurora' })).rejects.toMatchObject({
      code: 'step.typed-wrong',
    });
    await expect(runs.confirm(run, 'close', 'anna', { typed: 'aurora' })).rejects.toMatchObject({
      code: 'step.not-your-role',
    });
    expect((await runs.show(run)).pointOfNoReturn).toEqual({ step: 'close', passedAt: null });
    expect(await runs.confirm(run, 'close', 'omar', { typed: 'aurora' })).toBe('released');
    const view = await runs.show(run);
    expect(view.run.isPastPointOfNoReturn).toBe(true);
    expect(view.steps.find(({ id }) => id === 'close')).toMatchObject({
      isReleased: true,
      releasedTo: 'omar',
      waits: 'input',
    });
    await expect(runs.confirm(run, 'close', 'omar')).rejects.toMatchObject({ code: 'evidence.missing' });
    await writeFile(join(dir, 'gone'), '');
    expect(await runs.confirm(run, 'close', 'omar', shot)).toBe('confirmed');
    expect(await runs.confirm(run, 'close', 'omar', shot)).toBe('already');
    await expect(runs.confirm(run, 'close', 'lena', shot)).rejects.toMatchObject({ code: 'step.already-confirmed' });
    expect((await runs.advance(run)).run.state).toBe('succeeded');
    await expect(runs.cancel(run, 'anna', true)).rejects.toMatchObject({ code: 'run.ended' });
    expect(await runs.verify(run)).toBe(true);
    // The certificate names what was ended by what was typed back.
    const intent = (await runs.journal(run)).find(({ type, step }) => type === 'step.intent' && step === 'close');
    expect(intent?.body).toMatchObject({ target: 'aurora', isIrreversible: true });
  });

  it('is in doubt when nobody says in time how it ended, and is done when its probe sees it', async () => {
    const { runs, dir, clock } = await closingWorkspace(byHand);
    const run = await readyRun(runs);
    await runs.confirm(run, 'close', 'omar', { typed: 'aurora' });
    await expect(runs.cancel(run, 'anna', true)).rejects.toMatchObject({ code: 'run.past-no-return' });
    clock.move(DAY);
    expect((await runs.advance(run)).run.state).toBe('needs_attention');
    expect(await runs.step(run, 'close')).toMatchObject({ state: 'in_doubt', waits: 'input' });
    await expect(runs.confirm(run, 'close', 'omar', shot)).rejects.toMatchObject({ code: 'step.in-doubt' });
    await writeFile(join(dir, 'gone'), '');
    expect((await runs.advance(run)).run.state).toBe('succeeded');
  });

  it('is attempted again only when two people say that it was not done', async () => {
    const { runs, dir, clock } = await closingWorkspace(byHand);
    const run = await readyRun(runs);
    await runs.confirm(run, 'close', 'omar', { typed: 'aurora' });
    clock.move(DAY);
    await runs.advance(run);
    await runs.resolve(run, 'close', 'omar', 'not-done');
    expect(await runs.step(run, 'close')).toMatchObject({ state: 'in_doubt', waits: 'second-person' });
    await expect(runs.resolve(run, 'close', 'omar', 'not-done')).rejects.toMatchObject({ code: 'second-person.same' });
    const config = join(dir, 'lastpost.yaml');
    await writeFile(config, (await readFile(config, 'utf8')).replace('roles: [legal]', 'roles: [legal, service]'));
    await runs.resolve(run, 'close', 'lena', 'not-done');
    expect(await runs.step(run, 'close')).toMatchObject({ state: 'waiting', isReleased: false });
    await runs.confirm(run, 'close', 'omar', { typed: 'aurora' });
    await writeFile(join(dir, 'gone'), '');
    await runs.confirm(run, 'close', 'omar', shot);
    expect((await runs.advance(run)).run.state).toBe('succeeded');
  });

  it('is in doubt when the person says done and the probe says not', async () => {
    const { runs } = await closingWorkspace(byHand);
    const run = await readyRun(runs);
    await runs.confirm(run, 'close', 'omar', { typed: 'aurora' });
    await expect(runs.confirm(run, 'close', 'omar', shot)).rejects.toMatchObject({ code: 'step.probe-disagrees' });
    expect(await runs.step(run, 'close')).toMatchObject({ state: 'in_doubt', evidence: [{ id: 'shot' }] });
    await runs.resolve(run, 'close', 'omar', 'done');
    expect((await runs.advance(run)).run.state).toBe('succeeded');
  });

  it('cannot begin before the archive is complete, unless two people go through with a reason', async () => {
    const { runs } = await closingWorkspace(
      byHand
        .replace('complete, type: complete', 'complete, type: gate')
        .replace('with: {channel: x}}\n  - {id: memo', 'with: {require: [{that: "true", say: ok}]}}\n  - {id: memo'),
      9,
    );
    const run = await readyRun(runs);
    const shut = runs.confirm(run, 'close', 'omar', { typed: 'aurora' });
    await expect(shut).rejects.toMatchObject({
      code: 'gate.shut',
      message: expect.stringContaining('The statement of x is not complete'),
    });
    expect(await runs.override(run, 'close', 'omar')).toBe(false);
    await expect(runs.override(run, 'close', 'omar')).rejects.toMatchObject({ code: 'second-person.same' });
    await expect(runs.confirm(run, 'close', 'omar', { typed: 'aurora' })).rejects.toMatchObject({ code: 'gate.shut' });
    expect(await runs.override(run, 'close', 'lena')).toBe(true);
    expect(await runs.confirm(run, 'close', 'omar', { typed: 'aurora' })).toBe('released');
    const intent = (await runs.journal(run)).findLast(({ type }) => type === 'step.intent');
    expect(intent?.body).toMatchObject({ overridden: ['archive-complete'], isByHand: true, isIrreversible: true });
    expect((await runs.show(run)).overrides).toMatchObject([
      { asked: { person: 'omar', reason: REASON }, agreed: { person: 'lena' } },
    ]);
  });

  it('needs a new look when the archive has changed, and new approvals when what was approved has', async () => {
    const { runs, dir, clock } = await closingWorkspace(byHand);
    const run = await readyRun(runs);
    clock.move(HOUR);
    await addSnapshot(dir, clock.now().toISOString());
    const typed = { typed: 'aurora' };
    const stale = { code: 'gate.shut', message: expect.stringContaining('is not the newest snapshot of x') };
    await expect(runs.confirm(run, 'close', 'omar', typed)).rejects.toMatchObject(stale);
    await runs.resolve(run, 'verified', 'anna', 'again');
    await runs.advance(run);
    // What the two approved were other bytes.
    await expect(runs.confirm(run, 'close', 'omar', typed)).rejects.toMatchObject({ code: 'gate.shut' });
    expect(await runs.step(run, 'signoff')).toMatchObject({ state: 'waiting', waits: 'approval' });
    await runs.approve(run, 'signoff', 'lena');
    await runs.approve(run, 'signoff', 'anna');
    await runs.advance(run);
    expect(await runs.confirm(run, 'close', 'omar', typed)).toBe('released');
  });

  it('keeps its approvals when the same bytes are verified again', async () => {
    const { runs } = await closingWorkspace(byHand);
    const run = await readyRun(runs);
    await runs.resolve(run, 'verified', 'anna', 'again');
    await runs.advance(run);
    expect(await runs.step(run, 'signoff')).toMatchObject({ state: 'succeeded' });
    expect(await runs.confirm(run, 'close', 'omar', { typed: 'aurora' })).toBe('released');
  });
});

/** Another snapshot of the channel, as sound as the first one. */
async function addSnapshot(dir: string, startedAt: string): Promise<void> {
  const made = await makeSnapshot(await temporaryFolder(), { reports: { another: {} } });
  const file = join(dir, 'vault', 'x', 'two.wacz');
  await copyFile(made.file, file);
  const { sha256, lengthBytes: bytes } = await sha256File(file);
  const ledger = await openLedger({ file: workspacePaths(dir).ledger, root: dir });
  await ledger.snapshots.add(
    snapshotOf({ id: 's2', channel: 'x', startedAt, finishedAt: startedAt, sha256, bytes, file }),
  );
  await ledger.close();
}

describe('an irreversible step that the program does', () => {
  it('waits for its name to be typed back, and is done once', async () => {
    const { runs, dir } = await closingWorkspace(byItself);
    const run = await readyRun(runs);
    expect(await runs.step(run, 'close')).toMatchObject({ state: 'waiting', waits: 'input', confirmText: 'aurora' });
    expect(await linesOf(dir)).toEqual([]);
    expect(await runs.confirm(run, 'close', 'anna', { typed: 'aurora' })).toBe('released');
    expect((await runs.advance(run)).run.state).toBe('succeeded');
    expect(await linesOf(dir)).toEqual(['close']);
  });

  it('says in its intent which gates two people went through for it', async () => {
    const unproved = byItself
      .replace('type: complete', 'type: gate')
      .replace(
        'needs: [verified], with: {channel: x}',
        'needs: [verified], with: {require: [{that: "true", say: ok}]}',
      );
    const { runs } = await closingWorkspace(unproved, 9);
    const run = await readyRun(runs);
    await runs.override(run, 'close', 'omar');
    await runs.override(run, 'close', 'lena');
    await runs.confirm(run, 'close', 'anna', { typed: 'aurora' });
    expect((await runs.advance(run)).run.state).toBe('succeeded');
    const intent = (await runs.journal(run)).findLast(({ type }) => type === 'step.intent');
    expect(intent?.body).toMatchObject({ isIrreversible: true, isByHand: false, overridden: ['archive-complete'] });
  });

  it('is in doubt when it fails, and never tried again by itself', async () => {
    const { runs, dir } = await closingWorkspace(byItself);
    const run = await readyRun(runs);
    await writeFile(join(dir, 'fails'), '');
    await runs.confirm(run, 'close', 'anna', { typed: 'aurora' });
    expect((await runs.advance(run)).run.state).toBe('needs_attention');
    await runs.advance(run);
    await runs.advance(run);
    expect(await linesOf(dir)).toEqual(['close']);
    expect(await runs.step(run, 'close')).toMatchObject({ state: 'in_doubt' });
  });

  it.each([
    ['40 days forward', 40 * DAY],
    ['40 days back', -40 * DAY],
    ['a day back', -DAY],
  ])('asks again after the clock has jumped: %s', async (_, ms) => {
    const { runs, clock, dir } = await closingWorkspace(byItself);
    const run = await readyRun(runs);
    await runs.confirm(run, 'close', 'anna', { typed: 'aurora' });
    clock.move(ms);
    await runs.advance(run);
    expect(await runs.step(run, 'close')).toMatchObject({ state: 'waiting', waits: 'input' });
    expect(await linesOf(dir)).toEqual([]);
    expect((await runs.journal(run)).map(({ type }) => type)).toContain('clock.jumped');
    await runs.confirm(run, 'close', 'anna', { typed: 'aurora' });
    expect((await runs.advance(run)).run.state).toBe('succeeded');
  });

  it('does not ask again after a night', async () => {
    const { runs, clock, dir } = await closingWorkspace(byItself);
    const run = await readyRun(runs);
    await runs.confirm(run, 'close', 'anna', { typed: 'aurora' });
    clock.move(14 * HOUR);
    expect((await runs.advance(run)).run.state).toBe('succeeded');
    expect(await linesOf(dir)).toEqual(['close']);
  });
});
