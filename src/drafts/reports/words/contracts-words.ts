import type { DutyKind, UnreadFile } from '../../../model/farewell/reports/contracts-report.ts';
import type { ReportLanguage } from '../../../model/farewell/reports/report-names.ts';

export interface ContractsWords {
  readonly title: string;
  readonly lead: (read: number, found: number, after: number) => string;
  readonly none: (read: number) => string;
  readonly limits: string;
  readonly after: string;
  readonly afterTodo: string;
  readonly others: string;
  readonly othersTodo: string;
  readonly duties: Readonly<Record<DutyKind, string>>;
  readonly unread: string;
  readonly why: Readonly<Record<UnreadFile['why'], string>>;
  readonly unreadTodo: string;
}

export const contractsWords: Readonly<Record<ReportLanguage, ContractsWords>> = {
  de: {
    title: 'Was in Verträgen steht',
    lead: (read, found, after) =>
      `Gelesene Dateien: ${read}. Stellen, die einen Kanal nennen, den wir verlassen: ${found}; mit einem Tag nach dem letzten Beitrag: ${after}.`,
    none: (read) => `Gelesene Dateien: ${read}. Keine nennt einen Kanal, den wir verlassen.`,
    limits:
      'Wer nur „soziale Medien“ schreibt, wird hier nicht gefunden; ob eine Stelle bindet, sagt die Rechtsabteilung.',
    after: 'Reicht über den letzten Tag hinaus',
    afterTodo:
      'Vor dem letzten Tag mit dem Vertragspartner klären, was an die Stelle tritt, und es schriftlich festhalten.',
    others: 'Weitere Stellen',
    othersTodo: 'Prüfen, ob die Pflicht erfüllt ist oder noch läuft.',
    duties: {
      posts: 'Beiträge',
      prize: 'Gewinnspiel',
      print: 'Logo oder Druck',
      mention: 'Nennung',
      period: 'Laufzeit',
      named: 'nur genannt',
    },
    unread: 'Nicht gelesen',
    why: {
      'no-text': 'enthält keinen Text, vermutlich ein Scan',
      encrypted: 'ist mit einem Kennwort geschützt',
      broken: 'lässt sich nicht öffnen',
      'too-big': 'ist zu groß',
      'too-many': 'kam nach der Höchstzahl an Dateien',
      'unknown-kind': 'hat ein Format, das hier niemand liest',
      'not-readable': 'darf nicht gelesen werden',
    },
    unreadTodo: 'Von Hand lesen.',
  },
  en: {
    title: 'What contracts say',
    lead: (read, found, after) =>
      `Files read: ${read}. Places that name a channel we leave: ${found}; with a day after the last post: ${after}.`,
    none: (read) => `Files read: ${read}. None names a channel we leave.`,
    limits: 'A contract that only says “social media” is not found here; whether a place binds us is for legal to say.',
    after: 'Runs beyond the last day',
    afterTodo: 'Agree with the other party before the last day what takes its place, and have it in writing.',
    others: 'Other places',
    othersTodo: 'See whether the duty is done or still runs.',
    duties: {
      posts: 'posts',
      prize: 'prize draw',
      print: 'logo or print',
      mention: 'mention',
      period: 'term',
      named: 'only named',
    },
    unread: 'Not read',
    why: {
      'no-text': 'has no text in it, probably a scan',
      encrypted: 'is protected by a password',
      broken: 'cannot be opened',
      'too-big': 'is too big',
      'too-many': 'came after the greatest number of files',
      'unknown-kind': 'is of a kind that is not read here',
      'not-readable': 'may not be read',
    },
    unreadTodo: 'Read it by hand.',
  },
};
