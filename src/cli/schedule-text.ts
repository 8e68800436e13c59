import { shortMoment } from '../base/short-moment.ts';
import { offsetAt } from '../base/zoned-time.ts';
import type { ListedChannel, ListedSchedule } from '../journeys/schedules/list-schedules.ts';
import type { Ran } from '../journeys/schedules/runner-context.ts';
import type { Schedule } from '../model/schedule/schedule.ts';
import type { ScheduleResult } from '../model/schedule/schedule-state.ts';
import { oneLine } from './cut-text.ts';
import { formatDuration, plural } from './format.ts';
import type { Style } from './style.ts';

/** `Fri 4 Dec 2026, 09:00 +01:00` */
export function localMoment(at: string, zone: string): string {
  return `${shortMoment('en', at, zone)} ${offsetAt(at, zone)}`;
}

export function whenText({ cron, everyMs, timezone, denser }: Schedule): string {
  const usual = cron === null ? `every ${spanText(everyMs ?? 0)}` : `"${cron}"`;
  const rules = denser.map(
    (rule) => `from ${spanText(rule.fromMs)} before the last day every ${spanText(rule.everyMs)}`,
  );
  return [`${usual}, ${timezone}`, ...rules].join('; ');
}

function spanText(ms: number): string {
  const days = ms / 86_400_000;
  return Number.isInteger(days) ? plural(days, 'day') : formatDuration(ms);
}

/** How it went, in a few words. */
export function resultText({ kind, snapshot, gaps, code, message }: ScheduleResult): string {
  if (kind === 'complete') return `complete (${snapshot})`;
  if (kind === 'partial') return `with ${plural(gaps, 'gap')} (${snapshot})`;
  if (kind === 'interrupted')
    return snapshot === null ? 'interrupted' : `interrupted; what was there is kept (${snapshot})`;
  if (kind === 'waiting') return `waits: ${oneLine(message ?? '')}`;
  if (kind === 'skipped') return 'left out: it was too late for it';
  return `failed (${code}): ${oneLine(message ?? '')}`;
}

function channelLines({ state, advice }: ListedChannel, style: Style): readonly string[] {
  const { channel, last, zone, claimedBy, missed, attempts, dueAt } = state;
  const mark = last?.kind === 'failed' ? style.red : last?.kind === 'complete' ? style.green : style.yellow;
  const lines = [
    `    ${channel}: ${last === null ? 'not taken yet' : `${localMoment(last.at, zone)}  ${mark(resultText(last))}`}`,
  ];
  if (claimedBy !== null)
    lines.push(`      being taken now, by ${claimedBy.split('/').slice(0, 2).join(', process ')}`);
  if (missed > 0) lines.push(`      ${plural(missed, 'time')} passed without a snapshot before that`);
  if (attempts > 0) lines.push(`      tried again ${localMoment(dueAt, zone)}`);
  if (advice !== null) lines.push(`      What to do: ${advice}`);
  if (advice !== null && last?.hint != null) lines.push(`      ${oneLine(last.hint)}`);
  return lines;
}

export function listText(listed: readonly ListedSchedule[], style: Style): string {
  if (listed.length === 0) return 'No schedule yet. Add one with: lastpost schedule add CHANNEL --cron "0 3 * * *"';
  return listed
    .map(({ schedule, times, channels, notices }) =>
      [
        `${style.bold(schedule.id)}  ${whenText(schedule)}`,
        '  Next:',
        ...times.map((at) => `    ${localMoment(at, schedule.timezone)}`),
        '  Last:',
        ...channels.flatMap((one) => channelLines(one, style)),
        ...notices.map(
          ({ kind, channel, way, error, isGivenUp, attempts }) =>
            `  ${style.yellow('Not told')}: "${kind}" of ${channel} by ${way}, ${plural(attempts, 'attempt')}${isGivenUp ? ', given up' : ''}: ${oneLine(error ?? '')}`,
        ),
      ].join('\n'),
    )
    .join('\n\n');
}

export function listJson({ schedule, times, channels, notices }: ListedSchedule): object {
  return {
    id: schedule.id,
    channels: channels.map(({ state, advice }) => ({
      channel: state.channel,
      due_at: state.dueAt,
      failures: state.failures,
      missed: state.missed,
      last: state.last,
      what_to_do: advice,
      taken_by: state.claimedBy,
    })),
    cron: schedule.cron,
    every_ms: schedule.everyMs,
    timezone: schedule.timezone,
    missed: schedule.missed,
    next: times,
    not_told: notices.map(({ kind, channel, way, error, attempts, isGivenUp }) => ({
      event: kind,
      channel,
      way,
      error,
      attempts,
      given_up: isGivenUp,
    })),
  };
}

/** One line for one snapshot that was due. */
export function ranText({ schedule, channel, took, after, zone, isNoted }: Ran): string {
  const next = isNoted
    ? `next ${localMoment(after.dueAt, zone)}`
    : 'no longer ours: its schedule was removed or taken over';
  return `${schedule}/${channel}: ${resultText(took.result)}; ${next}`;
}

export function ranJson({ schedule, channel, slotAt, took, after, isNoted }: Ran): object {
  return { schedule, channel, slot_at: slotAt, result: took.result, next_at: after.dueAt, noted: isNoted };
}
