import { dayIn, localeOf, momentIn, numberIn } from '../../base/local-format.ts';
import type { HistoryStep } from '../../model/channel-history.ts';
import type { GoneBecause } from '../../model/comparison.ts';

type Language = 'de' | 'en';
export type DrawnCount = 'posts' | 'edited' | 'deleted' | 'back';

/** Every word of the history's page and picture in one language. */
export interface HistoryTexts {
  readonly language: Language;
  readonly title: string;
  readonly names: Readonly<Record<DrawnCount, string>>;
  readonly period: Readonly<Record<HistoryStep, string>>;
  readonly tableTitle: string;
  readonly total: string;
  readonly alt: (title: string, from: string, until: string) => string;
  readonly nothing: string;
  readonly seenBy: (count: number, from: string, until: string) => string;
  readonly notSeen: string;
  readonly unread: (count: number) => string;
  readonly where: string;
  readonly gone: (count: number) => string;
  readonly undated: (count: number) => string;
  readonly lists: Readonly<Record<'gone' | 'edited' | 'back', string>>;
  readonly kept: string;
  readonly change: Readonly<Record<'gone' | 'edited' | 'back', (at: string, since: string) => string>>;
  readonly because: Readonly<Record<GoneBecause, string>>;
  readonly noText: string;
  readonly more: (count: number) => string;
  readonly foot: (madeAt: string) => string;
}

const german: HistoryTexts = {
  language: 'de',
  title: 'Verlauf',
  names: { posts: 'Veröffentlicht', edited: 'Bearbeitet', deleted: 'Gelöscht', back: 'Wieder da' },
  period: { day: 'Tag', week: 'Woche ab', month: 'Monat', year: 'Jahr' },
  tableTitle: 'Die Zahlen als Tabelle',
  total: 'Zusammen',
  alt: (title, from, until) =>
    `Balken für veröffentlichte, bearbeitete und gelöschte Beiträge von ${title}, ${from} bis ${until}. Dieselben Zahlen stehen in der Tabelle.`,
  nothing: 'Von diesem Kanal ist noch nichts bekannt.',
  seenBy: (count, from, until) =>
    count === 1
      ? `Gesehen von einer Sicherung am ${from}.`
      : `Gesehen von ${numberIn('de', count)} Sicherungen, ${from} bis ${until}.`,
  notSeen: 'Noch keine Sicherung sagt etwas über Bearbeitetes oder Gelöschtes.',
  unread: (count) =>
    count === 1
      ? 'Eine ältere Sicherung ließ sich dafür nicht lesen.'
      : `${numberIn('de', count)} ältere Sicherungen ließen sich dafür nicht lesen.`,
  where: 'Was bearbeitet oder gelöscht wurde, steht bei dem Tag, an dem eine Sicherung es zum ersten Mal zeigte.',
  gone: (count) =>
    count === 1
      ? 'Ein gelöschter Beitrag ist hier noch erhalten.'
      : `${numberIn('de', count)} gelöschte Beiträge sind hier noch erhalten.`,
  undated: (count) =>
    count === 1
      ? 'Ein Beitrag ohne Datum steht in keinem Balken.'
      : `${numberIn('de', count)} Beiträge ohne Datum stehen in keinem Balken.`,
  lists: { gone: 'Nach der Veröffentlichung gelöscht', edited: 'Bearbeitet', back: 'Wieder da' },
  kept: 'Text und Medien sind aus der früheren Sicherung erhalten.',
  change: {
    gone: (at, since) => `Zuletzt gesehen am ${since}, nicht mehr da am ${at}.`,
    edited: (at, since) => `In anderer Fassung gesehen am ${at}; davor gesehen am ${since}.`,
    back: (at, since) => `Wieder da am ${at}; nicht da war der Beitrag seit dem ${since}.`,
  },
  because: {
    'platform-says': 'Die Plattform meldet den Beitrag als gelöscht.',
    'not-found': 'Seine Adresse antwortet mit „nicht gefunden“.',
    'complete-list': 'Die Sicherung enthielt nachweislich alle Beiträge, diesen nicht.',
  },
  noText: '(ohne Text)',
  more: (count) => `und ${numberIn('de', count)} weitere`,
  foot: (madeAt) =>
    `Erstellt am ${momentIn('de', madeAt)}; alle Tage in UTC. Diese Seite enthält alles, was sie zeigt, und lädt nichts nach.`,
};

const english: HistoryTexts = {
  language: 'en',
  title: 'History',
  names: { posts: 'Published', edited: 'Edited', deleted: 'Deleted', back: 'Back again' },
  period: { day: 'Day', week: 'Week from', month: 'Month', year: 'Year' },
  tableTitle: 'The numbers as a table',
  total: 'Total',
  alt: (title, from, until) =>
    `Bars for posts of ${title} that were published, edited and deleted, ${from} to ${until}. The table has the same numbers.`,
  nothing: 'Nothing is known of this channel yet.',
  seenBy: (count, from, until) =>
    count === 1
      ? `Seen by one snapshot on ${from}.`
      : `Seen by ${numberIn('en', count)} snapshots, ${from} to ${until}.`,
  notSeen: 'No snapshot tells of edits or deletions yet.',
  unread: (count) =>
    count === 1
      ? 'One older snapshot could not be read for this.'
      : `${numberIn('en', count)} older snapshots could not be read for this.`,
  where: 'An edit or a deletion stands at the day on which a snapshot first showed it.',
  gone: (count) =>
    count === 1
      ? 'One deleted post is still kept here.'
      : `${numberIn('en', count)} deleted posts are still kept here.`,
  undated: (count) =>
    count === 1
      ? 'One post without a date is in no bar.'
      : `${numberIn('en', count)} posts without a date are in no bar.`,
  lists: { gone: 'Deleted after publication', edited: 'Edited', back: 'Back again' },
  kept: 'Text and media are kept from the earlier snapshot.',
  change: {
    gone: (at, since) => `Last seen on ${since}, no longer there on ${at}.`,
    edited: (at, since) => `Seen in another version on ${at}; seen before on ${since}.`,
    back: (at, since) => `Back again on ${at}; the post had not been there since ${since}.`,
  },
  because: {
    'platform-says': 'The platform says that the post is gone.',
    'not-found': 'Its address answers “not found”.',
    'complete-list': 'The snapshot is proved to have held every post, and did not hold this one.',
  },
  noText: '(no text)',
  more: (count) => `and ${numberIn('en', count)} more`,
  foot: (madeAt) =>
    `Made on ${momentIn('en', madeAt)}; all days in UTC. This page holds everything it shows and loads nothing.`,
};

export const historyTexts: Readonly<Record<Language, HistoryTexts>> = { de: german, en: english };

const FORMATS = {
  day: { day: 'numeric', month: 'short' },
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
} as const satisfies Readonly<Record<HistoryStep, Intl.DateTimeFormatOptions>>;

/** Under the axis, where there is little room. */
export function shortPeriod(language: Language, from: string, step: HistoryStep): string {
  return new Intl.DateTimeFormat(localeOf[language], { ...FORMATS[step], timeZone: 'UTC' }).format(new Date(from));
}

/** In the table. */
export function longPeriod(language: Language, from: string, step: HistoryStep): string {
  if (step === 'day' || step === 'week') return dayIn(language, from);
  const format = step === 'year' ? FORMATS.year : ({ month: 'long', year: 'numeric' } as const);
  return new Intl.DateTimeFormat(localeOf[language], { ...format, timeZone: 'UTC' }).format(new Date(from));
}
