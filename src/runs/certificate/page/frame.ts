import { escapeHtml } from '../../../base/escape-html.ts';
import type { FactLanguage, LocalText } from '../../../model/platform.ts';
import type { CertifiedPerson } from '../../../model/run/certificate.ts';
import { shortMoment, zonedMoment } from './moments.ts';
import type { CertificateWords } from './words.ts';
import { wordsInEnglish } from './words-in-english.ts';
import { wordsInGerman } from './words-in-german.ts';

/** How a page says what comes again and again; everything that these give is HTML. */
export interface PageFrame {
  readonly language: FactLanguage;
  readonly words: CertificateWords;
  /** With the zone, and UTC. */
  moment(iso: string): string;
  /** In the run's zone, for tables. */
  short(iso: string): string;
  /** `Jana Öztürk (jana)`; the id alone where no name is known; Lastpost for null. */
  person(person: CertifiedPerson | null): string;
  /** A step's name, or its id. */
  title(step: string, title: LocalText | null): string;
}

const wordsIn: Readonly<Record<FactLanguage, CertificateWords>> = { de: wordsInGerman, en: wordsInEnglish };

export function pageFrame(language: FactLanguage, zone: string): PageFrame {
  const words = wordsIn[language];
  return {
    language,
    words,
    moment: (iso) => escapeHtml(zonedMoment(language, iso, zone)),
    short: (iso) => `<span class="when">${escapeHtml(shortMoment(language, iso, zone))}</span>`,
    person: (person) => {
      if (person === null) return words.byItself;
      return escapeHtml(person.name === null ? person.id : `${person.name} (${person.id})`);
    },
    title: (step, title) => escapeHtml(title?.[language] ?? step),
  };
}

/** Pairs of a name and HTML; those without HTML are left out. */
export function facts(pairs: readonly (readonly [name: string, html: string])[], kind = ''): string {
  const rows = pairs.filter(([, html]) => html !== '').map(([name, html]) => `<dt>${name}</dt><dd>${html}</dd>`);
  return `<dl${kind === '' ? '' : ` class="${kind}"`}>${rows.join('\n')}</dl>`;
}

/** A table with heads; rows are HTML. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[], kind = ''): string {
  const head = heads.map((one) => `<th scope="col">${one}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<div class="scroll"><table${kind === '' ? '' : ` class="${kind}"`}><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

export function digest(text: string): string {
  return `<span class="digest">${escapeHtml(text)}</span>`;
}
