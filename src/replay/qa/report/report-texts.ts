import type { QaReason, QaVerdict } from '../../../model/qa.ts';

export const reportLanguages = ['de', 'en'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

/** Every word of the report in one language. Counts come in as the language writes them. */
export interface ReportTexts {
  readonly title: string;
  readonly passed: string;
  readonly loaded: (count: string) => string;
  readonly failed: (count: string, isOne: boolean) => string;
  readonly stopped: (done: string, wanted: string) => string;
  readonly what: string;
  readonly file: string;
  readonly snapshotOf: string;
  readonly takenAt: string;
  readonly checkedAt: string;
  readonly madeBy: string;
  readonly shownBy: string;
  readonly lines: string;
  readonly linesValue: (picture: string, text: string) => string;
  readonly scope: string;
  readonly scopeAll: (count: string) => string;
  readonly scopeSome: (count: string, known: string) => string;
  readonly network: string;
  readonly networkNone: string;
  readonly networkSome: (count: string) => string;
  readonly uncompared: string;
  readonly uncomparedPictures: (count: string) => string;
  readonly uncomparedTexts: (count: string) => string;
  readonly uncomparedResources: (count: string) => string;
  readonly pages: string;
  readonly filter: string;
  readonly all: string;
  readonly verdicts: Readonly<Record<QaVerdict, string>>;
  readonly verdictMeans: Readonly<Record<QaVerdict, string>>;
  readonly search: string;
  readonly nothingFound: string;
  readonly picture: string;
  readonly text: string;
  readonly parts: string;
  readonly captured: string;
  readonly replayed: string;
  readonly difference: string;
  readonly same: string;
  readonly noPicture: string;
  readonly notKept: string;
  readonly leftOut: string;
  readonly enlarge: string;
  readonly missingParts: string;
  readonly textParts: string;
  readonly textNothing: string;
  readonly more: (count: string) => string;
  readonly reason: (reason: QaReason, percent: (score: number) => string) => string;
  readonly foot: string;
  readonly language: string;
}

const german: ReportTexts = {
  title: 'Prüfung der Wiedergabe',
  passed: 'Alle geprüften Seiten werden so wiedergegeben, wie sie aufgenommen wurden.',
  loaded: (count) => `Alle geprüften Seiten laden mit allen Bestandteilen; ${count} davon konnten verglichen werden.`,
  failed: (count, isOne) => (isOne ? 'Eine Seite liegt unter der Grenze.' : `${count} Seiten liegen unter der Grenze.`),
  stopped: (done, wanted) =>
    `Die Prüfung wurde nach ${done} von ${wanted} Seiten beendet; die übrigen sind nicht geprüft.`,
  what:
    'Jede Seite der Sicherung wurde ohne Verbindung zum Netz in einem Browser wiedergegeben und mit dem verglichen, was ' +
    'bei der Aufnahme zu sehen war: das Bild der ersten Bildschirmseite, der lesbare Text und die Bestandteile der Seite.',
  file: 'Datei',
  snapshotOf: 'Sicherung von',
  takenAt: 'Aufgenommen',
  checkedAt: 'Geprüft',
  madeBy: 'Erstellt mit',
  shownBy: 'Wiedergegeben mit',
  lines: 'Grenzen',
  linesValue: (picture, text) => `Bild ${picture}, Text ${text}, kein Bestandteil fehlt`,
  scope: 'Umfang',
  scopeAll: (count) => `alle ${count} Seiten`,
  scopeSome: (count, known) => `${count} von ${known} Seiten`,
  network: 'Verbindungen nach außen',
  networkNone: 'keine, auch kein Versuch',
  networkSome: (count) => `keine; ${count} Versuche wurden abgewiesen`,
  uncompared: 'Nicht vergleichbar',
  uncomparedPictures: (count) => `${count} Seiten haben kein Bild der Aufnahme`,
  uncomparedTexts: (count) => `${count} Seiten haben keinen Text der Aufnahme`,
  uncomparedResources: (count) => `${count} Seiten haben keine Liste ihrer Bestandteile`,
  pages: 'Seiten',
  filter: 'Zeigen',
  all: 'Alle',
  verdicts: {
    broken: 'Lädt nicht',
    differs: 'Weicht ab',
    incomplete: 'Unvollständig',
    loads: 'Lädt',
    good: 'Gleich',
  },
  verdictMeans: {
    broken: 'Die Seite ist nicht zu sehen.',
    differs: 'Bild oder Text liegen unter der Grenze.',
    incomplete: 'Bestandteile der Seite fehlen.',
    loads: 'Sie ist zu sehen und hat alle Teile; ein Vergleich war nicht möglich.',
    good: 'Verglichen und gleich.',
  },
  search: 'Titel oder Adresse suchen',
  nothingFound: 'Keine Seite passt zu dieser Auswahl.',
  picture: 'Bild',
  text: 'Text',
  parts: 'Teile',
  captured: 'Aufnahme',
  replayed: 'Wiedergabe',
  difference: 'Unterschied',
  same: 'Kein Unterschied',
  noPicture: 'Kein Bild',
  notKept: 'Nicht in der Sicherung',
  leftOut: 'Die Bilder dieser Seite sind nicht in diesem Bericht; er zeigt die der schlechtesten Seiten.',
  enlarge: 'Bilder größer oder kleiner zeigen',
  missingParts: 'Fehlende Bestandteile',
  textParts: 'Wo die Texte sich trennen',
  textNothing: '(nichts)',
  more: (count) => `und ${count} weitere`,
  reason: (reason, percent) => {
    switch (reason.kind) {
      case 'answer':
        return reason.status === 0
          ? 'Die Wiedergabe hat keine Antwort für diese Seite.'
          : `Die Wiedergabe antwortet für diese Seite mit ${reason.status}.`;
      case 'shown':
        return `Der Browser konnte die Seite nicht zeigen: ${reason.words}.`;
      case 'picture':
        return `Das Bild stimmt zu ${percent(reason.score)} überein, verlangt sind ${percent(reason.least)}.`;
      case 'text':
        return `Der Text stimmt zu ${percent(reason.score)} überein, verlangt sind ${percent(reason.least)}.`;
      case 'blank':
        return 'Die Seite zeigt keinen Text, und zum Vergleich gibt es kein Bild.';
      case 'parts':
        return `Von ${reason.expected} Bestandteilen ${reason.missing === 1 ? 'fehlt einer' : `fehlen ${reason.missing}`}.`;
    }
  },
  foot: 'Dieser Bericht enthält alles, was er zeigt, und lädt nichts nach.',
  language: 'Sprache',
};

const english: ReportTexts = {
  title: 'Replay check',
  passed: 'Every page that was checked replays as it was captured.',
  loaded: (count) => `Every page that was checked loads with all its parts; ${count} of them could be compared.`,
  failed: (count, isOne) => (isOne ? 'One page is under the line.' : `${count} pages are under the line.`),
  stopped: (done, wanted) => `The check was stopped after ${done} of ${wanted} pages; the others are not checked.`,
  what:
    'Every page of the snapshot was replayed in a browser with no connection to the network, and held against what was ' +
    'to be seen at the capture: the picture of the first screen, the text that can be read, and the parts the page is made of.',
  file: 'File',
  snapshotOf: 'Snapshot of',
  takenAt: 'Taken',
  checkedAt: 'Checked',
  madeBy: 'Made by',
  shownBy: 'Replayed with',
  lines: 'Lines',
  linesValue: (picture, text) => `picture ${picture}, text ${text}, no part missing`,
  scope: 'Scope',
  scopeAll: (count) => `all ${count} pages`,
  scopeSome: (count, known) => `${count} of ${known} pages`,
  network: 'Connections to the outside',
  networkNone: 'none, and none was tried',
  networkSome: (count) => `none; ${count} attempts were refused`,
  uncompared: 'Not comparable',
  uncomparedPictures: (count) => `${count} pages have no picture from the capture`,
  uncomparedTexts: (count) => `${count} pages have no text from the capture`,
  uncomparedResources: (count) => `${count} pages have no list of their parts`,
  pages: 'Pages',
  filter: 'Show',
  all: 'All',
  verdicts: { broken: 'Broken', differs: 'Differs', incomplete: 'Incomplete', loads: 'Loads', good: 'Alike' },
  verdictMeans: {
    broken: 'The page cannot be seen.',
    differs: 'Picture or text are under the line.',
    incomplete: 'Parts of the page are missing.',
    loads: 'It can be seen and has all its parts; there was nothing to compare it with.',
    good: 'Compared, and alike.',
  },
  search: 'Search title or address',
  nothingFound: 'No page fits this choice.',
  picture: 'Picture',
  text: 'Text',
  parts: 'Parts',
  captured: 'Captured',
  replayed: 'Replayed',
  difference: 'Difference',
  same: 'No difference',
  noPicture: 'No picture',
  notKept: 'Not in the snapshot',
  leftOut: 'The pictures of this page are not in this report; it shows those of the worst pages.',
  enlarge: 'Show the pictures larger or smaller',
  missingParts: 'Missing parts',
  textParts: 'Where the texts part',
  textNothing: '(nothing)',
  more: (count) => `and ${count} more`,
  reason: (reason, percent) => {
    switch (reason.kind) {
      case 'answer':
        return reason.status === 0
          ? 'The replay has no answer for this page.'
          : `The replay answers ${reason.status} for this page.`;
      case 'shown':
        return `The browser could not show the page: ${reason.words}.`;
      case 'picture':
        return `The picture is alike by ${percent(reason.score)}; ${percent(reason.least)} are asked for.`;
      case 'text':
        return `The text is alike by ${percent(reason.score)}; ${percent(reason.least)} are asked for.`;
      case 'blank':
        return 'The page shows no text, and there is no picture to compare it with.';
      case 'parts':
        return `${reason.missing} of ${reason.expected} parts ${reason.missing === 1 ? 'is' : 'are'} missing.`;
    }
  },
  foot: 'This report holds everything it shows and loads nothing.',
  language: 'Language',
};

export const reportTexts: Readonly<Record<ReportLanguage, ReportTexts>> = { de: german, en: english };

/** Rounded down, so that what is under the line never reads as being on it. */
export function percentText(score: number, language: ReportLanguage): string {
  const value = (Math.floor(score * 1000 + 1e-9) / 10).toFixed(score === 1 ? 0 : 1);
  return language === 'de' ? `${value.replace('.', ',')} %` : `${value}%`;
}
