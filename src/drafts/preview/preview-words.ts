import type { ApprovalState } from '../../model/farewell/draft-approval.ts';
import type { Audience } from '../../model/farewell/exit-facts.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import type { FactLanguage } from '../../model/platform.ts';
import type { Device } from './preview-draft.ts';

/** Everything that the preview says itself. */
export interface PreviewWords {
  readonly title: (brand: string) => string;
  readonly intro: string;
  readonly filters: string;
  readonly all: string;
  readonly show: {
    readonly device: string;
    readonly locale: string;
    readonly channel: string;
    readonly kind: string;
    readonly audience: string;
    readonly mode: string;
  };
  readonly modes: { readonly auto: string; readonly light: string; readonly dark: string };
  readonly noChannel: string;
  readonly search: string;
  readonly list: string;
  /** `%n` is filled in by the page's script. */
  readonly shown: string;
  readonly oneShown: string;
  readonly nothing: string;
  readonly skip: string;
  readonly devices: Readonly<Record<Device['id'], string>>;
  readonly goesOut: string;
  readonly whenNeeded: string;
  readonly to: string;
  readonly file: string;
  readonly length: string;
  readonly noLimit: string;
  readonly of: (count: number, most: number) => string;
  readonly tooLong: (by: number) => string;
  readonly part: (part: string) => string;
  readonly approval: string;
  readonly states: Readonly<Record<ApprovalState, (by: string) => string>>;
  readonly nativeReview: string;
  readonly audiences: Readonly<Record<Audience, string>>;
  readonly more: string;
  readonly pinned: string;
  readonly picture: string;
  readonly film: string;
  readonly bio: string;
  readonly from: string;
  readonly sms: (at: number, of: number) => string;
  readonly locales: Readonly<Record<FarewellLocale, string>>;
}

const german: PreviewWords = {
  title: (brand) => `Vorschau der Abschiedstexte – ${brand}`,
  intro:
    'Jeder Entwurf, wie er an seinem Ort zu sehen ist: auf dem kleinsten Telefon mit vergrößerter Schrift, auf einem üblichen und am Rechner. Die Rahmen sind schlicht und keine Nachbildungen. Was blass steht, sieht erst, wer auf „mehr“ tippt.',
  filters: 'Auswahl',
  all: 'alle',
  show: {
    device: 'Breite',
    locale: 'Sprache',
    channel: 'Kanal',
    kind: 'Art',
    audience: 'Für wen',
    mode: 'Farben',
  },
  modes: { auto: 'wie das Gerät', light: 'hell', dark: 'dunkel' },
  noChannel: 'ohne Kanal',
  search: 'Im Text suchen',
  list: 'Alle Entwürfe',
  shown: '%n Entwürfe gezeigt',
  oneShown: 'Ein Entwurf gezeigt',
  nothing: 'Kein Entwurf passt zu dieser Auswahl.',
  skip: 'Zu den Entwürfen',
  devices: { worst: '320 Pixel, Schrift 130 %', phone: '390 Pixel', desk: 'am Rechner' },
  goesOut: 'Geht raus',
  whenNeeded: 'wenn er gebraucht wird',
  to: 'An',
  file: 'Datei',
  length: 'Länge',
  noLimit: 'ohne Grenze',
  of: (count, most) => `${count} von ${most}`,
  tooLong: (by) => `${by} zu viel`,
  part: (part) => (part === 'text' ? 'Text' : part.replace(/^post /, 'Beitrag ')),
  approval: 'Freigabe',
  states: {
    approved: (by) => `freigegeben von ${by}`,
    changed: (by) => `geändert seit der Freigabe von ${by}`,
    none: () => 'nicht freigegeben',
  },
  nativeReview: 'muttersprachlich zu prüfen',
  audiences: { leads: 'Leitungen', staff: 'Belegschaft', partners: 'Partner', public: 'Öffentlichkeit' },
  more: 'mehr',
  pinned: 'Angeheftet',
  picture: 'Bild',
  film: 'Film',
  bio: 'Profil',
  from: 'Von',
  sms: (at, of) => (of === 1 ? 'eine SMS' : `SMS ${at} von ${of}`),
  locales: {
    de: 'Deutsch',
    en: 'Englisch',
    fr: 'Französisch',
    es: 'Spanisch',
    it: 'Italienisch',
    nl: 'Niederländisch',
    pl: 'Polnisch',
    pt: 'Portugiesisch',
    tr: 'Türkisch',
    ar: 'Arabisch',
  },
};

const english: PreviewWords = {
  title: (brand) => `Preview of the farewell texts – ${brand}`,
  intro:
    'Every draft as it is seen in its place: on the smallest phone with enlarged letters, on a usual one, and at a desk. The frames are plain and imitate nobody. What is pale is seen only by those who tap “more”.',
  filters: 'Selection',
  all: 'all',
  show: {
    device: 'Width',
    locale: 'Language',
    channel: 'Channel',
    kind: 'Kind',
    audience: 'For whom',
    mode: 'Colours',
  },
  modes: { auto: 'as the device', light: 'light', dark: 'dark' },
  noChannel: 'on no channel',
  search: 'Search the texts',
  list: 'All drafts',
  shown: '%n drafts shown',
  oneShown: 'One draft shown',
  nothing: 'No draft fits this selection.',
  skip: 'To the drafts',
  devices: { worst: '320 pixels, letters at 130%', phone: '390 pixels', desk: 'at a desk' },
  goesOut: 'Goes out',
  whenNeeded: 'when it is needed',
  to: 'To',
  file: 'File',
  length: 'Length',
  noLimit: 'no limit',
  of: (count, most) => `${count} of ${most}`,
  tooLong: (by) => `${by} too many`,
  part: (part) => part,
  approval: 'Approval',
  states: {
    approved: (by) => `approved by ${by}`,
    changed: (by) => `changed since ${by} approved it`,
    none: () => 'not approved',
  },
  nativeReview: 'native review needed',
  audiences: { leads: 'team leads', staff: 'staff', partners: 'partners', public: 'the public' },
  more: 'more',
  pinned: 'Pinned',
  picture: 'Picture',
  film: 'Film',
  bio: 'Profile',
  from: 'From',
  sms: (at, of) => (of === 1 ? 'one text message' : `text message ${at} of ${of}`),
  locales: {
    de: 'German',
    en: 'English',
    fr: 'French',
    es: 'Spanish',
    it: 'Italian',
    nl: 'Dutch',
    pl: 'Polish',
    pt: 'Portuguese',
    tr: 'Turkish',
    ar: 'Arabic',
  },
};

export const previewWords: Readonly<Record<FactLanguage, PreviewWords>> = { de: german, en: english };
