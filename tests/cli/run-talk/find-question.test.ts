import { describe, expect, it } from 'vitest';
import { findQuestion } from '../../../src/cli/run-talk/find-question.ts';
import type { RunView, StepView } from '../../../src/model/run/run-view.ts';
import { runWith } from '../../support/made-run-view.ts';
import { waitingStep } from '../../support/waiting-step.ts';

function asked(step: Partial<StepView>, person = 'jana', run: Partial<RunView> = {}): string | undefined {
  return findQuestion(runWith([waitingStep(step)], run), person, new Set())?.kind;
}

const approval = { given: [], needed: 1, roles: ['brand'], eachRole: false, bound: {} };
const said = { seq: 9, at: '2026-11-20T09:00:00.000Z', decision: 'not-done', reason: 'I could log in.' } as const;

describe('what a person is asked', () => {
  it.each<[string, Partial<StepView>, string | undefined]>([
    ['a step by hand', {}, 'do'],
    ['one by hand until its part is built', { type: 'publish', byHandBecause: 'It cannot post yet.' }, 'do'],
    ['one that only looks', { type: 'http', reason: 'It still answers 200.' }, undefined],
    ['an approval', { type: 'approval', waits: 'approval', approval }, 'approve'],
    ['an irreversible one', { isIrreversible: true }, 'release'],
    ['an irreversible one of the machine', { type: 'command', isIrreversible: true }, 'release'],
    ['a released one', { isIrreversible: true, isReleased: true }, 'do'],
    ['one in doubt', { state: 'in_doubt' }, 'doubt'],
    ['one that failed', { state: 'blocked', waits: null }, 'blocked'],
    ['one that is to be undone', { state: 'compensating', waits: null }, 'undo'],
    ['a date', { type: 'wait', waits: 'timer' }, undefined],
    ['another run', { waits: 'lock' }, undefined],
    ['one that is done', { state: 'succeeded', waits: null }, undefined],
    ['one that comes later', { state: 'pending', waits: null }, undefined],
  ])('about %s', (_what, step, kind) => {
    expect(asked(step)).toBe(kind);
  });

  it('is only what waits for them', () => {
    expect(asked({}, 'max')).toBeUndefined();
    expect(asked({ waitingOn: [], assignee: null }, 'max')).toBe('do');
    expect(asked({ waitingOn: [] }, 'max')).toBeUndefined();
    expect(
      asked({ type: 'approval', waits: 'approval', approval, waitingOn: [], assignee: null }, 'max'),
    ).toBeUndefined();
  });

  it('is not whether they agree with themselves', () => {
    const doubt = { state: 'in_doubt', waits: 'second-person', resolutions: [{ ...said, person: 'max' }] } as const;
    expect(asked(doubt)).toBe('agree');
    expect(asked({ ...doubt, resolutions: [{ ...said, person: 'jana' }] })).toBeUndefined();
  });

  it('is nothing of a run that has ended or is paused', () => {
    expect(asked({}, 'jana', { paused: true })).toBeUndefined();
    expect(asked({}, 'jana', { endedAt: '2026-12-01T00:00:00.000Z' })).toBeUndefined();
  });

  it('is the first in the order of the plan that was not asked yet', () => {
    const view = runWith([waitingStep({ id: 'one' }), waitingStep({ id: 'two' })]);
    const first = findQuestion(view, 'jana', new Set());
    expect(first?.step.id).toBe('one');
    expect(findQuestion(view, 'jana', new Set([first?.key ?? '']))?.step.id).toBe('two');
  });

  it('is asked anew at another attempt', () => {
    const view = (attempt: number) => runWith([waitingStep({ state: 'blocked', attempt })]);
    const key = findQuestion(view(1), 'jana', new Set())?.key ?? '';
    expect(findQuestion(view(1), 'jana', new Set([key]))).toBeUndefined();
    expect(findQuestion(view(2), 'jana', new Set([key]))?.kind).toBe('blocked');
  });
});
