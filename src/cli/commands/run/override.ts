import { defineCommand } from '../../command-spec.ts';
import { pickRun } from '../../pick-run.ts';
import {
  asOption,
  becauseOption,
  langOption,
  requirePerson,
  requireReason,
  runAndWord,
  runArgument,
  stepArgument,
  stepErrors,
} from '../../run-options.ts';
import { tellRun } from '../../run-result.ts';

export const overrideCommand = defineCommand({
  description:
    'Asks to go through the gates that keep an irreversible step shut, such as an archive with gaps, when it has to be done all ' +
    'the same. The first call asks; a second person agrees with the same call. Both names, both reasons and the gates stand on ' +
    'the certificate for ever. Nothing is done by it: the step still has to be released.',
  arguments: [runArgument, stepArgument],
  options: { because: becauseOption, as: asOption, lang: langOption },
  examples: [
    {
      command: "run override deactivate --because 'The court wants it gone today.' --as jana",
      explains: 'One asks, and a second person agrees with the same line and their own name:',
    },
  ],
  errors: {
    'override.nothing-shut': 'no gate before the step is shut',
    'override.cannot': 'nobody can go through this gate; the hint says what opens it',
    'override.not-irreversible': 'no gate stands before the step: it can be undone',
    'override.reason': 'the reason is too short for somebody to understand it in a year',
    'second-person.*': 'it takes two people who do not stand in for each other',
    'run.no-reason': 'it is not said why',
    ...stepErrors,
  },
  exitCodes: {
    0: 'two people have agreed',
    1: 'failed',
    2: 'wrong use or settings; nothing was recorded',
    75: 'asked; a second person has to agree',
  },
  run: async ({ because, as, lang }, context) => {
    const { run: named, word: step } = runAndWord(context.args, 'run override', 'STEP');
    const said = { reason: requireReason(because), by: requirePerson(as) };
    const run = await pickRun(named, context);
    const { overrideGates } = await import('../../../journeys/runs/override-gates.ts');
    const { view, isAgreed } = await overrideGates({ run, step, ...said }, context, context);
    const headline = isAgreed
      ? `Agreed: ${step} may go through the gates that are shut.`
      : `Asked. A second person has to agree:\n  lastpost run override ${view.run.id} ${step} --because TEXT --as PERSON`;
    const waiting = `Waits for a second person who agrees that ${step} goes through the gates that are shut.`;
    return tellRun(
      { view, reader: { lang, as }, exitCode: isAgreed ? 0 : 75, headline, waiting, json: { agreed: isAgreed } },
      context,
    );
  },
});
