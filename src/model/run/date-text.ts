import {
  CALENDAR_DURATION_EXAMPLES,
  type CalendarDuration,
  parseCalendarDuration,
} from '../../base/calendar-duration.ts';
import { KnownError } from '../../base/known-error.ts';

/** Where a date text begins. Days are YYYY-MM-DD, local times YYYY-MM-DDTHH:MM:SS, instants UTC ISO 8601. */
export type DateBase =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'local'; readonly local: string }
  | { readonly kind: 'instant'; readonly instant: string }
  /** An input. */
  | { readonly kind: 'name'; readonly name: string }
  /** A duration alone: from when it is asked. */
  | { readonly kind: 'now' };

/** A date as a playbook writes it, taken apart; nothing is worked out yet. */
export interface DateText {
  readonly text: string;
  readonly base: DateBase;
  /** From left to right. */
  readonly shifts: readonly { readonly sign: 1 | -1; readonly duration: CalendarDuration }[];
}

export const DATE_EXAMPLES = '2026-12-24, 2026-12-24T09:00, 2026-12-24T09:00+01:00, last_day - 31d or last_day - 5wd';

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?)?(?![\d:])/;
/** Hyphens only before a letter: `last_day-31d` is a name and what is taken from it. */
const NAME = /^(?:inputs\.)?([A-Za-z_]\w*(?:-[A-Za-z_]\w*)*)/;
const SHIFTS = /^(?:[+-][^+-]+)*$/;

/**
 * Takes a date text apart: a day, a moment or the name of an input, with durations added and taken; or a duration alone.
 * @throws KnownError `date.cannot-read`
 */
export function readDateText(text: string): DateText {
  const trimmed = text.trim();
  const alone = parseCalendarDuration(trimmed);
  if (alone !== undefined) return { text, base: { kind: 'now' }, shifts: [{ sign: 1, duration: alone }] };
  const found = MOMENT.exec(trimmed) ?? NAME.exec(trimmed);
  const base = found === null ? undefined : baseOf(found);
  const rest = trimmed.slice(found?.[0].length ?? 0).trimStart();
  if (base === undefined || !SHIFTS.test(rest)) throw cannotRead(text);
  const shifts = [...rest.matchAll(/([+-])([^+-]+)/g)].map(([, sign, written = '']) => {
    const duration = parseCalendarDuration(written);
    if (duration === undefined) throw cannotRead(text);
    return { sign: sign === '-' ? (-1 as const) : (1 as const), duration };
  });
  return { text, base, shifts };
}

function cannotRead(text: string): KnownError {
  return new KnownError('date.cannot-read', `"${text}" is no date.`, {
    hint: `Write ${DATE_EXAMPLES}; a duration is written ${CALENDAR_DURATION_EXAMPLES}.`,
    exitCode: 2,
  });
}

function baseOf([whole, day = '', minutes, seconds = ':00', offset]: RegExpExecArray): DateBase | undefined {
  if (!/^\d/.test(whole)) return { kind: 'name', name: day };
  if (!isDay(day)) return undefined;
  if (minutes === undefined) return { kind: 'day', day };
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(`${minutes}${seconds}`)) return undefined;
  const local = `${day}T${minutes}${seconds}`;
  if (offset === undefined) return { kind: 'local', local };
  const ms = Date.parse(`${local}${offset}`);
  return Number.isNaN(ms) ? undefined : { kind: 'instant', instant: new Date(ms).toISOString() };
}

/** Of the calendar, and of a year that a run can have to do with: 0226 is a slip. */
function isDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`);
  // JavaScript makes 1 March of 29 February, where that is none.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text) && text >= '1970' && text < '2200';
}

/**
 * Names of inputs that a date text uses. Expressions in it, `${{ … }}`, may still be unfilled: they are taken for a number, a
 * duration or a day, whichever can stand there; the names in them are not among these.
 * @throws KnownError `date.cannot-read` for what no values could make a date of
 */
export function namesInDate(text: string): readonly string[] {
  const { base } = readDateText(withStandIns(text));
  return base.kind === 'name' ? [base.name] : [];
}

const EXPRESSION = '\\$\\{\\{.*?\\}\\}';

function withStandIns(text: string): string {
  return text
    .replace(new RegExp(`${EXPRESSION}(?=\\s*[a-z])`, 'g'), '1')
    .replace(new RegExp(`(?<=[+-]\\s*)${EXPRESSION}`, 'g'), '1d')
    .replace(new RegExp(EXPRESSION, 'g'), '2030-01-01');
}
