import { type CommandContext, defineCommand } from '../command-spec.ts';
import { scheduleErrors } from '../schedule-options.ts';
import { localMoment, ranJson, ranText } from '../schedule-text.ts';

function say({ print, clock }: CommandContext, json: object, text: string): void {
  const at = clock.now().toISOString();
  print({ at, ...json }, `${at.slice(0, 19).replace('T', ' ')} UTC  ${text}`);
}

export const serveCommand = defineCommand({
  description:
    'Runs the schedules of the workspace until you stop it: looks at each minute what is due, takes it, and prints a line when a ' +
    'snapshot begins and one when it has ended. For now that is all it does; the web page that the name promises is not there ' +
    'yet. lastpost.yaml may be edited meanwhile: while it has a mistake nothing is begun, the mistake is printed, and what is ' +
    'due waits. Ctrl-C seals what is under way. With --json each line is an object of its own.',
  arguments: [],
  options: {},
  examples: [{ command: 'serve', explains: 'Until Ctrl-C:' }],
  errors: scheduleErrors,
  exitCodes: { 0: 'stopped', 1: 'failed', 2: 'wrong use or settings', 130: 'stopped; what was under way is sealed' },
  onInterrupt: 'Stopping: sealing what is under way. Press Ctrl-C again to stop at once.',
  run: async (_options, context) => {
    const { serveSchedules } = await import('../../journeys/schedules/serve-schedules.ts');
    say(context, { event: 'started' }, 'Looking after the schedules. Ctrl-C stops.');
    await serveSchedules(context, {
      ...context,
      // Two crawls at once would write over each other's line.
      onProgress: () => undefined,
      onBegin: ({ state: { schedule, channel, slotAt, zone } }) =>
        say(
          context,
          { event: 'begun', schedule, channel, slot_at: slotAt },
          `${schedule}/${channel}: begun, for ${localMoment(slotAt, zone)}`,
        ),
      onEnd: (ran) => say(context, { event: 'ended', ...ranJson(ran) }, ranText(ran)),
      onNotices: ({ sent, failed }) =>
        say(
          context,
          { event: 'told', sent, failed: failed.map(({ error }) => error.message) },
          [`told: ${sent} sent`, ...failed.map(({ error }) => `not told: ${error.message}`)].join('; '),
        ),
      onTrouble: (trouble) =>
        trouble === undefined
          ? say(context, { event: 'mended' }, 'Mended; the schedules go on.')
          : say(
              context,
              { event: 'trouble', code: trouble.code, message: trouble.message, hint: trouble.hint ?? null },
              `Nothing is begun until this is mended: ${trouble.message}${trouble.hint === undefined ? '' : ` ${trouble.hint}`}`,
            ),
    });
    say(context, { event: 'stopped' }, 'Stopped.');
    return { exitCode: 0, json: {}, text: '' };
  },
});
