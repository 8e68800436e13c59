const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const WARC_DATE = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,9})?Z$/;
/** WARC 1.1 lets the end of a date be left away. */
const WARC_DATE_SHORT = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)Z)?)?)?$/;
/** CDXJ: fourteen digits, and up to three more for milliseconds. */
const CDXJ_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{0,3})$/;

/** True for a date and time of RFC 3339 that the calendar knows. */
export function isRfc3339(text: string): boolean {
  return instantOf(RFC3339.exec(text)) !== undefined;
}

/** A WARC-Date in milliseconds since 1970, or undefined when it is none (WARC 1.1, 5.4; 1.0 knows seconds only). */
export function warcInstant(text: string): number | undefined {
  return instantOf(WARC_DATE.exec(text) ?? WARC_DATE_SHORT.exec(text));
}

/** True if the digits of an index line name this instant, as exactly as they go. */
export function namesInstant(digits: string, instant: number): boolean {
  const match = CDXJ_TIME.exec(digits);
  const named = instantOf(match, 0);
  const milliseconds = match?.[7] ?? '';
  const unit = 10 ** (3 - milliseconds.length);
  return named !== undefined && named + Number(milliseconds) * unit === Math.floor(instant / unit) * unit;
}

function instantOf(match: RegExpExecArray | null, fraction = Number(match?.[7] ?? 0)): number | undefined {
  if (match === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const inYear = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  const inDay = hour <= 23 && minute <= 59 && second <= 60;
  if (!inYear || !inDay) return undefined;
  return Date.UTC(year, month - 1, day, hour, minute, second) + Math.floor(fraction * 1000 + 1e-6);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
