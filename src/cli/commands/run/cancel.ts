import type { RunView } from '../../../model/run/run-view.ts';
import { defineCommand } from '../../command-spec.ts';
import { onSwitch } from '../../options.ts';
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

function headlineOf({ run, endedAt }: RunView): string {
  return endedAt === null
    ? `Cancelled. To bring it to its end: lastpost run next ${run.id}`
    : 'Cancelled. Nothing more will be done.';
}

export const cancelCommand = defineCommand({
  description:
    'Ends a run for good. Before the point of no return --roll-back also undoes what was done, where the playbook says how, in ' +
    'reverse order. After it there is no way back: the run stops, and the journal says how far it had come. To hold it for a ' +
    'while there is "run pause".',
  arguments: [runArgument],
  options: {
    because: becauseOption,
    as: asOption,
    lang: langOption,
    rollBack: onSwitch('undo what was done; only before the point of no return'),
  },
  examples: [
    { command: "run cancel --because 'We stay.' --as jana", explains: 'Stop here:' },
    {
      command: "run cancel leave-x-3f2a --roll-back --because 'We stay.' --as jana",
      explains: 'And take back what was done:',
    },
  ],
  errors: {
    'run.ended': 'the run has ended already',
    'run.stopped': 'the run was cancelled before',
    'run.past-no-return': 'something irreversible has begun, so that nothing can be rolled back; leave --roll-back out',
    'run.no-reason': 'it is not said why',
    ...personErrors,
  },
  exitCodes: { 0: 'recorded', 1: 'failed', 2: 'wrong use or settings; nothing was recorded' },
  run: async ({ because, as, lang, rollBack }, context) => {
    const said = { reason: requireReason(because), by: requirePerson(as), rollback: rollBack };
    const run = await pickRun(context.args[0], context);
    const { cancelRun } = await import('../../../journeys/runs/steer-run.ts');
    const view = await cancelRun({ run, ...said }, context, context);
    return tellRun({ view, reader: { lang, as }, exitCode: 0, headline: headlineOf(view) }, context);
  },
});
