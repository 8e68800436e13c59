import { z } from 'zod';
import { closestMatch } from '../base/closest-match.ts';
import { type FarewellLocale, farewellLocales } from '../model/farewell/locale.ts';

// Patterns with classes of Unicode are no part of the JSON Schema: not every reader of one sets the flag that they need.

/** Every message below goes on from `<key> is <value>; it must be …`. */
const LINE = 'some text on one line';
export const line = z
  .string({ error: LINE })
  .trim()
  .refine((text) => /^[^\p{Cc}\u2028\u2029]+$/u.test(text), { error: LINE });

const WEB = 'an address that begins with https:// or http://';
const isWeb = (text: string) => /^https?:\/\//i.test(text) && URL.canParse(text);
export const webAddress = z.string({ error: WEB }).trim().refine(isWeb, { error: WEB });

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !!new Date(text).toJSON()?.startsWith(text);
const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

const DAY = 'a day like 2027-02-28';
export const day = z.string({ error: DAY }).refine(isDay, { error: DAY });

const TIME = 'a time like 18:00';
export const time = z.string({ error: TIME }).refine(isTime, { error: TIME });

const MOMENT = 'a day and a time like 2027-01-31T10:00, as the clocks of the exit’s time zone show it';
export const moment = z
  .string({ error: MOMENT })
  .refine((text) => /^.{10}[T ].{5}$/.test(text) && isDay(text.slice(0, 10)) && isTime(text.slice(11)), {
    error: MOMENT,
  })
  .transform((text) => text.replace(' ', 'T'));

const SINCE = 'a month like 2024-03, or a day like 2024-03-12, that is over';
export const since = z.string({ error: SINCE }).refine((text) => isDay(text.length === 7 ? `${text}-01` : text), {
  error: SINCE,
});

const COLOUR = 'a colour like "#1a1a1a", in quotes, because without them # begins a comment';
export const colour = z
  .string({ error: COLOUR })
  .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, { error: COLOUR })
  .transform((text) => (text.length === 4 ? text.replace(/[0-9a-f]/gi, '$&$&') : text).toLowerCase());

const HASHTAG = 'a hashtag like "#TschüssX", in quotes, without spaces';
export const hashtag = z
  .string({ error: HASHTAG })
  .refine((text) => /^#?[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*$/u.test(text), { error: HASHTAG })
  .transform((text) => (text.startsWith('#') ? text : `#${text}`));

const PHONE = 'a telephone number in quotes, like "+49 511 123456"';
export const phone = z
  .string({ error: PHONE })
  .trim()
  .regex(/^\+?[\d\s()/.-]{3,30}$/, { error: PHONE });

const EMAIL = 'an e-mail address like service@example.org';
export const email = z
  .string({ error: EMAIL })
  .max(254, { error: EMAIL })
  .refine((text) => /^[^\s@<>()[\],;:"\\\p{Cc}]+@([\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}$/u.test(text), { error: EMAIL });

/** One of a few words; what is near to one of them is named. */
export function oneOf<const T extends readonly [string, ...string[]]>(
  values: T,
  nearest: (word: string) => string | undefined = (word) => closestMatch(word, values),
) {
  return z.enum(values, {
    error: ({ input }) => {
      const near = typeof input === 'string' ? nearest(input) : undefined;
      return `one of: ${values.join(', ')}${near === undefined ? '' : `; perhaps "${near}" is meant`}`;
    },
  });
}

export const listOf = <T extends z.ZodType>(item: T, error: string) => z.array(item, { error });

const names: ReadonlyMap<string, FarewellLocale> = new Map(
  farewellLocales.flatMap((locale) =>
    ['en', 'de', locale].map((inLanguage) => {
      const name = new Intl.DisplayNames([inLanguage], { type: 'language' }).of(locale) ?? locale;
      return [name.toLowerCase(), locale] as const;
    }),
  ),
);

/** The language of ours that somebody means by `de-AT`, `german` or `dk`; undefined where none is near. */
export function nearestLocale(word: string): FarewellLocale | undefined {
  const [code = ''] = word.toLowerCase().split(/[-_]/);
  const exact = farewellLocales.find((locale) => locale === code);
  const name = closestMatch(word, [...names.keys()]);
  const near = closestMatch(code, farewellLocales);
  return exact ?? (name === undefined ? farewellLocales.find((locale) => locale === near) : names.get(name));
}

export const locale = oneOf(farewellLocales, nearestLocale);

/** A block with a key for each language. */
export function perLocale<T extends z.ZodType>(value: T) {
  const shape = Object.fromEntries(farewellLocales.map((one) => [one, value.nullish()]));
  return z.strictObject(shape as Record<FarewellLocale, z.ZodOptional<z.ZodNullable<T>>>);
}

const TEXT = 'some text, or one for each language: {de: …, en: …}';
export const textBlock = perLocale(line);
export const text = z.union([line, textBlock], { error: TEXT });

const PAGE = 'an address that begins with https:// or http://, or one for each language: {de: …, en: …}';
export const pageBlock = perLocale(webAddress);
export const page = z.union([webAddress, pageBlock], { error: PAGE });
