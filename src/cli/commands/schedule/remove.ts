import { defineCommand } from '../../command-spec.ts';
import { scheduleErrors } from '../../schedule-options.ts';
import { shownPath } from '../../snapshot-text.ts';

export const removeCommand = defineCommand({
  description:
    'Takes a schedule out of lastpost.yaml; comments and order there stay. Snapshots stay as well, and one that is being taken ' +
    'at this moment is finished.',
  arguments: [{ name: 'ID', description: 'the schedule', required: true }],
  options: {},
  examples: [{ command: 'schedule remove blog', explains: 'No longer:' }],
  errors: { 'schedule.unknown': 'there is no such schedule', ...scheduleErrors },
  exitCodes: { 0: 'removed', 1: 'failed', 2: 'wrong use or settings' },
  run: async (_options, context) => {
    const { removeSchedule } = await import('../../../journeys/schedules/change-schedules.ts');
    const id = context.args[0] ?? '';
    const { file } = await removeSchedule(id, context, context.clock.now());
    return { exitCode: 0, json: { removed: id }, text: `Removed ${id} from ${shownPath(file, context.cwd)}.` };
  },
});
