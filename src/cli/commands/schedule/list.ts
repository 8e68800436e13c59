import { defineCommand } from '../../command-spec.ts';
import { readErrors } from '../../schedule-options.ts';
import { listJson, listText } from '../../schedule-text.ts';

export const listCommand = defineCommand({
  description:
    'Lists the schedules: the next five times as the clocks of the schedule show them, how each channel went last, what to do ' +
    'where that failed, and what people could not be told yet.',
  arguments: [],
  options: {},
  examples: [
    { command: 'schedule list', explains: 'All of them:' },
    { command: 'schedule list --json', explains: 'For a script:' },
  ],
  errors: readErrors,
  exitCodes: { 0: 'listed', 1: 'failed', 2: 'wrong use or settings' },
  run: async (_options, context) => {
    const { listSchedules } = await import('../../../journeys/schedules/list-schedules.ts');
    const listed = await listSchedules(context, context.clock.now());
    return { exitCode: 0, json: { schedules: listed.map(listJson) }, text: listText(listed, context.style) };
  },
});
