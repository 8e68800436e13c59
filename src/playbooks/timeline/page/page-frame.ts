import { escapeHtml } from '../../../base/escape-html.ts';
import { localeOf, numberIn } from '../../../base/local-format.ts';
import { plainLine } from '../../../base/text-columns.ts';
import { zonedMomentIn } from '../../../base/zoned-format.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { Timeline, TimelineStep } from '../../../model/playbook/timeline.ts';
import type { PageWords } from './words.ts';
import { wordsInEnglish } from './words-in-english.ts';
import { wordsInGerman } from './words-in-german.ts';

/** How the page says what comes again and again; everything that these give is HTML. */
export interface PageFrame {
  readonly language: FactLanguage;
  readonly words: PageWords;
  readonly zone: string;
  readonly currency: string | null;
  /** Of each step, by its id, in the order in which they begin. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly steps: ReadonlyMap<string, TimelineStep>;
  moment(iso: string): string;
  title(step: TimelineStep): string;
  /** A link to its row in the table; its id where the plan has no such step. */
  reference(id: string): string;
  who(step: TimelineStep): string;
}

export const wordsIn: Readonly<Record<FactLanguage, PageWords>> = { de: wordsInGerman, en: wordsInEnglish };

export function pageFrame({ steps, timezone: zone, currency }: Timeline, language: FactLanguage): PageFrame {
  const words = wordsIn[language];
  const numbers = new Map(steps.map(({ id }, at) => [id, at + 1]));
  const byId = new Map(steps.map((step) => [step.id, step]));
  const title = (step: TimelineStep): string => text(step.title[language]);
  return {
    language,
    words,
    zone,
    currency,
    numbers,
    steps: byId,
    moment: (iso) => text(zonedMomentIn(language, iso, zone)),
    title,
    reference: (id) => {
      const step = byId.get(id);
      if (step === undefined) return text(id);
      return `<a href="#step-${numbers.get(id)}">${numbers.get(id)}&nbsp;${title(step)}</a>`;
    },
    who: (step) => whoDoes(step, words),
  };
}

/** Anybody's words in one line, with nothing in them that turns what stands beside them around. */
export function plainWords(raw: string): string {
  return plainLine(raw).replace(/\p{Cs}/gu, '\ufffd');
}

/** The same as HTML: escaped. */
export function text(raw: string): string {
  return escapeHtml(plainWords(raw));
}

function whoDoes({ people, roles, kind }: TimelineStep, words: PageWords): string {
  if (people.length > 0) return `${text(people.join(', '))} <span class="quiet">(${text(roles.join(', '))})</span>`;
  if (roles.length > 0) return `<b class="bad">${text(words.nobody(roles.join(', ')))}</b>`;
  const by = { machine: words.machine, wait: words.waits, hand: words.anybody, approval: words.anybody }[kind];
  return `<span class="quiet">${text(by)}</span>`;
}

/** `6 h 50 min`, in German `6 Std. 50 Min.` */
export function workIn(language: FactLanguage, minutes: number): string {
  const [hour, minute] = language === 'de' ? ['Std.', 'Min.'] : ['h', 'min'];
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  const parts = [
    ...(hours > 0 ? [`${numberIn(language, hours)}\u00a0${hour}`] : []),
    ...(rest > 0 || hours === 0 ? [`${rest}\u00a0${minute}`] : []),
  ];
  return parts.join(' ');
}

/** `€580.83`, in German `580,83 €`. */
export function moneyIn(language: FactLanguage, cents: number, currency: string): string {
  return new Intl.NumberFormat(localeOf[language], { style: 'currency', currency }).format(cents / 100);
}

/** A section with its heading; `id` is what links go to. */
export function section(id: string, heading: string, html: string): string {
  return `<section id="${id}" aria-labelledby="${id}-heading">\n<h2 id="${id}-heading">${text(heading)}</h2>\n${html}\n</section>`;
}
