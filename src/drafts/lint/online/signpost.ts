import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import type { LocalText } from '../../../model/platform.ts';
import { dayIn } from '../../facts/days.ts';
import { linkValue } from '../claims/find-addresses.ts';
import { findClaims } from '../claims/find-claims.ts';
import type { Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import { lastPostWords } from '../rules/last-post-words.ts';
import type { LinkAnswer, SignpostHead } from './link-answer.ts';

type Remark = Pick<Said, 'message' | 'fix' | 'severity'>;

/** What the page of the exit shows where it is shared: posts link to it, and most people see nothing but that. */
export function signpostFindings({ asked, head }: LinkAnswer, kit: LintKit): readonly Remark[] {
  if (head === null) return [];
  const locale = localeOf(asked, kit);
  return [
    ...missing(head, asked),
    ...otherAddress(head, asked),
    ...otherLanguage(head, asked, locale),
    ...otherDay(head, kit, locale),
    ...(head.isHidden ? [hidden(asked)] : []),
  ];
}

function localeOf(asked: string, { facts }: LintKit): FarewellLocale {
  const found = facts.locales.find((locale) => linkValue(facts.page[locale] ?? '') === linkValue(asked));
  return found ?? facts.locales[0];
}

function missing({ openGraph }: SignpostHead, asked: string): readonly Remark[] {
  const wanted = ['title', 'description', 'image'].filter((name) => (openGraph[name] ?? '') === '');
  if (wanted.length === 0) return [];
  const names = wanted.map((name) => `og:${name}`).join(', ');
  return [
    warning(
      `${asked} has no ${names}, so it is shared without them`,
      `${asked} hat kein ${names} und wird so geteilt`,
      {
        en: `Add ${names} to the head of the page; “lastpost draft cards” draws a picture of 1200 × 630.`,
        de: `Ergänzen Sie ${names} im Kopf der Seite; ein Bild mit 1200 × 630 zeichnet „lastpost draft cards“.`,
      },
    ),
  ];
}

function otherAddress({ openGraph: { url } }: SignpostHead, asked: string): readonly Remark[] {
  if (url === undefined || url === '' || linkValue(url) === linkValue(asked)) return [];
  return [
    error(`${asked} says in og:url that it is ${url}`, `${asked} gibt sich in og:url als ${url} aus`, {
      en: `Set og:url to ${asked}, or whoever shares the page shares another one.`,
      de: `Setzen Sie og:url auf ${asked}, sonst wird beim Teilen eine andere Seite verlinkt.`,
    }),
  ];
}

function otherLanguage({ language }: SignpostHead, asked: string, locale: FarewellLocale): readonly Remark[] {
  if (language === null || language.toLowerCase().split('-')[0] === locale) return [];
  return [
    warning(
      `${asked} is said to be in “${language}”, and is the page for “${locale}”`,
      `${asked} ist als „${language}“ ausgezeichnet und soll die Seite für „${locale}“ sein`,
      {
        en: `Set lang="${locale}" on the page, or name the right one under exit.page.`,
        de: `Setzen Sie lang="${locale}" auf der Seite, oder nennen Sie unter exit.page die richtige.`,
      },
    ),
  ];
}

/** A day in what is shown where the page is shared, beside words about the last post. */
function otherDay({ title, openGraph }: SignpostHead, { facts }: LintKit, locale: FarewellLocale): readonly Remark[] {
  const [, month, day] = facts.lastDay.split('-').map(Number);
  const right = dayIn(locale, facts.lastDay);
  return [title, openGraph.title, openGraph.description].flatMap((text) => {
    if (text === undefined || !(lastPostWords[locale]?.test(text) ?? false)) return [];
    return findClaims(text, locale).flatMap((claim) => {
      if (claim.kind !== 'date' || (claim.day === day && claim.month === month)) return [];
      return [
        error(
          `The head of the page has “${claim.said}” as the last day, and that is “${right}”`,
          `Im Kopf der Seite steht „${claim.said}“ als letzter Tag, es ist aber „${right}“`,
          {
            en: 'Put the right day into title and og:description.',
            de: 'Setzen Sie den richtigen Tag in title und og:description.',
          },
        ),
      ];
    });
  });
}

function hidden(asked: string): Remark {
  return warning(`${asked} asks search engines to leave it out`, `${asked} bittet Suchmaschinen, sie auszulassen`, {
    en: 'Take “noindex” off before the announcement: people will look for it by name.',
    de: 'Nehmen Sie „noindex“ vor der Ankündigung heraus: Viele werden die Seite über die Suche finden wollen.',
  });
}

const warning = (en: string, de: string, fix: LocalText): Remark => ({ severity: 'warning', ...said(en, de), fix });
const error = (en: string, de: string, fix: LocalText): Remark => ({ severity: 'error', ...said(en, de), fix });
const said = (en: string, de: string): Pick<Remark, 'message'> => ({ message: { en: `${en}.`, de: `${de}.` } });
