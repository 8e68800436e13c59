import { describe, expect, it } from 'vitest';
import { weighApprovals } from '../../../src/model/run/approvals.ts';
import { mayApprove } from '../../../src/model/run/may-approve.ts';
import type { Person } from '../../../src/model/run/people.ts';
import { ApprovalRun, approvalStep, DAY, personOf, planOf, stepOf } from './approval-run.ts';

const anna = personOf('anna', ['brand']);
const ben = personOf('ben', ['brand']);
const lena = personOf('lena', ['legal']);
const otto = personOf('otto', ['brand', 'legal']);
const team = [anna, ben, lena, otto];

function weigh(run: ApprovalRun, people: readonly Person[] = team, digest = run.digest()) {
  const { given, voided, waitingOn, ...rest } = weighApprovals(run.step, run.state, people, DAY, digest);
  const ids = (list: readonly { person: string }[]) => list.map(({ person }) => person);
  return { ...rest, given: ids(given), voided: ids(voided), waitingOn: waitingOn.map(({ id }) => id) };
}

function ask(run: ApprovalRun, person: Person, people: readonly Person[] = team) {
  const may = mayApprove(person, run.step, run.state, people, DAY, run.digest());
  return may.ok ? { roles: may.roles, insteadOf: may.insteadOf } : `${may.error.code}: ${may.error.message}`;
}

const hintOf = (run: ApprovalRun, person: Person, people: readonly Person[] = team) => {
  const may = mayApprove(person, run.step, run.state, people, DAY);
  return may.ok ? null : may.error.hint;
};

describe('approvals', () => {
  it('are satisfied by as many different people as are wanted', () => {
    const run = new ApprovalRun().ready();
    expect(weigh(run)).toMatchObject({ isSatisfied: false, missing: 2, waitingOn: ['anna', 'ben', 'lena'] });
    run.approve('anna', ['brand']);
    expect(weigh(run)).toMatchObject({ isSatisfied: false, missing: 1, waitingOn: ['ben', 'lena'] });
    run.approve('ben', ['brand']);
    expect(weigh(run)).toEqual({
      isSatisfied: true,
      given: ['anna', 'ben'],
      missing: 0,
      missingRoles: [],
      voided: [],
      refusedBecause: null,
      waitingOn: [],
    });
  });

  it('count one person once, whatever their roles and however often the journal has them', () => {
    const both = personOf('anna', ['brand', 'legal']);
    const run = new ApprovalRun().ready().approve('anna', ['brand']).approve('anna', ['legal']);
    expect(weigh(run, [both, ben])).toMatchObject({ isSatisfied: false, given: ['anna'], missing: 1 });
  });

  it('count two ids with one mailbox or one key as one person', () => {
    const mailbox = [anna, { ...ben, email: 'Anna+ben@EXAMPLE.org' }, lena];
    const keys = [{ ...anna, key: 'K' }, { ...ben, key: 'K' }, lena];
    const run = new ApprovalRun().ready().approve('anna', ['brand']);
    expect(ask(run, ben)).toEqual({ roles: ['brand'], insteadOf: null });
    for (const people of [mailbox, keys]) {
      const [, second = ben] = people;
      expect(ask(run, second, people)).toMatch(/^approval\.already: Anna \(anna\) has approved it, and has the e-mail/);
    }
    run.approve('ben', ['brand']);
    for (const people of [mailbox, keys]) expect(weigh(run, people)).toMatchObject({ given: ['anna'], missing: 1 });
    expect(weigh(run).isSatisfied).toBe(true);
  });

  it('with each role want a person of its own for each', () => {
    const signoff = approvalStep({ eachRole: true, minApprovals: 1 });
    const both = personOf('ada', ['brand', 'legal']);
    const people = [anna, ben, both, lena];
    const run = new ApprovalRun(planOf(signoff)).ready().approve('anna', ['brand']).approve('ben', ['brand']);
    expect(weigh(run, people)).toMatchObject({ isSatisfied: false, missing: 1, missingRoles: ['legal'] });
    expect(weigh(run, people).waitingOn).toEqual(['ada', 'lena']);
    run.approve('ada', ['brand', 'legal']);
    expect(weigh(run, people)).toMatchObject({ isSatisfied: true, missing: 0, missingRoles: [] });
    const alone = new ApprovalRun(planOf(signoff)).ready().approve('ada', ['brand', 'legal']);
    expect(weigh(alone, people)).toMatchObject({ isSatisfied: false, missing: 1, missingRoles: ['legal'] });
    // Whoever came first may fill the other role when that is what is left.
    alone.approve('anna', ['brand']);
    expect(weigh(alone, people)).toMatchObject({ isSatisfied: true });
  });

  it('count in the roles that were recorded, also when a person has lost them or is gone', () => {
    const run = new ApprovalRun().ready().approve('anna', ['brand']).approve('lena', ['legal']);
    expect(weigh(run, [personOf('anna', ['web'])])).toMatchObject({ isSatisfied: true, given: ['anna', 'lena'] });
  });

  it('do not count in roles that are not asked for', () => {
    const run = new ApprovalRun().ready().approve('anna', ['web']).approve('lena', ['legal']);
    expect(weigh(run)).toMatchObject({ given: ['lena'], missing: 1 });
  });

  it('of something else are void, and can be given anew', () => {
    const run = new ApprovalRun().ready().approve('anna', ['brand']).approve('lena', ['legal']);
    const other = run.digest({ 'verified.manifest_sha256': 'sha256:other' });
    expect(weigh(run, team, other)).toMatchObject({
      isSatisfied: false,
      given: [],
      voided: ['anna', 'lena'],
      missing: 2,
    });
    expect(mayApprove(anna, run.step, run.state, team, DAY, other).ok).toBe(true);
    expect(mayApprove(anna, run.step, run.state, team, DAY, run.digest()).ok).toBe(false);
    const voided = { approvals: [4], was: run.digest(), is: other, changed: ['verified.manifest_sha256'] };
    run.say('', 'signoff', { type: 'approval.voided', body: voided });
    expect(weigh(run)).toMatchObject({ given: ['lena'], voided: [] });
    expect(ask(run, anna)).toEqual({ roles: ['brand'], insteadOf: null });
  });

  it('end with a rejection, whoever approves before or after it, until the step is opened again', () => {
    const run = new ApprovalRun().ready().approve('anna', ['brand']).reject('lena', ['legal'], 'The contract runs on.');
    run.approve('ben', ['brand']);
    expect(weigh(run)).toMatchObject({
      isSatisfied: false,
      refusedBecause: 'Lena (lena) rejected it: The contract runs on.',
      waitingOn: [],
    });
    expect(ask(run, lena)).toBe('approval.nothing-to-approve: "signoff" was rejected by Lena (lena).');
    run.say('otto', 'signoff', { type: 'step.reopened', body: { reason: 'The contract is ended.' } });
    expect(weigh(run)).toMatchObject({ given: [], missing: 2, refusedBecause: null });
    run.approve('anna', ['brand']).approve('lena', ['legal']);
    expect(weigh(run).isSatisfied).toBe(true);
  });

  it('of people who confirmed what they approve do not count, also when they confirmed it afterwards', () => {
    const plan = planOf();
    const run = new ApprovalRun(plan).ready().approve('anna', ['brand']).approve('lena', ['legal']);
    expect(weigh(run).isSatisfied).toBe(true);
    run.confirm('anna', 'memo');
    expect(weigh(run)).toMatchObject({ isSatisfied: false, given: ['lena'] });
  });

  it('are never satisfied by nobody', () => {
    const run = new ApprovalRun(planOf(approvalStep({ minApprovals: 0 }))).ready();
    expect(weigh(run)).toMatchObject({ isSatisfied: false, missing: 1 });
  });
});

