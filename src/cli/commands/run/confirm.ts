import type { Confirmed } from '../../../model/run/run-requests.ts';
import { defineCommand } from '../../command-spec.ts';
import { textOption } from '../../options.ts';
import { pickRun } from '../../pick-run.ts';
import {
  asOption,
  evidenceErrors,
  evidenceOption,
  langOption,
  readAllEvidence,
  readTexts,
  requirePerson,
  runAndWord,
  runArgument,
  stepArgument,
  stepErrors,
  textsOption,
} from '../../run-options.ts';
import { tellRun } from '../../run-result.ts';
import { releasedText } from '../../run-talk/released-text.ts';
import { recordedCode, recordedExitCodes } from '../../run-waiting.ts';

function headlineOf({ what, view }: Confirmed, step: string): string {
  if (what === 'released') return releasedText(view, step);
  return what === 'confirmed' ? `Confirmed ${step}.` : `${step} was confirmed before; nothing changed.`;
}

export const confirmCommand = defineCommand({
  description:
    'Says that a step was done, with what shows it. A step that cannot be undone takes two calls: the first, with --typed, ' +
    'releases it, if every gate is open; then you do it; the second, with the evidence, says that it is done. "Confirmed" is ' +
    'only said when it is on the disk. The same call twice changes nothing.',
  arguments: [runArgument, stepArgument],
  options: {
    as: asOption,
    lang: langOption,
    evidence: evidenceOption,
    text: textsOption,
    typed: textOption('TEXT', 'what has to be typed back before an irreversible step, letter by letter'),
    note: textOption('TEXT', 'a note for the journal'),
  },
  examples: [
    {
      command: 'run confirm memo --as jana --evidence sent_mail=memo.eml',
      explains: 'Done, with the mail that shows it:',
    },
    {
      command: 'run confirm leave-x-3f2a deactivate --as jana --typed brandt',
      explains: 'Before you press the button:',
    },
    {
      command:
        'run confirm leave-x-3f2a deactivate --as jana --evidence screenshot=gone.png --evidence https://x.com/brandt',
      explains: 'After it:',
    },
    { command: "run confirm phone --as jana --evidence 'text:Read it out to the desk.'", explains: 'With a text:' },
    { command: 'run confirm shop --as jana --text answer=partly', explains: 'With the answer to its question:' },
  ],
  errors: {
    'step.not-waiting': 'the step does not wait for anybody to confirm it; the message says how it stands',
    'step.not-your-role': 'the step is for somebody else; the hint says for whom',
    'step.already-confirmed': 'somebody else has confirmed it; nothing was recorded a second time',
    'step.in-doubt': 'nobody knows whether it was done: say so with "run resolve"',
    'step.typed-wrong': 'what was typed is not the same, letter by letter; nothing was released',
    'step.not-released': 'evidence was handed in before the step was released',
    'step.probe-disagrees': 'a look at it says that it is not done; it is in doubt now, with the evidence kept',
    'gate.shut': 'a gate is shut; the message names it, and the hint what opens it',
    'evidence.missing': 'the step asks for evidence that is not there yet',
    'evidence.*': 'the evidence is of the wrong kind, or of none that the step asks for; nothing was recorded',
    ...evidenceErrors,
    ...stepErrors,
  },
  exitCodes: recordedExitCodes,
  run: async ({ as, lang, evidence, text, typed = null, note = null }, context) => {
    const { run: given, word: step } = runAndWord(context.args, 'run confirm', 'STEP');
    const by = requirePerson(as);
    const read = [...readAllEvidence(evidence, context), ...readTexts(text)];
    const run = await pickRun(given, context);
    const { confirmStep } = await import('../../../journeys/runs/confirm-step.ts');
    const confirmed = await confirmStep({ run, step, by, evidence: read, typed, note }, context, context);
    const { what, view } = confirmed;
    return tellRun(
      {
        view,
        reader: { lang, as },
        exitCode: recordedCode(view),
        headline: headlineOf(confirmed, step),
        json: { what },
      },
      context,
    );
  },
});
