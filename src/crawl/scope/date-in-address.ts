/** An address that is a date and nothing more. */
export interface FoundDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number | undefined;
  readonly grain: 'year' | 'month' | 'day';
  /** Years, months or days since the year 0: neighbours differ by one. */
  readonly index: number;
  /** The address with the date taken out. */
  readonly family: string;
}

const calendarWord =
  /(^|\/)(calendars?|kalender|events?|veranstaltung(en|skalender)?|termine?|archives?|archiv|agenda|program(m|me)?|spielplan|schedule|day|month|date|tag|monat|datum)$/i;
const languagePrefix = /^(\/[a-z]{2}(-[a-z]{2})?)?$/i;
const dateParameter =
  /^(date|day|tag|datum|month|monat|year|jahr|week|woche|ym|yyyymm|cal(endar)?_?(date|month|year|day)?|tribe-bar-date|event_?date|start_?date|mo|yr|monthnum|m|view_?date)$/i;
const dateValue = /^((?:19|2\d)\d\d)(?:[-/.]?(0[1-9]|1[0-2]|[1-9])(?:[-/.]?(0[1-9]|[12]\d|3[01]|[1-9]))?)?(?:[T ].*)?$/;

/**
 * The date an address is. One that goes on after its date, such as `/2019/05/a-post/`, is a post and no date; a number
 * alone, such as `/node/2045`, is none either.
 */
export function findDate(url: URL): FoundDate | undefined {
  return dateInPath(url) ?? dateInQuery(url);
}

/** `/2026/11`, `/events/2026-11-03/`, `/kalender/2026/11/3/page/2`. */
function dateInPath({ pathname, origin, search }: URL): FoundDate | undefined {
  const path =
    /^(.*?)\/((?:19|2\d)\d\d)([-/])(0[1-9]|1[0-2]|[1-9])(?:\3(0[1-9]|[12]\d|3[01]|[1-9]))?(\/page\/\d+)?\/?$/.exec(
      pathname,
    );
  if (!path) return undefined;
  const [, before = '', year = '', between, month, day, pageOf = ''] = path;
  // `/thread/2345/2` is the second page of a thread.
  if (between === '/' && !languagePrefix.test(before) && !calendarWord.test(before)) return undefined;
  return found(year, month, day, `${origin}${before}/…${pageOf.replace(/\d+/, '…')}${search}`);
}

/** `?month=2026-11`, `?year=2026&month=11`, `?m=202611`. */
function dateInQuery({ origin, pathname, searchParams }: URL): FoundDate | undefined {
  const named = [...searchParams].filter(([name]) => dateParameter.test(name));
  const whole = named
    .map(([name, value]) => ({ name, match: dateValue.exec(value) }))
    .find(({ match }) => match !== null);
  if (!whole?.match) return undefined;
  const small = (pattern: RegExp) => named.find(([name, value]) => pattern.test(name) && /^\d{1,2}$/.test(value))?.[1];
  const [, year = '', monthInside, dayInside] = whole.match;
  const month = monthInside ?? small(/^(month|monat|mo|monthnum)$/i);
  // A number alone is a year only where it is called one.
  if (month === undefined && !/ye?a?r|jahr/i.test(whole.name)) return undefined;
  const rest = [...searchParams]
    .filter(([name]) => !dateParameter.test(name))
    .map(([name, value]) => `${name}=${value}`);
  const names = named.map(([name]) => name);
  const day = dayInside ?? (month === undefined ? undefined : small(/^(day|tag)$/i));
  return found(year, month, day, `${origin}${pathname}?${[...rest.sort(), ...names.sort()].join('&')}`);
}

function found(year: string, month: string | undefined, day: string | undefined, family: string): FoundDate {
  const base = { year: Number(year), month: month === undefined ? undefined : Number(month), family };
  if (month === undefined) return { ...base, grain: 'year', index: Number(year) };
  const months = Number(year) * 12 + Number(month);
  if (day === undefined) return { ...base, grain: 'month', index: months };
  return {
    ...base,
    grain: 'day',
    index: Math.floor(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000),
  };
}
