import { resolve } from 'node:path';
import type { ApproveRequest } from '../model/run/run-requests.ts';
import type { CommandContext } from './command-spec.ts';
import { textOption } from './options.ts';
import { pickRun } from './pick-run.ts';
import { asOption, langOption, requirePerson, runAndWord, stepErrors } from './run-options.ts';

/** Approving and rejecting take the same. */
export const decisionOptions = {
  as: asOption,
  lang: langOption,
  comment: textOption('TEXT', 'a comment for the journal'),
  key: textOption(
    'FILE',
    'your private key (PEM), where lastpost.yaml has your public one: the decision is signed with it',
  ),
} as const;

export const decisionErrors = {
  'step.not-waiting': 'the step does not wait for approval now; the message says how it stands',
  'approval.*': 'you may not approve it, or not so: the message says why, the hint who may, or what to sign it with',
  ...stepErrors,
} as const;

export async function decisionRequest(
  verb: 'approve' | 'reject',
  {
    as,
    comment,
    key,
  }: { readonly as?: string | undefined; readonly comment?: string | undefined; readonly key?: string | undefined },
  context: CommandContext,
): Promise<ApproveRequest> {
  const { run: given, word: step } = runAndWord(context.args, `run ${verb}`, 'STEP');
  const by = requirePerson(as);
  const keyFile = key === undefined ? null : resolve(context.cwd, key);
  return { run: await pickRun(given, context), step, by, comment: comment ?? null, keyFile };
}