describe('who may approve', () => {
  it('is who has one of the roles, and the others are told who has it', () => {
    const run = new ApprovalRun().ready();
    const web = personOf('walter', ['web']);
    const people = [anna, personOf('lena', ['legal'], { absent: 'walter' }), personOf('nina', [])];
    expect(ask(run, anna, people)).toEqual({ roles: ['brand'], insteadOf: null });
    expect(ask(run, personOf('nina', []), people)).toBe(
      'approval.not-your-role: Nina (nina) has no role; it wants brand or legal.',
    );
    expect(hintOf(run, personOf('nina', []), [...people, web])).toBe(
      'Who has it: brand: Anna (anna); legal: Lena (lena), absent until 2026-12-01, Walter (walter) speaks for them.',
    );
    expect(hintOf(run, web, [anna, web])).toBe('Who has it: brand: Anna (anna); legal: nobody in lastpost.yaml.');
  });

  it('is not who is absent, but their delegate', () => {
    const away = personOf('lena', ['legal'], { absent: 'walter' });
    const walter = personOf('walter', ['web']);
    const people = [anna, away, walter];
    const run = new ApprovalRun().ready();
    expect(ask(run, away, people)).toBe('approval.absent: Lena (lena) is absent until 2026-12-01.');
    expect(hintOf(run, away, people)).toBe('Walter (walter) speaks for them until then.');
    expect(ask(run, walter, people)).toEqual({ roles: ['legal'], insteadOf: 'lena' });
    const nobody = personOf('lena', ['legal'], { absent: '' });
    expect(hintOf(run, nobody, [anna, nobody])).toContain('Nobody speaks for them');
  });

  it('lets an absent person’s voice count once, be it before or after their absence', () => {
    const walter = personOf('walter', ['web']);
    const away = [anna, personOf('lena', ['legal'], { absent: 'walter' }), walter];
    const back = [anna, lena, walter];
    const first = new ApprovalRun().ready().approve('walter', ['legal'], { insteadOf: 'lena' });
    expect(ask(first, lena, back)).toBe(
      'approval.already: Walter (walter) has approved it in the place of Lena (lena).',
    );
    first.approve('lena', ['legal']);
    expect(weigh(first, back)).toMatchObject({ given: ['walter'], missing: 1 });
    const then = new ApprovalRun().ready().approve('lena', ['legal']);
    expect(ask(then, walter, away)).toBe(
      'approval.already: Walter (walter) would speak in a place that has spoken: Lena (lena).',
    );
  });

  it('lets a delegate speak in their own role first, and for another where only that is missing', () => {
    const away = personOf('lena', ['legal'], { absent: 'anna' });
    const people = [anna, ben, away];
    const run = new ApprovalRun(planOf(approvalStep({ eachRole: true }))).ready();
    expect(ask(run, anna, people)).toEqual({ roles: ['brand'], insteadOf: null });
    run.approve('ben', ['brand']);
    expect(ask(run, anna, people)).toEqual({ roles: ['legal'], insteadOf: 'lena' });
    run.approve('anna', ['legal'], { insteadOf: 'lena' });
    expect(weigh(run, people)).toMatchObject({ isSatisfied: true });
    expect(ask(run, anna, people)).toMatch(/^approval\.already: Anna \(anna\) has approved it already, at 2026/);
  });

  it('is nobody who started the run or confirmed what it needs, directly or through others', () => {
    const run = new ApprovalRun().confirm('anna', 'prepare').confirm('ben', 'memo').confirm('lena', 'aside');
    expect(ask(run, otto)).toBe(
      'approval.self-review: Otto (otto) started this run, and nobody approves their own work here.',
    );
    expect(ask(run, anna)).toContain('approval.self-review: Anna (anna) confirmed "prepare"');
    expect(ask(run, ben)).toContain('approval.self-review: Ben (ben) confirmed "memo"');
    expect(ask(run, lena)).toEqual({ roles: ['legal'], insteadOf: null });
    const allowed = new ApprovalRun(planOf(approvalStep({ preventSelfReview: false }))).ready();
    expect(ask(allowed, otto)).toEqual({ roles: ['brand', 'legal'], insteadOf: null });
  });

  it('is not the starter under another id, nor a delegate in the starter’s place', () => {
    const run = new ApprovalRun().ready();
    const twin = personOf('otto2', ['brand'], { email: 'OTTO@example.org' });
    expect(ask(run, twin, [...team, twin])).toContain('approval.self-review: Otto2 (otto2) started this run');
    const walter = personOf('walter', ['web']);
    const people = [anna, personOf('otto', ['brand'], { absent: 'walter' }), walter];
    expect(ask(run, walter, people)).toBe(
      'approval.self-review: Walter (walter) would speak for somebody who may not: Otto (otto) started this run.',
    );
  });

  it('may have approved an earlier step: that is no work', () => {
    const early = { ...approvalStep(), id: 'early', needs: [] };
    const plan = planOf();
    const steps = [early, ...plan.steps.map((one) => (one.id === 'memo' ? { ...one, needs: ['early'] } : one))];
    const run = new ApprovalRun({ ...plan, steps }).confirm('anna', 'early').confirm('otto', 'memo');
    expect(ask(run, anna)).toEqual({ roles: ['brand'], insteadOf: null });
  });

  it('is nobody as long as the step does not wait for approval', () => {
    const run = new ApprovalRun();
    expect(ask(run, anna)).toBe('approval.nothing-to-approve: "signoff" does not ask yet: what it needs is not done.');
    expect(hintOf(run, anna)).toBe('See what the run waits for: lastpost run explain r1');
    run.ready().confirm('anna', 'signoff');
    expect(ask(run, lena)).toBe('approval.nothing-to-approve: "signoff" is approved already.');
    const ended = new ApprovalRun()
      .ready()
      .say('otto', null, { type: 'run.ended', body: { state: 'failed', reason: null } });
    expect(ask(ended, lena)).toBe('approval.nothing-to-approve: The run has ended: failed.');
    const other = new ApprovalRun(planOf(stepOf('signoff', { needs: ['memo'] }))).ready();
    expect(ask(other, lena)).toBe('approval.nothing-to-approve: "signoff" is no approval, but of type manual.');
  });
});
