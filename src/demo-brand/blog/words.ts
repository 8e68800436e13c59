import type { Language } from './blog.ts';

/** What the theme itself says, written in each language rather than translated. */
export interface Words {
  readonly locale: string;
  readonly brand: string;
  readonly tagline: string;
  readonly skip: string;
  readonly notice: string;
  readonly noticeLink: string;
  readonly readOn: string;
  readonly older: string;
  readonly newer: string;
  readonly pageOf: (page: number, of: number) => string;
  readonly by: string;
  readonly comments: (count: number) => string;
  readonly reply: string;
  readonly leaveComment: string;
  readonly closedSoon: string;
  readonly search: string;
  readonly searchHint: string;
  readonly results: (query: string, count: number) => string;
  readonly archive: Readonly<Record<'author' | 'category' | 'tag', string>>;
  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly alsoIn: string;
  readonly topics: string;
  readonly pages: string;
  readonly elsewhere: string;
  readonly social: string;
  readonly fediverse: string;
  readonly feed: string;
  readonly colophon: string;
  readonly letters: string;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  de: {
    locale: 'de-DE',
    brand: 'Brandt & Söhne',
    tagline: 'Fahrradglocken aus Ilsenbrück, seit 1924',
    skip: 'Zum Inhalt springen',
    notice: 'Dieses Blog schließt am 31. Dezember 2026.',
    noticeLink: 'Warum, und was bleibt',
    readOn: 'Weiterlesen',
    older: 'Ältere Beiträge',
    newer: 'Neuere Beiträge',
    pageOf: (page, of) => `Seite ${page} von ${of}`,
    by: 'von',
    comments: (count) =>
      count === 0 ? 'Noch keine Kommentare' : count === 1 ? 'Ein Kommentar' : `${count} Kommentare`,
    reply: 'Antworten',
    leaveComment: 'Schreiben Sie uns',
    closedSoon: 'Kommentare sind bis zum 15. Dezember 2026 offen.',
    search: 'Suchen',
    searchHint: 'Glocke, Ton, Jahr …',
    results: (query, count) => `${count} Treffer für »${query}«`,
    archive: { author: 'Beiträge von', category: 'Rubrik', tag: 'Stichwort' },
    notFoundTitle: 'Hier läutet nichts',
    notFoundText: 'Diese Seite gibt es nicht oder nicht mehr. Vielleicht hilft die Suche, vielleicht ein Anruf.',
    alsoIn: 'Read this in English',
    topics: 'Rubriken',
    pages: 'Im Haus',
    elsewhere: 'Anderswo',
    social: 'Wir auf Kettenblatt',
    fediverse: 'Wir im Fediverse',
    feed: 'Beiträge als RSS',
    colophon: 'Brandt & Söhne gibt es nicht. Diese Seite führt Lastpost vor.',
    letters: 'Leserinnen und Leser bekommen die Klingelpost schon.',
  },
  en: {
    locale: 'en-GB',
    brand: 'Brandt & Sons',
    tagline: 'Bicycle bells from Ilsenbrück, since 1924',
    skip: 'Skip to content',
    notice: 'This blog closes on 31 December 2026.',
    noticeLink: 'Why, and what stays',
    readOn: 'Read on',
    older: 'Older posts',
    newer: 'Newer posts',
    pageOf: (page, of) => `Page ${page} of ${of}`,
    by: 'by',
    comments: (count) => (count === 0 ? 'No comments yet' : count === 1 ? 'One comment' : `${count} comments`),
    reply: 'Reply',
    leaveComment: 'Write to us',
    closedSoon: 'Comments stay open until 15 December 2026.',
    search: 'Search',
    searchHint: 'A bell, a note, a year …',
    results: (query, count) => `${count} found for “${query}”`,
    archive: { author: 'Posts by', category: 'Section', tag: 'Keyword' },
    notFoundTitle: 'Nothing rings here',
    notFoundText: 'This page does not exist, or not any more. Try the search, or give us a call.',
    alsoIn: 'Auf Deutsch lesen',
    topics: 'Sections',
    pages: 'The house',
    elsewhere: 'Elsewhere',
    social: 'Us on Kettenblatt',
    fediverse: 'Us in the fediverse',
    feed: 'Posts as RSS',
    colophon: 'Brandt & Sons does not exist. This site is here to show what Lastpost does.',
    letters: 'readers already get the Bell Letter.',
  },
};

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  de: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** `12. Oktober 2026` or `12 October 2026`: the same on every machine, whatever its locale data say. */
export function longDate(language: Language, date: string): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const name = MONTHS[language][Number(month) - 1] ?? month;
  return language === 'de' ? `${Number(day)}. ${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
