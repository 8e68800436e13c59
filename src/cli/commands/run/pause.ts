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

export const pauseCommand = defineCommand({
  description:
    'Holds a run: nothing begins, no timer has an effect, and nobody can confirm or approve until "run resume". What has begun is ' +
    'finished. Dates go on: what becomes due meanwhile is due when the run goes on.',
  arguments: [runArgument],
  options: { because: becauseOption, as: asOption, lang: langOption },
  examples: [{ command: "run pause --because 'The archive is being looked at.' --as jana", explains: 'Stop for now:' }],
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
    const { pauseRun } = await import('../../../journeys/runs/steer-run.ts');
    const view = await pauseRun({ run, ...said }, context, context);
    return tellRun({ view, reader: { lang, as }, exitCode: 0, headline: 'Paused.' }, context);
  },
});
