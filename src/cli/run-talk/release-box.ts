import { plainLine } from '../../base/text-columns.ts';
import type { GateName } from '../../model/run/gates.ts';
import type { RunView, StepView } from '../../model/run/run-view.ts';
import { momentOf } from '../run-words.ts';
import { boxed } from './boxed.ts';

const labels: Readonly<Record<GateName, string>> = {
  'archive-complete': 'Archive',
  'archive-verified': 'Verified',
  'staff-told': 'Staff',
  'drafts-approved': 'Drafts',
  approved: 'Approved',
};

/** Before something irreversible: what will be ended, on the strength of which archive, approved by whom. */
export function releaseBox(view: RunView, step: StepView, width: number): string {
  const rows: [string, string][] = [
    ['Ends', `${plainLine(step.title.en)} (${step.id})`],
    ...step.gates.map(({ gate, channel, says, isOpen }): [string, string] => [
      labels[gate],
      `${isOpen ? '' : 'SHUT: '}${channel === null ? '' : `${plainLine(channel)}: `}${plainLine(says)}`,
    ]),
    ...approvalRows(view, step),
    ...overrideRows(view, step),
    ['Undone', 'It cannot be undone. Nothing brings back what it ends.'],
  ];
  return boxed('No way back from here', rows, width);
}

/** Everybody whose approval holds, of the approvals that this step rests on. */
function approvalRows(view: RunView, step: StepView): readonly [string, string][] {
  const before = stepsBefore(view, step);
  const given = view.steps
    .filter(({ id }) => before.has(id))
    .flatMap(({ approval }) => approval?.given ?? [])
    .filter(({ decision, isVoid }) => decision === 'given' && !isVoid);
  return given.map(({ person, roles, at, insteadOf }): [string, string] => {
    const instead = insteadOf === null ? '' : ` instead of ${plainLine(insteadOf)}`;
    return ['By', `${plainLine(person)} (${roles.map(plainLine).join(', ')})${instead}, ${momentOf(at, view)}`];
  });
}

function stepsBefore({ steps }: RunView, { needs }: StepView): ReadonlySet<string> {
  const before = new Set<string>(needs);
  for (const id of before) for (const need of steps.find((step) => step.id === id)?.needs ?? []) before.add(need);
  return before;
}

function overrideRows(view: RunView, step: StepView): readonly [string, string][] {
  return view.overrides
    .filter((one) => one.step === step.id && one.agreed !== null)
    .map(({ gates, asked, agreed }): [string, string] => [
      'Override',
      `${gates.join(', ')}: ${plainLine(asked.person)} and ${plainLine(agreed?.person ?? '')} went through it: ${plainLine(asked.reason)}`,
    ]);
}

/** What keeps a step shut, with what opens it; [] when nothing does. */
export function shutGates({ gates }: StepView): readonly string[] {
  const shut = gates.filter(({ isOpen }) => !isOpen);
  // Two gates of one channel may be shut by the same.
  return [
    ...new Set(shut.map(({ says, hint }) => `  ${plainLine(says)}${hint === null ? '' : `\n    ${plainLine(hint)}`}`)),
  ];
}
