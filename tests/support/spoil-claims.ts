import type { Claim } from '../../src/drafts/lint/claims/claim.ts';
import { dateWords } from '../../src/drafts/lint/claims/date-words.ts';
import type { FarewellLocale } from '../../src/model/farewell/locale.ts';

/** Numbers from 0 up to but not including 1, the same for the same seed. @see Mulberry32 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Something else in place of a claim: one thing in it is wrong. null where this way has nothing to change in it. */
type Spoil = (claim: Claim, locale: FarewellLocale, random: () => number) => string | null;

const pick = <T>(all: readonly T[], random: () => number): T | null => all[Math.floor(random() * all.length)] ?? null;

/** Another sign of the same sort at a place that matches. */
function otherSign(text: string, at: RegExp, signs: string, random: () => number): string | null {
  const places = [...text.matchAll(at)].map(({ index }) => index);
  const place = pick(places, random);
  if (place === null) return null;
  const sign =
    pick(
      [...signs].filter((one) => one !== text[place]?.toLowerCase()),
      random,
    ) ?? '';
  return `${text.slice(0, place)}${sign}${text.slice(place + 1)}`;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function otherName(said: string, names: ReadonlyMap<string, number>, right: number, random: () => number) {
  const word = [...said.matchAll(/\p{L}+/gu)].find(([one]) => names.get(one.toLowerCase()) === right)?.[0];
  const others = [...names].filter(([name, value]) => value !== right && name.length > 3).map(([name]) => name);
  const other = pick(others, random);
  if (word === undefined || other === null) return null;
  return said.replace(word, `${other.charAt(0).toUpperCase()}${other.slice(1)}`);
}

const spoils: Readonly<Record<string, readonly [kind: Claim['kind'], spoil: Spoil]>> = {
  day: [
    'date',
    (claim, _, random) => {
      if (claim.kind !== 'date') return null;
      const days = Array.from({ length: 39 }, (_one, at) => at + 1).filter((one) => one !== claim.day);
      return claim.said.replace(/\d{1,2}/, String(pick(days, random)));
    },
  ],
  month: [
    'date',
    (claim, locale, random) =>
      claim.kind === 'date' ? otherName(claim.said, dateWords(locale).months, claim.month, random) : null,
  ],
  year: [
    'date',
    (claim, _, random) =>
      claim.kind === 'date' && claim.year !== null
        ? claim.said.replace(/\d{4}/, String(pick([2025, 2027, 2028, 2062, 1926], random)))
        : null,
  ],
  weekday: [
    'date',
    (claim, locale, random) =>
      claim.kind === 'date' && claim.weekday !== null
        ? otherName(claim.said, dateWords(locale).weekdays, claim.weekday, random)
        : null,
  ],
  time: [
    'time',
    ({ said }, locale, random) => {
      const hours = Array.from({ length: locale === 'en' ? 12 : 28 }, (_, at) => String(at + 1));
      return said.replace(
        /\d{1,2}/,
        (hour) =>
          pick(
            hours.filter((one) => one !== hour),
            random,
          ) ?? '',
      );
    },
  ],
  zone: [
    'zone',
    ({ said }, _, random) =>
      pick(
        ['MESZ', 'CEST', 'GMT', 'UTC', 'EST', 'EET'].filter((one) => one !== said),
        random,
      ),
  ],
  link: [
    'link',
    ({ said }, _, random) => {
      const begin = /^https?:\/\//.exec(said)?.[0] ?? '';
      const rest = otherSign(said.slice(begin.length), /\p{L}/gu, LETTERS, random);
      return rest === null ? null : `${begin}${rest}`;
    },
  ],
  handle: ['handle', ({ said }, _, random) => otherSign(said, /\p{L}/gu, LETTERS, random)],
  mail: ['mail', ({ said }, _, random) => otherSign(said, /\p{L}/gu, LETTERS, random)],
  phone: ['phone', ({ said }, _, random) => otherSign(said, /\d/g, '0123456789', random)],
  amount: ['number', ({ said }, _, random) => otherSign(said, /\d/g, '123456789', random)],
};

export const waysToSpoil = Object.keys(spoils);

/** Spoils a claim in one of the ways that fit it. */
export function spoil(how: string, claim: Claim, locale: FarewellLocale, random: () => number): string | null {
  const [kind, change] = spoils[how] ?? [];
  return kind === claim.kind && change !== undefined ? change(claim, locale, random) : null;
}
