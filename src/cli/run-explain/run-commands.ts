import type { EvidenceSpec } from '../../model/playbook/playbook.ts';
import type { RunView, StepView } from '../../model/run/run-view.ts';
import { shellWord } from '../snapshot-text.ts';

/** Commands as a person types them; words in capitals are theirs to fill in. */
export const runCommands = {
  next: ({ run }: RunView): string => `lastpost run next ${shellWord(run.id)}`,

  confirm: (view: RunView, step: StepView): string =>
    `lastpost run confirm ${words(view, step)}${evidenceOf(step)} --as ${asOf(step)}`,

  release: (view: RunView, step: StepView): string =>
    `lastpost run confirm ${words(view, step)}${typedOf(step)} --as ${asOf(step)}`,

  /** What was done is undone: nothing has to be shown for it. */
  undone: (view: RunView, step: StepView): string => `lastpost run confirm ${words(view, step)} --as ${asOf(step)}`,

  approve: (view: RunView, step: StepView): string => `lastpost run approve ${words(view, step)} --as ${asOf(step)}`,

  reject: (view: RunView, step: StepView): string =>
    `lastpost run reject ${words(view, step)} --comment 'WHY' --as ${asOf(step)}`,

  resolve: (view: RunView, step: StepView, decision: 'done' | 'not-done' | 'again'): string => {
    const evidence = decision === 'done' ? evidenceOf(step) : '';
    return `lastpost run resolve ${words(view, step)} --${decision} --because 'HOW YOU KNOW'${evidence} --as ${asOf(step)}`;
  },

  resume: ({ run }: RunView): string => `lastpost run resume ${shellWord(run.id)} --because 'WHY' --as PERSON`,

  status: ({ run }: RunView): string => `lastpost run status ${shellWord(run.id)}`,

  explain: (run: string): string => `lastpost run explain ${shellWord(run)}`,

  certificate: ({ run }: RunView): string => `lastpost run certificate ${shellWord(run.id)}`,

  cancel: ({ run }: RunView, canRollBack: boolean): string =>
    `lastpost run cancel ${shellWord(run.id)}${canRollBack ? ' --roll-back' : ''} --because 'WHY' --as PERSON`,

  override: (view: RunView, step: StepView): string =>
    `lastpost run override ${words(view, step)} --because 'WHY' --as PERSON`,
} as const;

function words({ run }: RunView, { id }: StepView): string {
  return `${shellWord(run.id)} ${shellWord(id)}`;
}

function typedOf({ confirmText }: StepView): string {
  return confirmText === null ? '' : ` --typed ${shellWord(confirmText)}`;
}

/** Who types it, where only one person can. */
function asOf({ waitingOn, isReleased, releasedTo }: StepView): string {
  if (isReleased && releasedTo !== null) return shellWord(releasedTo);
  const [only] = waitingOn;
  return only !== undefined && waitingOn.length === 1 ? shellWord(only.id) : 'PERSON';
}

const placeholders: Readonly<Record<NonNullable<EvidenceSpec['kind']> | 'any', string>> = {
  file: 'FILE',
  url: 'https://ADDRESS',
  text: "'WORDS'",
  any: 'FILE',
};

function evidenceOf({ evidenceWanted, evidence }: StepView): string {
  const had = new Set(evidence.map(({ id }) => id));
  return evidenceWanted
    .filter(({ id, required }) => required && !had.has(id))
    .map(({ id, kind, choices }) =>
      choices === undefined ? ` --evidence ${id}=${placeholders[kind ?? 'any']}` : ` --text ${id}=ANSWER`,
    )
    .join('');
}
