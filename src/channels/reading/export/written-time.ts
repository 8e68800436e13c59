const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s?(UTC|GMT|Z|[+-]\d{2}:?\d{2})?$/i;
const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?\s?([AP]M)?)?(?: UTC)?$/i;
const withMonth = /^\d{1,2} [a-z]{3,9} \d{4}$/i;

/**
 * A time as exports write it (`2024-01-31 12:34:56`, with ` UTC`, `Z` or `+0100` behind it, `1/15/20, 3:04 PM` with the month
 * first, `15 Jan 2024`) → UTC ISO 8601. What names no zone is UTC: where this is used, platforms say so. Null for anything
 * else, and for days that no month has.
 */
export function writtenTime(text: string | null | undefined): string | null {
  // No-break spaces stand before AM and PM in newer files.
  const said = (text ?? '').replace(/[\u00a0\u202f]/g, ' ').trim();
  const [, year, month, day, hour, minute, second, fraction, zone] = iso.exec(said) ?? [];
  if (year !== undefined) {
    const ms = Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
    const time = instant([year, month, day, hour, minute, second], ms);
    return time === undefined ? null : bounded(time - offsetMs(zone));
  }
  const parts = american.exec(said);
  if (parts !== null) {
    const [, first, then, yearSaid = '', hours, minutes, seconds, half] = parts;
    const fullYear = yearSaid.length === 2 ? `20${yearSaid}` : yearSaid;
    const time = instant([fullYear, first, then, on24(hours, half), minutes, seconds], 0);
    return time === undefined ? null : bounded(time);
  }
  return withMonth.test(said) ? bounded(Date.parse(`${said} UTC`)) : null;
}

function on24(hours: string | undefined, half: string | undefined): string | undefined {
  if (hours === undefined || half === undefined) return hours;
  return String((Number(hours) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0));
}

/** Undefined for a 31 June, which Date would take for a 1 July. */
function instant(parts: readonly (string | undefined)[], ms: number): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  const date = new Date(time);
  const isThatDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour;
  return isThatDay && minute < 60 && second < 61 ? time : undefined;
}

function offsetMs(zone: string | undefined): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -ms : ms;
}

function bounded(time: number): string | null {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  return year >= 1990 && year <= 2100 ? date.toISOString() : null;
}
