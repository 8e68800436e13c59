import { remembered } from '../../../base/remembered.ts';
import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import type { Claim } from './claim.ts';
import { findAddresses } from './find-addresses.ts';
import { findDates } from './find-dates.ts';
import { findTimes } from './find-times.ts';

/** Short names of zones, with what may be added to them: MEZ, CET, UTC+1. */
const ZONE =
  /(?<![\p{L}\p{N}])(?:MEZ|MESZ|CET|CEST|HNEC|HAEC|WET|WEST|EET|EEST|BST|IST|TRT|MSK|EST|EDT|CST|CDT|MST|MDT|PST|PDT|(?:UTC|GMT|غرينتش)(?:[+\-−–]\d{1,2}(?::\d{2})?)?)(?![\p{L}\p{N}])/gu;

/** By hand people type a plain blank between the thousands; before it no more than three figures: "since 2012 500 posts". */
const NUMBER =
  /(?<![\p{L}\p{N}])(?:\d{1,3}(?: \d{3})+(?![\p{L}\p{N}])|\d+(?:[.,'’\u00a0\u202f]\d{3})*(?:[.,]\d+)?(?![\p{N}]))/gu;

/** A text as its file has it is most often the one that the facts make. */
const MOST_TEXTS = 2000;

/**
 * Everything in a text that can be true or false, in the order in which it stands there. No two overlap: a year of a date is no
 * figure, and an hour of an address no time.
 */
export const findClaims = remembered(readClaims, MOST_TEXTS);

function readClaims(text: string, locale: FarewellLocale): readonly Claim[] {
  const claims: Claim[] = [...findAddresses(text)];
  let rest = without(text, claims);
  for (const find of [dates, times, zones, numbers]) {
    const found = find(rest, locale);
    claims.push(...found);
    rest = without(rest, found);
  }
  return claims.sort((a, b) => a.from - b.from);
}

type Find = (text: string, locale: FarewellLocale) => readonly Claim[];

const dates: Find = findDates;

const times: Find = (text, locale) => findTimes(text, locale).map((one) => ({ kind: 'time', ...one }));

const zones: Find = (text) =>
  [...text.matchAll(ZONE)].map((match) => ({
    kind: 'zone',
    said: match[0],
    from: match.index,
    to: match.index + match[0].length,
    value: match[0].replace(/[−–]/g, '-'),
  }));

const numbers: Find = (text) =>
  [...text.matchAll(NUMBER)].map((match) => ({
    kind: 'number',
    said: match[0],
    from: match.index,
    to: match.index + match[0].length,
    value: match[0].replace(/[.,'’ \u00a0\u202f](?=\d{3}(?:\D|$))/g, ''),
  }));

/** What has been found is hidden behind signs that nothing takes for a word. */
function without(text: string, found: readonly Claim[]): string {
  let rest = text;
  for (const { from, to } of found) rest = rest.slice(0, from) + '\u0000'.repeat(to - from) + rest.slice(to);
  return rest;
}
