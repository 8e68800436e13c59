import { KnownError } from '../../../base/known-error.ts';
import type { ResolveRequest } from '../../../model/run/run-requests.ts';
import type { RunView } from '../../../model/run/run-view.ts';
import { defineCommand } from '../../command-spec.ts';
import { onSwitch } from '../../options.ts';
import { pickRun } from '../../pick-run.ts';
import {
  asOption,
  becauseOption,
  evidenceErrors,
  evidenceOption,
  langOption,
  readAllEvidence,
  readTexts,
  requirePerson,
  requireReason,
  runAndWord,
  runArgument,
  stepArgument,
  stepErrors,
  textsOption,
} from '../../run-options.ts';
import { tellRun } from '../../run-result.ts';
import { recordedCode, recordedExitCodes } from '../../run-waiting.ts';

type Decision = ResolveRequest['decision'];

/** @throws KnownError `resolve.which` unless it is exactly one */
function decisionOf(given: { readonly done: boolean; readonly notDone: boolean; readonly again: boolean }): Decision {
  const decisions: Readonly<Record<Decision, boolean>> = {
    done: given.done,
    'not-done': given.notDone,
    again: given.again,
  };
  const said = (Object.keys(decisions) as Decision[]).filter((decision) => decisions[decision]);
  const [only] = said;
  if (only !== undefined && said.length === 1) return only;
  throw new KnownError('resolve.which', 'It has to be said what is so: one of the three.', {
    hint: 'Give one of --done, --not-done and --again.',
    exitCode: 2,
  });
}

function headlineOf(decision: Decision, step: string, { run, steps }: RunView): string {
  if (decision === 'done') return `Recorded: ${step} was done.`;
  if (decision === 'again') return `Recorded: ${step} is tried again.`;
  if (steps.find(({ id }) => id === step)?.waits !== 'second-person') return `Agreed: ${step} was not done.`;
  return (
    `Recorded: ${step} was not done. A second person has to agree before it may be tried again:\n` +
    `  lastpost run resolve ${run.id} ${step} --not-done --because TEXT --as PERSON`
  );
}

export const resolveCommand = defineCommand({
  description:
    'Says what became of a step of which nobody knows it (in doubt: the machine died, or nobody came back in time), or has a ' +
    'step that failed tried again (--again). Look first: open the page, log in, ask. That an irreversible step was not done has ' +
    'to be said by two people before it may be done again. It stays in the journal, with your name and your reason.',
  arguments: [runArgument, stepArgument],
  options: {
    done: onSwitch('it was done'),
    notDone: onSwitch('it was not done'),
    again: onSwitch('try it again: for a step that is blocked'),
    because: becauseOption,
    as: asOption,
    lang: langOption,
    evidence: evidenceOption,
    text: textsOption,
  },
  examples: [
    {
      command: "run resolve deactivate --done --because 'The page says 404.' --as jana --evidence screenshot=gone.png",
      explains: 'The account is gone:',
    },
    {
      command: "run resolve deactivate --not-done --because 'I could log in at 9:40.' --as jana",
      explains: 'It is still there; the same from a second person lets it be tried again:',
    },
    { command: "run resolve archive --again --because 'The network is back.' --as jana", explains: 'Another attempt:' },
  ],
  errors: {
    'resolve.which': 'not exactly one of --done, --not-done and --again is given',
    'step.not-in-doubt': 'it is known what became of the step',
    'step.cannot-again': 'the step has not failed, and cannot be done a second time without harm',
    'step.not-your-role': 'the step is for somebody else; the hint says for whom',
    'second-person.*': 'that something was not done has to be said by two people who do not stand in for each other',
    'run.no-reason': 'it is not said why',
    ...evidenceErrors,
    ...stepErrors,
  },
  exitCodes: recordedExitCodes,
  run: async ({ because, as, lang, evidence, text, ...given }, context) => {
    const { run: named, word: step } = runAndWord(context.args, 'run resolve', 'STEP');
    const said = { decision: decisionOf(given), reason: requireReason(because), by: requirePerson(as) };
    const read = [...readAllEvidence(evidence, context), ...readTexts(text)];
    const run = await pickRun(named, context);
    const { resolveStep } = await import('../../../journeys/runs/resolve-step.ts');
    const view = await resolveStep({ run, step, ...said, evidence: read }, context, context);
    return tellRun(
      { view, reader: { lang, as }, exitCode: recordedCode(view), headline: headlineOf(said.decision, step, view) },
      context,
    );
  },
});
