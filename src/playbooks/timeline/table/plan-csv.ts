import { neutraliseFormula } from '../../../base/neutralise-formula.ts';
import { dayAt } from '../../../base/zoned-time.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { Timeline, TimelineStep } from '../../../model/playbook/timeline.ts';
import { planDays } from '../text/plan-days.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** What Excel takes for the end of a cell, where it is set to that language: in Germany the comma is in the numbers. */
const separators: Readonly<Record<FactLanguage, string>> = { de: ';', en: ',' };

const titles: Readonly<Record<FactLanguage, readonly string[]>> = {
  en: [
    'Day',
    'Time',
    'Until day',
    'Until time',
    'Step',
    'What',
    'Kind',
    'Channel',
    'Roles',
    'People',
    'Minutes of work',
    'Due',
    'Days of slack',
    'Late',
    'Cannot be undone',
    'Sets the end',
    'After',
  ],
  de: [
    'Tag',
    'Uhrzeit',
    'Bis Tag',
    'Bis Uhrzeit',
    'Schritt',
    'Was',
    'Art',
    'Kanal',
    'Rollen',
    'Personen',
    'Minuten Arbeit',
    'Fällig',
    'Tage Spielraum',
    'Zu spät',
    'Nicht rückgängig zu machen',
    'Bestimmt das Ende',
    'Nach',
  ],
};

/**
 * A plan as a table that Excel opens by double click: UTF-8 with a byte order mark, without which it takes ä for two signs, and
 * semicolons in German. Texts that it would take for a formula get an apostrophe.
 * @see RFC 4180
 */
export function planCsv(timeline: Timeline, language: FactLanguage): string {
  const rows = timeline.steps.map((step) => cellsOf(step, timeline, language));
  const row = (cells: readonly string[]) => `${cells.map(quoted).join(separators[language])}\r\n`;
  return BYTE_ORDER_MARK + [titles[language], ...rows].map(row).join('');
}

function cellsOf(step: TimelineStep, timeline: Timeline, language: FactLanguage): readonly string[] {
  const days = planDays(timeline, language);
  const yes = (is: boolean) => (is ? (language === 'de' ? 'ja' : 'yes') : '');
  const day = (instant: string) => dayAt(instant, timeline.timezone);
  const clock = (instant: string) => (step.isWholeDay ? '' : days.clock(instant).slice(0, 5));
  const texts = [
    day(step.startsAt),
    clock(step.startsAt),
    day(step.endsAt),
    clock(step.endsAt),
    step.id,
    step.title[language],
    step.type,
    step.channel ?? '',
    step.roles.join(', '),
    step.people.join(', '),
    String(step.effortMinutes ?? ''),
    step.dueAt === null ? '' : days.deadline(step.dueAt),
    step.slackMinutes === null ? '' : String(Math.floor(step.slackMinutes / 1440)),
    yes(step.isLate),
    yes(step.isIrreversible),
    yes(step.isCritical),
    step.needs.join(', '),
  ];
  return texts.map(neutraliseFormula);
}

function quoted(cell: string): string {
  return /[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
