import { KnownError } from '../base/known-error.ts';
import type { OptionValues } from './command-spec.ts';
import { textOption } from './options.ts';

/** By what the exit goes: the same for every command that holds drafts against a plan. */
export const exitPlanOptions = {
  playbook: textOption('NAME', 'the playbook that the exit goes by', 'the run under way, else that of the shelf'),
  run: textOption('ID', 'the run that the exit goes by, or the first letters of its id', 'the one under way'),
} as const;

/** @throws KnownError `usage.run-and-playbook` */
export function planWished({ playbook, run }: OptionValues<typeof exitPlanOptions>) {
  if (playbook === undefined || run === undefined) return { playbook: playbook ?? null, run: run ?? null };
  throw new KnownError('usage.run-and-playbook', 'Both a run and a playbook were named.', {
    hint: 'A run has its playbook with it: leave --playbook away.',
    exitCode: 2,
  });
}

export const exitPlanErrors = {
  'usage.run-and-playbook': 'both a run and a playbook were named',
  'exit-plan.which-run': 'several runs leave what the exit is about; the hint names them',
  'run.unknown': 'there is no such run',
  'run.ambiguous': 'several runs begin like that',
  'playbook.unknown': 'there is no playbook of that name',
  'playbook.inputs': 'the playbook asks for something that the exit does not say',
  'playbook.unsound': 'the playbook has a mistake; look at it with: lastpost playbook lint',
  'exit.none': 'lastpost.yaml says nothing of an exit',
  'exit.incomplete': 'facts of the exit are still open; the message names them',
} as const;
