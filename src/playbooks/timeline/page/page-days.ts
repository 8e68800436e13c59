import { roughSpan } from '../../../base/short-moment.ts';
import { calendarDayIn, deadlineIn } from '../../../base/zoned-format.ts';
import { isShownTwice } from '../../../base/zoned-time.ts';
import type { Timeline, TimelineStep } from '../../../model/playbook/timeline.ts';
import { isoWeekOf } from '../svg/iso-week.ts';
import { clockTime, dayShort, daysOfStep } from '../svg/plan-dates.ts';
import { type PageFrame, section, text, workIn } from './page-frame.ts';

const DAY_MINUTES = 1440;

/** Every step below the day on which it begins. */
export function daysSection({ steps, pointOfNoReturn }: Timeline, frame: PageFrame): string {
  const { words } = frame;
  if (steps.length === 0) return section('days', words.days, `<p>${text(words.noSteps)}</p>`);
  const hasChannels = new Set(steps.map(({ channel }) => channel)).size > 1;
  const heads = [
    words.number,
    words.time,
    words.what,
    ...(hasChannels ? [words.channel] : []),
    words.who,
    words.effort,
    words.marks,
  ];
  const byDay = new Map<string, TimelineStep[]>();
  for (const step of steps) {
    const { first } = daysOfStep(step, frame.zone);
    byDay.set(first, [...(byDay.get(first) ?? []), step]);
  }
  const bodies = [...byDay].map(([day, own]) => {
    const head = `<tr class="day"><th scope="rowgroup" colspan="${heads.length}">${text(calendarDayIn(frame.language, day))} <span class="quiet">· ${text(words.week(isoWeekOf(day)))}</span></th></tr>`;
    const rows = own.map((step) => {
      const line =
        step.id === pointOfNoReturn?.step
          ? `<tr class="no-return"><td colspan="${heads.length}">${text(words.noReturnHere)}</td></tr>\n`
          : '';
      return line + rowOf(step, hasChannels, frame);
    });
    return `<tbody>${head}\n${rows.join('\n')}</tbody>`;
  });
  const head = heads.map((name) => `<th scope="col">${text(name)}</th>`).join('');
  return section(
    'days',
    words.days,
    `<div class="scroll" tabindex="0" role="group" aria-labelledby="days-heading"><table class="days"><caption>${text(words.daysCaption)}</caption><thead><tr>${head}</tr></thead>\n${bodies.join('\n')}</table></div>`,
  );
}

function rowOf(step: TimelineStep, hasChannels: boolean, frame: PageFrame): string {
  const { language, words } = frame;
  const number = frame.numbers.get(step.id);
  const title = step.isCritical ? `<b>${frame.title(step)}</b>` : frame.title(step);
  const work =
    step.effortMinutes === null
      ? step.kind === 'hand' || step.kind === 'approval'
        ? words.unknown
        : '–'
      : step.effortMinutes === 0
        ? '–'
        : workIn(language, step.effortMinutes);
  const cells = [
    `<td>${timeOf(step, frame)}</td>`,
    `<td>${title}</td>`,
    ...(hasChannels ? [`<td>${text(step.channel ?? '–')}</td>`] : []),
    `<td>${frame.who(step)}</td>`,
    `<td class="work">${text(work)}</td>`,
    `<td>${marksOf(step, frame).join('<br>')}</td>`,
  ];
  return `<tr id="step-${number}"${step.isIrreversible ? ' class="irreversible"' : ''}><th scope="row">${number}</th>${cells.join('')}</tr>`;
}

/** `09:00–10:30`, `09:00 until Fri 8 Jan, 10:30`, `any time until Fri 11 Dec`. */
export function timeOf(step: TimelineStep, { words, language, zone }: PageFrame): string {
  const { first, last } = daysOfStep(step, zone);
  const until = words.until(dayShort(language, last, zone));
  if (step.isWholeDay) return text(first === last ? words.wholeDay : `${words.wholeDay}, ${until}`);
  const [from, to] = [clock(step.startsAt, language, zone), clock(step.endsAt, language, zone)];
  if (first !== last) return text(`${from}, ${until}, ${to}`);
  return text(step.startsAt === step.endsAt ? from : `${from}–${to}`);
}

/** Where the clocks show an hour twice, it says by which offset. */
function clock(iso: string, language: PageFrame['language'], zone: string): string {
  if (!isShownTwice(iso, zone)) return clockTime(iso, zone);
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' }).formatToParts(new Date(iso));
  return `${clockTime(iso, zone)} ${parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''}`;
}

function marksOf(step: TimelineStep, { words, language, zone }: PageFrame): readonly string[] {
  const due = step.dueAt === null ? '' : deadlineIn(language, step.dueAt, zone);
  const slack = step.slackMinutes ?? 0;
  const later = new Date(Date.parse(step.startsAt) + slack * 60_000).toISOString();
  return [
    ...(step.isIrreversible ? [`<b class="bad">${text(words.irreversible)}</b>`] : []),
    ...(step.isLate && due !== '' ? [`<b class="bad">${text(words.late(due))}</b>`] : []),
    ...(!step.isLate && due !== '' ? [text(words.due(due))] : []),
    ...(step.kind === 'approval' ? [text(words.approval)] : []),
    ...(step.isCritical ? [text(words.critical)] : []),
    ...(slack >= DAY_MINUTES && !step.isCritical ? [text(words.slack(roughSpan(language, step.startsAt, later)))] : []),
  ];
}
