import { describe, expect, it } from 'vitest';
import { movedCode, recordedCode, waitingLine } from '../../src/cli/run-waiting.ts';
import { runStates } from '../../src/model/run/run-state.ts';
import { runWith } from '../support/made-run-view.ts';
import { waitingStep } from '../support/waiting-step.ts';

function inState(state: (typeof runStates)[number], ...steps: Parameters<typeof runWith>[0]) {
  const view = runWith(steps);
  return { ...view, run: { ...view.run, state } };
}

describe('the exit code of run next', () => {
  it('says of each state whether it is well, waits or failed', () => {
    expect(Object.fromEntries(runStates.map((state) => [state, movedCode(inState(state))]))).toEqual({
      running: 0,
      waiting: 75,
      paused: 75,
      needs_attention: 75,
      succeeded: 0,
      failed: 1,
      cancelled: 1,
      rolled_back: 1,
    });
  });

  it('is 1 as long as a step is blocked, whatever is in doubt beside it', () => {
    const steps = [waitingStep({ state: 'in_doubt' }), waitingStep({ id: 'archive', state: 'blocked' })];
    expect(movedCode(inState('needs_attention', ...steps))).toBe(1);
  });
});

it('the exit code of what was recorded is never that of a failure', () => {
  const ended = { endedAt: '2026-12-01T00:00:00.000Z' };
  expect(recordedCode({ ...inState('needs_attention', waitingStep({ state: 'blocked' })) })).toBe(75);
  expect(recordedCode(inState('waiting'))).toBe(75);
  expect(recordedCode(inState('running'))).toBe(0);
  expect(recordedCode({ ...inState('failed'), ...ended })).toBe(0);
});

describe('the line that says what a run waits for', () => {
  const line = (...steps: Parameters<typeof runWith>[0]) => waitingLine(runWith(steps));

  it('names the people, their roles, the step and the day', () => {
    expect(line(waitingStep({ dueAt: '2026-12-01T11:00:00.000Z' }))).toBe(
      'Waits for Jana Öztürk (brand) to do memo, due Tue 1 Dec 2026, 12:00 Europe/Berlin.',
    );
    expect(line(waitingStep({ dueAt: '2026-11-01T11:00:00.000Z', isOverdue: true }))).toMatch(/Berlin \(overdue\)\.$/);
  });

  it('names the role where nobody has it, and says anybody where none is asked for', () => {
    expect(line(waitingStep({ waitingOn: [] }))).toBe('Waits for somebody who is brand to do memo.');
    expect(line(waitingStep({ waitingOn: [], assignee: null }))).toBe('Waits for anybody who takes part to do memo.');
  });

  it('tells approvals, dates, locks, doubts and failures apart', () => {
    const approval = { given: [], needed: 2, roles: ['legal'], eachRole: false, bound: {} };
    const at = '2026-12-20T09:00:00.000Z';
    expect(line(waitingStep({ id: 'signoff', type: 'approval', waits: 'approval', approval, waitingOn: [] }))).toBe(
      'Waits for the approval of signoff by somebody who is legal.',
    );
    expect(line(waitingStep({ id: 'grace', type: 'wait', waits: 'timer', timerAt: at }))).toBe(
      'Waits until Sun 20 Dec 2026, 10:00 Europe/Berlin (grace).',
    );
    expect(line(waitingStep({ id: 'archive', type: 'snapshot', waits: 'back-off', timerAt: at }))).toBe(
      'Waits until Sun 20 Dec 2026, 10:00 Europe/Berlin to try archive again.',
    );
    expect(line(waitingStep({ id: 'gone', type: 'http', reason: 'It still answers 200.' }))).toBe(
      'Waits for gone: It still answers 200.',
    );
    expect(line(waitingStep({ id: 'deactivate', state: 'in_doubt' }))).toBe(
      'Waits for somebody who knows whether deactivate was done.',
    );
    expect(line(waitingStep({ id: 'deactivate', state: 'in_doubt', waits: 'second-person' }))).toBe(
      'Waits for a second person who agrees that deactivate was not done.',
    );
    expect(line(waitingStep({ id: 'archive', state: 'blocked' }))).toBe(
      'Waits for somebody who says what becomes of archive, which failed.',
    );
  });

  it('puts people before dates, the nearest date first, and counts what it leaves out', () => {
    const timer = (id: string, timerAt: string) => waitingStep({ id, type: 'wait', waits: 'timer', timerAt });
    const steps = [
      timer('late', '2027-01-01T00:00:00.000Z'),
      timer('soon', '2026-12-01T00:00:00.000Z'),
      waitingStep(),
      timer('latest', '2028-01-01T00:00:00.000Z'),
    ];
    expect(line(...steps)).toBe(
      'Waits for Jana Öztürk (brand) to do memo; until Tue 1 Dec 2026, 01:00 Europe/Berlin (soon); ' +
        'until Fri 1 Jan 2027, 01:00 Europe/Berlin (late); and 1 more step.',
    );
  });

  it('is none for a run that has ended or goes on', () => {
    expect(waitingLine(runWith([waitingStep()], { endedAt: '2026-12-01T00:00:00.000Z' }))).toBeUndefined();
    expect(line(waitingStep({ state: 'ready', waits: null }))).toBeUndefined();
  });

  it('says of a paused run that it is paused', () => {
    expect(waitingLine(runWith([waitingStep()], { paused: true }))).toMatch(/^The run is paused/);
  });

  it('shows nothing that moves the cursor', () => {
    const waitingOn = [{ id: 'x', name: 'Eve\u001b[2J\nDone.', role: null, insteadOf: null }];
    expect(line(waitingStep({ waitingOn }))).toBe('Waits for Eve [2J Done. to do memo.');
  });
});
