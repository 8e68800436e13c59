import { localeOf } from '../../../base/local-format.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { AxisStart, AxisUnit } from './axis-starts.ts';
import { ganttWords } from './gantt-words.ts';
import { isoWeekOf } from './iso-week.ts';
import { clockTime } from './plan-dates.ts';

/** Of a band in which less than that would fit nobody could read anything. */
export function shortestLabel(unit: AxisUnit, language: FactLanguage): string {
  const { shortWeek, dot } = ganttWords[language];
  return { year: '2026', month: 'Mmm', week: shortWeek(49), day: `30${dot}`, hour: '00:00' }[unit];
}

/** What a cell may say, the longest first. */
export function axisLabels(
  unit: AxisUnit,
  { ms, day }: AxisStart,
  zone: string,
  language: FactLanguage,
): readonly string[] {
  const words = ganttWords[language];
  const { year, month, shortMonth, weekday, shortWeekday } = namesOf(day, language);
  const date = `${Number(day.slice(8))}${words.dot}`;
  switch (unit) {
    case 'year':
      return [year];
    case 'month':
      return [`${month} ${year}`, month, shortMonth];
    case 'week':
      return [words.week(isoWeekOf(day)), words.shortWeek(isoWeekOf(day))];
    case 'day':
      return [
        `${weekday}${words.comma} ${date} ${month} ${year}`,
        `${shortWeekday} ${date} ${shortMonth} ${year}`,
        `${shortWeekday} ${date} ${shortMonth}`,
        `${shortWeekday} ${date}`,
        date,
      ];
    case 'hour':
      return [clockTime(new Date(ms).toISOString(), zone)];
  }
}

const formats = new Map<FactLanguage, readonly Intl.DateTimeFormat[]>();

function namesOf(day: string, language: FactLanguage) {
  const [long, short] = formats.get(language) ?? madeFormats(language);
  const [longParts, shortParts] = [long, short].map((format) => {
    const parts = format?.formatToParts(new Date(`${day}T12:00:00Z`)) ?? [];
    return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  });
  const threeLetters = (name = ''): string => name.replace(/\.$/, '').slice(0, 3);
  return {
    year: day.slice(0, 4),
    month: longParts?.month ?? '',
    weekday: longParts?.weekday ?? '',
    shortMonth: threeLetters(shortParts?.month),
    shortWeekday: threeLetters(shortParts?.weekday),
  };
}

function madeFormats(language: FactLanguage): readonly Intl.DateTimeFormat[] {
  const made = (['long', 'short'] as const).map(
    (style) =>
      new Intl.DateTimeFormat(localeOf[language], { weekday: style, month: style, day: 'numeric', timeZone: 'UTC' }),
  );
  formats.set(language, made);
  return made;
}
