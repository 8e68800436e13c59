import { expect, it } from 'vitest';
import { releaseBox, shutGates } from '../../../src/cli/run-talk/release-box.ts';
import type { GateFinding } from '../../../src/model/run/gates.ts';
import { runWith } from '../../support/made-run-view.ts';
import { waitingStep } from '../../support/waiting-step.ts';

const gate = (parts: Partial<GateFinding>): GateFinding => ({
  gate: 'archive-complete',
  channel: 'x',
  isOpen: true,
  says: 'It is complete: 4,812 posts.',
  hint: null,
  canBeOverridden: true,
  ...parts,
});

const approved = (person: string, isVoid = false) => ({
  seq: 3,
  at: '2026-11-20T09:00:00.000Z',
  person,
  decision: 'given' as const,
  isVoid,
  digest: `sha256:${'a'.repeat(64)}` as const,
  bound: {},
  roles: ['legal'],
  insteadOf: null,
  comment: null,
  signature: null,
});

const approval = { needed: 1, roles: ['legal'], eachRole: false, bound: {} };

it('says what will be ended, on which archive, by whom it was approved, and that it cannot be undone', () => {
  const steps = [
    waitingStep({
      id: 'signoff',
      state: 'succeeded',
      approval: { ...approval, given: [approved('max'), approved('eve', true)] },
    }),
    waitingStep({ id: 'later-signoff', approval: { ...approval, given: [approved('kim')] } }),
    waitingStep({ id: 'break', needs: ['signoff'] }),
  ];
  const step = waitingStep({
    id: 'deactivate',
    needs: ['break'],
    title: { de: 'X löschen', en: 'Delete X\u001b[1A' },
    gates: [gate({}), gate({ gate: 'archive-verified', says: 'Every byte, on 20 November 2026.' })],
  });
  expect(releaseBox(runWith([...steps, step]), step, 60)).toBe(
    [
      '┌─ No way back from here ──────────────────────────────────┐',
      '│ Ends      Delete X [1A (deactivate)                      │',
      '│ Archive   x: It is complete: 4,812 posts.                │',
      '│ Verified  x: Every byte, on 20 November 2026.            │',
      '│ By        max (legal), Fri 20 Nov 2026, 10:00            │',
      '│ Undone    It cannot be undone. Nothing brings back what  │',
      '│           it ends.                                       │',
      '└──────────────────────────────────────────────────────────┘',
    ].join('\n'),
  );
});

it('names who went through a gate that was shut', () => {
  const word = { seq: 5, at: '2026-11-20T09:00:00.000Z', reason: 'The court wants it gone today.' };
  const overrides = [
    {
      step: 'deactivate',
      gates: ['archive-complete'],
      asked: { ...word, person: 'jana' },
      agreed: { ...word, person: 'max' },
    },
    { step: 'deactivate', gates: ['approved'], asked: { ...word, person: 'eve' }, agreed: null },
  ];
  const step = waitingStep({ id: 'deactivate' });
  const box = releaseBox(runWith([step], { overrides }), step, 100);
  expect(box).toContain('Override  archive-complete: jana and max went through it: The court wants it gone today.');
  expect(box).not.toContain('eve');
});

it('gates that are shut are told with what opens them', () => {
  const shut = gate({ isOpen: false, says: 'No snapshot of x is verified.', hint: 'Verify it.' });
  expect(shutGates(waitingStep({ gates: [gate({}), shut] }))).toEqual([
    '  No snapshot of x is verified.\n    Verify it.',
  ]);
});
