import { KnownError } from '../../../base/known-error.ts';
import { type IsWorkingDay, isMondayToFriday } from '../../../base/working-days.ts';
import { unitedKingdom, unitedStates } from './english-speaking.ts';
import { germany } from './germany.ts';
import type { HolidayCalendar } from './holiday-calendar.ts';
import { type Holiday, type HolidayRule, type HolidaySource, holidaysByRules } from './holiday-rule.ts';
import { denmark, poland, sweden } from './northern-europe.ts';
import { switzerland } from './switzerland.ts';
import { austria, belgium, france, italy, luxembourg, netherlands, spain } from './western-europe.ts';

const calendars: Readonly<Record<string, HolidayCalendar>> = {
  AT: austria,
  BE: belgium,
  CH: switzerland,
  DE: germany,
  DK: denmark,
  ES: spain,
  FR: france,
  GB: unitedKingdom,
  IT: italy,
  LU: luxembourg,
  NL: netherlands,
  PL: poland,
  SE: sweden,
  US: unitedStates,
};

export interface KnownHolidays extends HolidaySource {
  /** `DE-BY` */
  readonly code: string;
  readonly country: string;
  /** The first year that is known. */
  readonly from: number;
  readonly notes: readonly string[];
}

/** Every code that `workingDaysOf` and `holidaysOf` know, with where its rules come from. */
export function knownHolidays(): readonly KnownHolidays[] {
  return Object.entries(calendars).flatMap(([country, calendar]) =>
    codesOf(country, calendar).map((code) => {
      const { name, from, note } = calendar;
      const region = calendar.regions[code.slice(country.length + 1)];
      const { source, checkedOn } = region ?? calendar;
      return {
        code,
        country: name,
        from,
        source,
        checkedOn,
        notes: [note, region?.note].filter((one) => one !== undefined),
      };
    }),
  );
}

function codesOf(country: string, { regions, needsRegion }: HolidayCalendar): readonly string[] {
  const parts = Object.keys(regions)
    .sort()
    .map((part) => `${country}-${part}`);
  return needsRegion === true ? parts : [country, ...parts];
}

interface FoundCalendar {
  readonly from: number;
  readonly rules: readonly HolidayRule[];
}

/** @throws KnownError `holidays.unknown` */
function calendarOf(code: string): FoundCalendar {
  const [country = '', ...rest] = code.split('-');
  const calendar = Object.hasOwn(calendars, country) ? calendars[country] : undefined;
  if (calendar === undefined)
    throw unknown(code, `Known are ${Object.keys(calendars).join(', ')}, and parts of some of them.`);
  const part = rest.join('-');
  const { from, rules, regions } = calendar;
  if (part === '' && code === country && calendar.needsRegion !== true) return { from, rules };
  const region = Object.hasOwn(regions, part) ? regions[part] : undefined;
  if (region === undefined)
    throw unknown(code, `Of ${calendar.name} are known: ${codesOf(country, calendar).join(', ')}.`);
  return { from, rules: [...rules, ...region.rules] };
}

function unknown(code: string, known: string): KnownError {
  const capitals = code.toUpperCase();
  const isKnown = capitals !== code && knownHolidays().some((one) => one.code === capitals);
  const hint = isKnown ? `Did you mean ${capitals}?` : known;
  return new KnownError('holidays.unknown', `No public holidays are known for "${code}".`, { hint, exitCode: 2 });
}

/**
 * The public holidays of a year in a country or a part of one (`AT`, `DE-BY`), in order.
 * @throws KnownError `holidays.unknown`, `holidays.unknown-year`
 */
export function holidaysOf(code: string, year: number): readonly Holiday[] {
  return holidaysIn(code, calendarOf(code), year);
}

function holidaysIn(code: string, { from, rules }: FoundCalendar, year: number): readonly Holiday[] {
  if (year >= from) return holidaysByRules(rules, year);
  throw new KnownError('holidays.unknown-year', `The public holidays of ${code} are not known for ${year}.`, {
    hint: `They are known from ${from} on.`,
    exitCode: 2,
  });
}

/** Asked again for every date of every step; what they find out about a year they keep. */
const asked = new Map<string, IsWorkingDay>();

/**
 * Which days people work on: Monday to Friday without the public holidays of `code`, or all of them for null. What it gives may
 * throw `holidays.unknown-year` for a day long past.
 * @throws KnownError `holidays.unknown`
 */
export function workingDaysOf(code: string | null): IsWorkingDay {
  if (code === null) return isMondayToFriday;
  const isWorkingDay = asked.get(code) ?? workingDaysIn(code);
  asked.set(code, isWorkingDay);
  return isWorkingDay;
}

function workingDaysIn(code: string): IsWorkingDay {
  const calendar = calendarOf(code);
  const years = new Map<number, ReadonlySet<string>>();
  return (day) => {
    if (!isMondayToFriday(day)) return false;
    const year = Number(day.slice(0, 4));
    const known = years.get(year) ?? new Set(holidaysIn(code, calendar, year).map((one) => one.day));
    years.set(year, known);
    return !known.has(day);
  };
}
