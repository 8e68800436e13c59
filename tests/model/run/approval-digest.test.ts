import { describe, expect, it } from 'vitest';
import { approvalDigest, changedSince, irreversibleBehind } from '../../../src/model/run/approval-digest.ts';
import type { PlannedStep, RunPlan } from '../../../src/model/run/run-plan.ts';
import { approvalStep, planOf, stepOf } from './approval-run.ts';

const bound = { 'verified.manifest_sha256': 'sha256:abc' };

function digestOf(plan: RunPlan, more: { run?: string; bound?: typeof bound } = {}) {
  const step = plan.steps.find(({ id }) => id === 'signoff') ?? approvalStep();
  return approvalDigest({ run: 'r1', plan, step, bound, ...more });
}

/** The plan with one step otherwise. */
function amended(id: string, change: Partial<PlannedStep>): RunPlan {
  const plan = planOf();
  return { ...plan, steps: plan.steps.map((step) => (step.id === id ? { ...step, ...change } : step)) };
}

describe('the digest of what is approved', () => {
  it('is the same for the same, in whatever order its keys stand', () => {
    const reordered = Object.fromEntries(Object.entries(planOf()).reverse()) as unknown as RunPlan;
    expect(digestOf(reordered)).toBe(digestOf(planOf()));
    expect(digestOf(planOf())).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it.each<readonly [string, () => string]>([
    ['another run', () => digestOf(planOf(), { run: 'r2' })],
    ['what it binds', () => digestOf(planOf(), { bound: { 'verified.manifest_sha256': 'sha256:abd' } })],
    ['how many have to approve', () => digestOf(planOf(approvalStep({ minApprovals: 1 })))],
    ['who has to', () => digestOf(planOf(approvalStep({ approvers: ['brand'] })))],
    ['what it says', () => digestOf(amended('signoff', { instructions: { de: 'Löschen?', en: 'Delete?' } }))],
    ['what it needs', () => digestOf(amended('signoff', { needs: [] }))],
    [
      'what the irreversible step does',
      () => digestOf(amended('deactivate', { with: { url: 'https://x.com/other' } })),
    ],
    ['its type', () => digestOf(amended('deactivate', { type: 'http' }))],
    ['what has to be typed', () => digestOf(amended('deactivate', { confirm: 'other' }))],
    ['its channel', () => digestOf(amended('deactivate', { channel: 'other' }))],
    ['its instructions', () => digestOf(amended('deactivate', { instructions: { de: 'x', en: 'Press Delete.' } }))],
    ['whether it is done', () => digestOf(amended('deactivate', { conditions: [{ scope: '', expression: 'true' }] }))],
    ['that it can be undone', () => digestOf(amended('deactivate', { irreversible: false }))],
    ['that there is another one, far behind', () => digestOf(amended('certificate', { irreversible: true }))],
    [
      'the inputs that its expressions see',
      () => {
        const plan = planOf();
        const [scope] = Object.values(plan.scopes);
        if (scope === undefined) throw new Error('There is one.');
        return digestOf({ ...plan, scopes: { '': { ...scope, inputs: { account: 'other' } } } });
      },
    ],
  ])('is another one for %s', (_, other) => {
    expect(other()).not.toBe(digestOf(planOf()));
  });

  it('stays when steps change that it does not stand before', () => {
    expect(digestOf(amended('aside', { irreversible: true, with: { a: 1 } }))).toBe(digestOf(planOf()));
    expect(digestOf(amended('certificate', { with: { a: 1 } }))).toBe(digestOf(planOf()));
    expect(digestOf(amended('deactivate', { due: '2026-12-01' }))).toBe(digestOf(planOf()));
  });

  it('takes in the scopes around a used playbook', () => {
    const inner = (outer: string): RunPlan => {
      const plan = planOf();
      const [scope] = Object.values(plan.scopes);
      if (scope === undefined) throw new Error('There is one.');
      const steps = [...plan.steps, stepOf('x/delete', { scope: 'x/', needs: ['signoff'], irreversible: true })];
      const scopes = { '': { ...scope, inputs: { account: outer } }, 'x/': { ...scope, around: '', inputs: {} } };
      return { ...plan, steps, scopes };
    };
    expect(digestOf(inner('aurora'))).not.toBe(digestOf(inner('other')));
    expect(irreversibleBehind({ id: 'signoff' }, inner('aurora')).map(({ id }) => id)).toEqual([
      'deactivate',
      'x/delete',
    ]);
  });
});

describe('what changed since an approval', () => {
  it('is named by its binds, or is the plan', () => {
    expect(changedSince({ bound: { a: 1, b: { c: [1] } } }, { a: 1, b: { c: [1] } })).toEqual(['plan']);
    expect(changedSince({ bound: { a: 1, b: 2, gone: 1 } }, { a: 1, b: 3, come: 1 })).toEqual(['b', 'come', 'gone']);
  });
});
