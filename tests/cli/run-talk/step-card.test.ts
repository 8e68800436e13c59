import { expect, it } from 'vitest';
import { stepCard } from '../../../src/cli/run-talk/step-card.ts';
import { plainStyle } from '../../../src/cli/style.ts';
import type { StepView } from '../../../src/model/run/run-view.ts';
import { approvalBy, runWith } from '../../support/made-run-view.ts';
import { waitingStep } from '../../support/waiting-step.ts';

function card(about: Partial<StepView>): string {
  const step = waitingStep(about);
  return stepCard(runWith([step]), step, 60, plainStyle);
}

it('tells what is to be done, line by line, by when, and why by hand', () => {
  const instructions = { de: '', en: 'Send the memo.\n\nWait for the shops.\u001b[2J\n' };
  const shown = card({ title: { de: '', en: 'Tell the staff' }, instructions, dueAt: '2026-12-01T11:00:00.000Z' });
  expect(shown).toBe(
    '\nTell the staff  memo\nDue Tue 1 Dec 2026, 12:00\n  Send the memo.\n\n  Wait for the shops. [2J',
  );
  const overdue = card({ dueAt: '2026-11-01T11:00:00.000Z', isOverdue: true, byHandBecause: 'It cannot post yet.' });
  expect(overdue).toContain('Due Sun 1 Nov 2026, 12:00, which is over\nBy hand: It cannot post yet.');
});

it('tells exactly what is approved, and who has spoken, leaving out what is void', () => {
  const at = '2026-11-20T09:00:00.000Z';
  const given = [approvalBy('tom', at, { comment: 'Seen.' }), approvalBy('eve', at, { isVoid: true })];
  const bound = { 'verified.manifest_sha256': 'sha256:12ab', pages: 12 };
  const approval = { given, needed: 2, roles: ['brand', 'legal'], eachRole: true, bound };
  expect(card({ id: 'signoff', type: 'approval', waits: 'approval', approval })).toBe(
    [
      '\nsignoff',
      'Needs 2 of: brand, legal (each of them)',
      'Approved is exactly this:',
      '  verified.manifest_sha256: sha256:12ab',
      '  pages: 12',
      '  tom has approved it, Fri 20 Nov 2026, 10:00: Seen.',
    ].join('\n'),
  );
});
