import type { RanSchedules } from '../../../journeys/schedules/run-schedules.ts';
import { type CommandContext, defineCommand, type ExitCode } from '../../command-spec.ts';
import { plural } from '../../format.ts';
import { onSwitch, textOption } from '../../options.ts';
import { readErrors } from '../../schedule-options.ts';
import { ranJson, ranText } from '../../schedule-text.ts';

function exitCodeOf({ ran }: RanSchedules, { signal }: CommandContext): ExitCode {
  const kinds = ran.map(({ took }) => took.result.kind);
  if (signal.aborted || kinds.includes('interrupted')) return 130;
  if (kinds.includes('failed')) return 1;
  if (kinds.includes('partial')) return 3;
  return kinds.includes('waiting') ? 75 : 0;
}

function describe({ ran, notices, nextAt }: RanSchedules): string {
  const lines = ran.map(ranText);
  if (lines.length === 0) lines.push(`Nothing is due.${nextAt === null ? '' : ` Next: ${nextAt}`}`);
  if (notices.sent > 0) lines.push(`${plural(notices.sent, 'notice')} sent.`);
  return [
    ...lines,
    ...notices.failed.map(({ notice, error }) => `Not told ("${notice.kind}" by ${notice.way}): ${error.message}`),
  ].join('\n');
}

export const runCommand = defineCommand({
  description:
    'Takes the snapshots that are due, once, two at a time, and ends; then sends what people are to be told. Made to be called ' +
    'each minute by a timer: see "lastpost schedule install". What another process takes at this moment is left to it; what ' +
    'a killed one left is gone on with. A failure is tried again with growing pauses.',
  arguments: [],
  options: {
    id: textOption('ID', 'only this schedule'),
    now: onSwitch('with --id: now, whether it is due or not; its times stay'),
    timer: onSwitch('for timers: read .lastpost/schedule.env first, and say nothing where nothing was due'),
  },
  examples: [
    { command: 'schedule run', explains: 'What is due:' },
    { command: 'schedule run --id blog --now', explains: 'Once by hand, to see whether it works:' },
  ],
  errors: {
    'usage.missing-option': '--now is given without --id',
    'schedule.unknown': 'there is no such schedule',
    ...readErrors,
  },
  exitCodes: {
    0: 'everything that was due is complete, or nothing was due',
    1: 'something failed; "schedule list" says what to do',
    2: 'wrong use or settings',
    3: 'a valid snapshot with gaps',
    75: 'somebody else is taking a snapshot of a channel; it is taken after that',
    130: 'interrupted; what was there is sealed',
  },
  onInterrupt: 'Stopping: sealing the pages that are there into a valid file. Press Ctrl-C again to stop at once.',
  run: async ({ id, now: force, timer }, context) => {
    const { refuseForceWithoutId, runSchedules } = await import('../../../journeys/schedules/run-schedules.ts');
    const { beginByTimer } = await import('../../../journeys/schedules/begin-by-timer.ts');
    const request = { id, force };
    refuseForceWithoutId(request);
    if (timer) await beginByTimer(context);
    const done = await runSchedules(request, context, context);
    if (timer && done.ran.length + done.notices.sent + done.notices.failed.length === 0) {
      return { exitCode: 0, json: {}, text: '' };
    }
    const json = {
      ran: done.ran.map(ranJson),
      notices: { sent: done.notices.sent, failed: done.notices.failed.length },
      next_at: done.nextAt,
    };
    return { exitCode: exitCodeOf(done, context), json, text: describe(done) };
  },
});
