import { describe, expect, it } from 'vitest';
import { exitPlan, type PlanWish } from '../../../src/journeys/drafts/exit-plan.ts';
import { requireWorkspace } from '../../../src/workspace/open-workspace.ts';
import { draftsWorkspace } from '../../support/drafts-workspace.ts';
import { exitBlock } from '../../support/exit-block.ts';
import { addPlaybooks, movableClock, playbookOf, runWorkspace } from '../../support/run-workspace.ts';

const nobodySaid: PlanWish = { playbook: null, run: null };
const clock = movableClock('2027-01-02T10:00:00.000Z');

async function planIn(dir: string, wish: Partial<PlanWish> = {}, at = clock) {
  const place = { cwd: dir, workspaceDir: dir };
  return exitPlan(await requireWorkspace(place), { ...nobodySaid, ...wish }, place, { clock: at });
}

const own = playbookOf(
  'ours',
  `  - {id: memo, type: manual, name: {en: Tell the staff, de: Belegschaft informieren}, assignee: brand, staff_memo: true, due: "last_day - 31d", with: {drafts: staff-memo, optional: true}}
  - {id: announce, type: publish, needs: memo, assignee: service, with: {drafts: [announcement, bio], optional: true}}
  - {id: never, type: manual, needs: announce, if: "inputs.mode == 'delete'"}`,
  `inputs:
  channel: {type: channel, default: x}
  mode: {type: string, default: freeze}
  last_day: {type: date, required: true}`,
);

describe('the plan of an exit', () => {
  it('is the playbook of the shelf for the platform that is left, with the facts for its inputs', async () => {
    const { dir } = await draftsWorkspace(exitBlock);
    const plan = await planIn(dir);
    expect(plan).toMatchObject({ kind: 'playbook', name: 'leave-x', mode: 'freeze' });
    const step = (id: string) => plan?.steps.find((one) => one.id === id);
    // 30 days of notice, as the facts have it, and not the playbook's 28.
    expect(step('tell/announce')).toMatchObject({
      type: 'publish',
      channel: 'x',
      roles: ['brand'],
      people: ['Anna Berg'],
      startsAt: '2027-01-29T09:00:00.000Z',
      doneAt: null,
    });
    expect(step('tell/announce')?.drafts).toContain('announcement');
    expect(step('tell/memo')).toMatchObject({ drafts: ['staff-memo'], dueAt: '2027-01-28T23:00:00.000Z' });
    expect(step('replies')?.startsAt?.slice(0, 10)).toBe('2027-03-30');
    expect(step('replies')?.instructions?.en).toMatch(/^Every comment and message/);
    expect(plan?.steps.map(({ startsAt }) => startsAt)).toEqual(plan?.steps.map(({ startsAt }) => startsAt).toSorted());
  });

  it('is planned as if it had begun in time where the last day is near or over', async () => {
    const { dir } = await draftsWorkspace(exitBlock);
    const plan = await planIn(dir, {}, movableClock('2027-04-02T10:00:00.000Z'));
    expect(plan?.steps[0]?.startsAt?.slice(0, 10)).toBe('2026-12-30');
  });

  it('is the playbook that is named', async () => {
    const { dir } = await draftsWorkspace(exitBlock);
    await addPlaybooks(dir, { ours: own });
    const plan = await planIn(dir, { playbook: 'ours' });
    expect(plan?.name).toBe('ours');
    expect(plan?.steps.map(({ id, drafts }) => [id, drafts])).toEqual([
      ['memo', ['staff-memo']],
      ['announce', ['announcement', 'bio']],
    ]);
    await expect(planIn(dir, { playbook: 'urs' })).rejects.toMatchObject({ code: 'playbook.unknown' });
  });

  it('is the run under way, with what is done and when', async () => {
    const { dir } = await draftsWorkspace(exitBlock);
    // Without drafts, which would have to be written and approved first.
    await addPlaybooks(dir, { ours: own.replaceAll(/, with: \{drafts[^}]*\}/g, '') });
    const runs = runWorkspace(dir, clock);
    const run = await runs.start('ours', { last_day: '2027-02-28' });
    await runs.advance(run);
    const before = await planIn(dir);
    expect(before).toMatchObject({ kind: 'run', name: run });
    expect(before?.steps.map(({ id, doneAt }) => [id, doneAt])).toEqual([
      ['memo', null],
      ['announce', null],
    ]);
    await runs.confirm(run, 'memo', 'anna');
    const after = await planIn(dir, { run: run.slice(0, 6) });
    expect(after?.steps[0]).toMatchObject({ id: 'memo', doneAt: '2027-01-02T10:00:00.000Z' });
    expect(after?.steps[0]?.dueAt).toBe('2027-01-28T23:00:00.000Z');
    await expect(planIn(dir, { run: 'nothing' })).rejects.toMatchObject({ code: 'run.unknown' });
    const other = await runs.start('ours', { last_day: '2027-02-28' });
    await expect(planIn(dir)).rejects.toMatchObject({
      code: 'exit-plan.which-run',
      message: '2 runs leave what the exit is about.',
    });
    await runs.cancel(other, 'anna', false);
    expect(await planIn(dir)).toMatchObject({ kind: 'run', name: run });
    // Whoever names a playbook means it.
    expect(await planIn(dir, { playbook: 'ours' })).toMatchObject({ kind: 'playbook', name: 'ours' });
  });

  it('is not there where the shelf has no playbook that the facts are enough for', async () => {
    const { dir } = await draftsWorkspace(exitBlock);
    const needy = own
      .replace('name: ours', 'name: leave-x')
      .replace('inputs:', 'inputs:\n  more: {type: string, required: true}');
    await addPlaybooks(dir, { 'leave-x': needy });
    expect(await planIn(dir)).toBeNull();
  });

  it('needs an exit', async () => {
    const { dir } = await draftsWorkspace();
    await expect(planIn(dir)).rejects.toMatchObject({ code: 'exit.none' });
  });
});
