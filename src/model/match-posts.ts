/**
 * Text without what differs between two readings of one post: case, forms of letters, white space, addresses (short ones in
 * one, expanded ones in the other), and the sign that it was cut off.
 */
export function foldForMatching(text: string): string {
  const bare = withoutAddresses(text.normalize('NFKC').toLowerCase());
  const line = (ODD_SPACE.test(bare) ? bare.replace(SPACES, ' ') : bare).trim();
  return line.includes('...', line.length - END_LENGTH)
    ? line.slice(0, -END_LENGTH) + line.slice(-END_LENGTH).replace(CUT_OFF, '')
    : line;
}

/** Most texts have single spaces alone, and are not written anew. */
const ODD_SPACE = /[^\S ]| {2}/;
const SPACES = /\s+/g;

/** With or without a scheme: X shows `example.org/a-long-addr…` of what its export says in full. */
const ADDRESS = /(?:https?:\/\/|www\.)\S*/g;
const BARE_ADDRESS = /(?<![a-z0-9.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}\/\S*/g;

function withoutAddresses(text: string): string {
  const bare = text.includes('://') || text.includes('www.') ? text.replace(ADDRESS, ' ') : text;
  return bare.includes('/') ? bare.replace(BARE_ADDRESS, ' ') : bare;
}

/** The longest sign that a text was cut off, and room to spare; in all of a text it would be looked for at every dot. */
const END_LENGTH = 40;
/** NFKC writes … as three dots. */
const CUT_OFF = /(?: ?\.{3,} ?(?:see more|read more|more|mehr anzeigen|mehr ansehen|weiterlesen|mehr)?| ?\[\.{3,}\])$/;

/** So many folded characters are enough to say that one text is the beginning of another. */
export const ENOUGH_TO_BEGIN = 40;
/** So many are enough where all that one reading knows of the time is the day. */
export const ENOUGH_FOR_A_DAY = 20;

/** Whether two folded texts are of one post: the same, or one of them the beginning of the other and long enough. */
export function isSameText(one: string, other: string): boolean {
  if (one === other) return true;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return shorter.length >= ENOUGH_TO_BEGIN && longer.startsWith(shorter);
}

const DAY_MS = 86_400_000;
const SAME_TEXT_MS = 120_000;
const NO_TEXT_MS = 2_000;

/** How far apart two readings of one post may be in time. `day`: one of them knows no more than the day. */
export type TimesAgree = 'closely' | 'day' | 'no';

/**
 * Whether two times, in ms, can be of one post. Pages often tell the minute alone, and sometimes the day, which they write
 * in a time zone of their own.
 * @param length of the folded text; a post without text is known by its time alone
 */
export function timesAgree(one: number, other: number, length: number): TimesAgree {
  if (Math.abs(one - other) <= (length === 0 ? NO_TEXT_MS : SAME_TEXT_MS)) return 'closely';
  if (length < ENOUGH_FOR_A_DAY) return 'no';
  return isWithinDay(one, other) || isWithinDay(other, one) ? 'day' : 'no';
}

/** Whether `time` is on the day that begins at `day`, the one before it or the one after it. */
function isWithinDay(day: number, time: number): boolean {
  return day % DAY_MS === 0 && time >= day - DAY_MS && time < day + 2 * DAY_MS;
}

/** No two times further apart agree. */
export const FURTHEST_MS = 2 * DAY_MS;
