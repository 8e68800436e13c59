import { defineCommand } from '../../command-spec.ts';
import { pickRun } from '../../pick-run.ts';
import {
  asOption,
  becauseOption,
  langOption,
  personErrors,
  requirePerson,
  requireReason,
  runArgument,
} from '../../run-options.ts';
import { tellRun } from '../../run-result.ts';

export const resumeCommand = defineCommand({
  description: 'Lets a paused run go on. Nothing is done by it yet: "run next" does what has become due.',
  arguments: [runArgument],
  options: { because: becauseOption, as: asOption, lang: langOption },
  examples: [{ command: "run resume --because 'It is sound.' --as jana", explains: 'Go on:' }],
  errors: {
    'run.ended': 'the run has ended',
    'run.stopped': 'the run was cancelled',
    'run.no-reason': 'it is not said why',
    ...personErrors,
  },
  exitCodes: { 0: 'recorded', 1: 'failed', 2: 'wrong use or settings; nothing was recorded' },
  run: async ({ because, as, lang }, context) => {
    const said = { reason: requireReason(because), by: requirePerson(as) };
    const run = await pickRun(context.args[0], context);
    const { resumeRun } = await import('../../../journeys/runs/steer-run.ts');
    const view = await resumeRun({ run, ...said }, context, context);
    return tellRun(
      { view, reader: { lang, as }, exitCode: 0, headline: `Resumed. Go on with: lastpost run next ${view.run.id}` },
      context,
    );
  },
});
