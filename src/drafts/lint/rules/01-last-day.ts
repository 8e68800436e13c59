import { dayIn } from '../../facts/days.ts';
import type { CheckedClaim } from '../claims/checked-claim.ts';
import type { DateClaim } from '../claims/claim.ts';
import { dayOf, isDay, isRightWeekday, yearNear } from '../claims/same-claim.ts';
import type { Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { lastPostWords } from './last-post-words.ts';
import { allClaims, clashOf, mismatches, spotOf } from './mismatch.ts';

export const lastDayRule: LintRule = {
  id: 'last-day',
  severity: 'error',
  title: { en: 'The last day is the same everywhere', de: 'Der letzte Tag ist überall derselbe' },
  explanation: {
    en: 'One wrong weekday on one card, and nobody trusts any of the dates. Every day of the last post is compared with the facts, every weekday with the calendar.',
    de: 'Ein falscher Wochentag auf einer Karte, und keinem Datum wird mehr geglaubt. Jeder Tag des letzten Beitrags wird mit den Fakten verglichen, jeder Wochentag mit dem Kalender.',
  },
  check: (kit) => [...mismatches(kit, ['last-day', 'last-time']), ...wrongDays(kit), ...otherLastDays(kit)],
};

type DateCheck = CheckedClaim & { readonly claim: DateClaim };

const isDate = (one: CheckedClaim): one is DateCheck => one.claim.kind === 'date';

/** Days that no calendar has, and weekdays that are another day's. Where the facts say what is right, that has been told. */
function wrongDays(kit: LintKit): readonly Said[] {
  const { lastDay } = kit.facts;
  return allClaims(kit)
    .filter(isDate)
    .filter(({ isRight, claim }) => isRight && !(isDay(claim) && isRightWeekday(claim, yearNear(claim.month, lastDay))))
    .map((one) => wrongDay(one, kit));
}

function wrongDay(one: DateCheck, kit: LintKit): Said {
  const { claim, part } = one;
  const { said } = claim;
  const spot = spotOf(one);
  if (!isDay(claim)) {
    return {
      spot,
      message: { en: `There is no such day as “${said}”.`, de: `Den Tag „${said}“ gibt es nicht.` },
      fix: { en: 'Look the day up and write the one that is meant.', de: 'Sehen Sie nach, welcher Tag gemeint ist.' },
    };
  }
  const day = dayOf(claim, yearNear(claim.month, kit.facts.lastDay)) ?? '';
  const right = dayIn(part.draft.draft.locale, day);
  return {
    spot,
    message: {
      en: `“${said}” has the wrong weekday: the calendar has “${right}”.`,
      de: `Bei „${said}“ stimmt der Wochentag nicht: Im Kalender ist es „${right}“.`,
    },
    fix: {
      en: 'Find out whether the day or the weekday is meant, and write both right.',
      de: 'Klären Sie, ob der Tag oder der Wochentag gemeint ist, und schreiben Sie beides richtig.',
    },
  };
}

/** Sentences that somebody wrote: a day beside words about the last post has to be that day. */
function otherLastDays(kit: LintKit): readonly Said[] {
  const { lastDay } = kit.facts;
  return allClaims(kit)
    .filter(isDate)
    .filter(({ expected, part, claim, sentence }) => {
      if (expected !== null || !isDay(claim)) return false;
      const words = lastPostWords[part.draft.draft.locale];
      return words?.test(clauseAround(sentence.text, claim.from - sentence.from, claim.said));
    })
    .filter(({ claim }) => !isThatDay(claim, lastDay))
    .map((one) => {
      const { locale } = one.part.draft.draft;
      const right = dayIn(locale, lastDay);
      const expected = { ...one.claim, said: right, ...partsOf(lastDay) };
      return {
        spot: spotOf(one),
        clash: clashOf(kit, { ...one, expected, role: 'last-day' }) ?? { kind: 'fact', key: 'last_day', says: right },
        message: {
          en: `“${one.claim.said}” stands where the last day is told, and that is “${right}”.`,
          de: `Als letzter Tag steht hier „${one.claim.said}“, es ist aber „${right}“.`,
        },
        fix: {
          en: `Write “${right}”, or change last_day in lastpost.yaml and run “lastpost draft write”.`,
          de: `Schreiben Sie „${right}“, oder ändern Sie last_day in lastpost.yaml und rufen Sie „lastpost draft write“ auf.`,
        },
      };
    });
}

function partsOf(day: string): Pick<DateClaim, 'year' | 'month' | 'day' | 'weekday'> {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date, weekday: null };
}

function isThatDay(claim: DateClaim, day: string): boolean {
  const { year, month, day: date } = partsOf(day);
  return claim.day === date && claim.month === month && (claim.year === null || claim.year === year);
}

/** What stands round a day up to the next comma or colon but one: further away it is about something else. */
function clauseAround(sentence: string, at: number, said: string): string {
  const before =
    sentence
      .slice(0, at)
      .split(/[;:–—]/)
      .at(-1) ?? '';
  const behind = sentence.slice(at + said.length).split(/[;:–—]/)[0] ?? '';
  return `${before}${said}${behind}`;
}
