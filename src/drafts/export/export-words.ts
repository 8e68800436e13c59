import type { ApprovalState } from '../../model/farewell/draft-approval.ts';
import type { Audience } from '../../model/farewell/exit-facts.ts';

/** The words round the texts of an export. */
export interface ExportWords {
  title(brand: string): string;
  /** When it was made, and with what. */
  made(at: string, software: string): string;
  readonly contents: string;
  readonly when: string;
  readonly whenNeeded: string;
  readonly to: string;
  readonly audience: Readonly<Record<Audience, string>>;
  readonly approval: string;
  readonly state: Readonly<Record<ApprovalState, (name: string, at: string) => string>>;
  /** Behind it, where nobody whose language it is has read the template. */
  readonly nativeReview: string;
  readonly length: string;
  counted(part: string, count: number, most: number): string;
  readonly text: string;
  readonly file: string;
  post(number: number, of: number): string;
  /** Names of fields; one that is not here is called what it is called in its file. */
  readonly fields: Readonly<Record<string, string>>;
  readonly columns: Readonly<
    Record<'language' | 'kind' | 'channel' | 'fields' | 'approvedBy' | 'comment' | 'continued', string>
  >;
  readonly about: { readonly sheet: string; readonly lines: readonly string[] };
}

const german: ExportWords = {
  title: (brand) => `Abschiedstexte von ${brand}`,
  made: (at, software) => `Stand: ${at}. Erstellt mit ${software}.`,
  contents: 'Inhalt',
  when: 'Erscheint',
  whenNeeded: 'bei Bedarf',
  to: 'Für',
  audience: { leads: 'Leitungen', staff: 'alle im Haus', partners: 'Partner', public: 'die Öffentlichkeit' },
  approval: 'Freigabe',
  state: {
    approved: (name, at) => `freigegeben von ${name}, ${at}`,
    changed: (name, at) => `geändert, seit ${name} den Text freigegeben hat (${at})`,
    none: () => 'nicht freigegeben',
  },
  nativeReview: 'muttersprachlich zu prüfen',
  length: 'Länge',
  counted: (part, count, most) => `${part}: ${count} von ${most}`,
  text: 'Text',
  file: 'Datei',
  post: (number, of) => `Beitrag ${number} von ${of}`,
  fields: {
    title: 'Titel',
    subject: 'Betreff',
    preheader: 'Vorschauzeile',
    headline: 'Überschrift',
    lead: 'Vorspann',
    contact: 'Kontakt',
    boilerplate: 'Über uns',
    alt: 'Alternativtext',
    line: 'Zeile',
    date_line: 'Datumszeile',
    imprint: 'Impressum',
    privacy: 'Datenschutz',
    short: 'Kurzfassung',
  },
  columns: {
    language: 'Sprache',
    kind: 'Art',
    channel: 'Kanal',
    fields: 'Felder',
    approvedBy: 'Freigegeben von',
    comment: 'Anmerkung',
    continued: 'Fortsetzung der Zeile darüber',
  },
  about: {
    sheet: 'Hinweise',
    lines: [
      'In die Spalte „Anmerkung“ gehört, was geändert werden soll. Geändert wird der Text in seiner Datei, nicht hier.',
      'Ein Text, den eine Tabelle für eine Formel hielte, hat hier einen Apostroph davor. In seiner Datei steht er ohne.',
      'Kein Text ist gekürzt.',
    ],
  },
};

const english: ExportWords = {
  title: (brand) => `Farewell texts of ${brand}`,
  made: (at, software) => `As of ${at}. Made with ${software}.`,
  contents: 'Contents',
  when: 'Goes out',
  whenNeeded: 'when it is needed',
  to: 'For',
  audience: { leads: 'team leads', staff: 'everybody in the house', partners: 'partners', public: 'the public' },
  approval: 'Approval',
  state: {
    approved: (name, at) => `approved by ${name}, ${at}`,
    changed: (name, at) => `changed since ${name} approved it (${at})`,
    none: () => 'not approved',
  },
  nativeReview: 'native review needed',
  length: 'Length',
  counted: (part, count, most) => `${part}: ${count} of ${most}`,
  text: 'Text',
  file: 'File',
  post: (number, of) => `Post ${number} of ${of}`,
  fields: {
    title: 'Title',
    subject: 'Subject',
    preheader: 'Preheader',
    headline: 'Headline',
    lead: 'Lead',
    contact: 'Contact',
    boilerplate: 'About us',
    alt: 'Alternative text',
    line: 'Line',
    date_line: 'Date line',
    imprint: 'Imprint',
    privacy: 'Privacy',
    short: 'Short version',
  },
  columns: {
    language: 'Language',
    kind: 'Kind',
    channel: 'Channel',
    fields: 'Fields',
    approvedBy: 'Approved by',
    comment: 'Comment',
    continued: 'continues the row above',
  },
  about: {
    sheet: 'About',
    lines: [
      'Write into the column “Comment” what should be changed. The text itself is changed in its file, not here.',
      'A text that a spreadsheet would take for a formula has an apostrophe in front of it here. In its file it has none.',
      'No text is cut.',
    ],
  },
};

export const exportWords: Readonly<Record<'de' | 'en', ExportWords>> = { de: german, en: english };
