import { calendarDayIn, deadlineIn, zonedMomentIn } from '../../../base/zoned-format.ts';
import { dayAt } from '../../../base/zoned-time.ts';
import type { FactLanguage, LocalText } from '../../../model/platform.ts';
import type { TimelineStep } from '../../../model/playbook/timeline.ts';

const SHOWN = 4;

export function inBoth(say: (language: FactLanguage) => string): LocalText {
  return { de: say('de'), en: say('en') };
}

export function quoted(text: string, language: FactLanguage): string {
  return language === 'de' ? `„${text}“` : `“${text}”`;
}

/** `“Memo”, “Farewell” and “Export”`; of many the first ones and how many more there are. */
export function titlesOf(steps: readonly Pick<TimelineStep, 'title'>[], language: FactLanguage): string {
  return listed(
    steps.map(({ title }) => quoted(title[language], language)),
    language,
  );
}

/** `a, b and c`; of many the first ones and how many more there are. */
export function listed(all: readonly string[], language: FactLanguage): string {
  const and = language === 'de' ? ' und ' : ' and ';
  if (all.length > SHOWN + 1) {
    const more = all.length - SHOWN;
    return `${all.slice(0, SHOWN).join(', ')}${and}${language === 'de' ? `${more} weitere` : `${more} more`}`;
  }
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')}${and}${all.at(-1)}`;
}

/** When a step begins: its day, with the hour where it has one. */
export function beginOf({ startsAt, isWholeDay }: TimelineStep, language: FactLanguage, zone: string): string {
  return isWholeDay ? calendarDayIn(language, dayAt(startsAt, zone)) : zonedMomentIn(language, startsAt, zone);
}

export function endOf({ endsAt, isWholeDay }: TimelineStep, language: FactLanguage, zone: string): string {
  return isWholeDay ? calendarDayIn(language, dayAt(endsAt, zone)) : deadlineIn(language, endsAt, zone);
}
