import type { AccessLevel, Counting, ExitMode, ExitPlace, Limit, LimitedText } from '../model/channel.ts';
import type { Fact } from '../model/fact.ts';
import type { FactLanguage } from '../model/platform.ts';

/** Every word that stands around the facts, in one language. */
export interface ChannelWords {
  readonly columns: {
    readonly fact: string;
    readonly value: string;
    readonly certainty: string;
    readonly checked: string;
  };
  readonly labels: Readonly<
    Record<
      | 'publicAccess'
      | 'openAddresses'
      | 'officialExport'
      | 'exportFiles'
      | 'exportPage'
      | 'deletionPage'
      | 'deletionEffect'
      | 'grace'
      | 'waits'
      | 'handleReuse'
      | 'exitModes'
      | 'loginToKeep'
      | 'limits',
      string
    >
  >;
  readonly ways: Readonly<Record<ExitPlace, string>>;
  readonly certainty: Readonly<Record<Fact<unknown>['certainty'], string>>;
  readonly access: Readonly<Record<AccessLevel, string>>;
  readonly modes: Readonly<Record<ExitMode, string>>;
  readonly limited: Readonly<Record<LimitedText, string>>;
  readonly counting: Readonly<Record<Counting, string>>;
  readonly variants: Readonly<Record<NonNullable<Limit['variant']>, string>>;
  readonly none: string;
  readonly due: string;
  readonly sources: string;
  readonly everyLink: (length: number) => string;
  readonly days: (count: number) => string;
}

const en: ChannelWords = {
  columns: { fact: 'FACT', value: 'WHAT IS KNOWN', certainty: 'CERTAINTY', checked: 'CHECKED' },
  labels: {
    publicAccess: 'Without a login',
    openAddresses: 'Open interfaces',
    officialExport: 'Official export',
    exportFiles: 'Files in it',
    exportPage: 'Export page',
    deletionPage: 'Deletion page',
    deletionEffect: 'What deletion does',
    grace: 'Grace time',
    waits: 'Waiting times',
    handleReuse: 'The name afterwards',
    exitModes: 'Ways out',
    loginToKeep: 'Log in to keep it',
    limits: 'Limits',
  },
  ways: {
    export: 'Way to the export',
    deactivate: 'Way to deactivate',
    delete: 'Way to delete',
    redirect: 'Way to redirect',
    profile: 'Way to the profile',
    pin: 'Way to pin a post',
    messages: 'Way to the messages',
  },
  certainty: { high: 'high', medium: 'medium', low: 'low', unknown: 'unknown' },
  access: {
    whole: 'everything public',
    part: 'a part',
    'single-posts': 'single posts',
    login: 'next to nothing',
    gone: 'the service is gone',
  },
  modes: { freeze: 'freeze and keep the name', redirect: 'redirect', delete: 'delete' },
  limited: {
    post: 'post',
    title: 'title',
    name: 'name',
    bio: 'bio',
    about: 'about',
    tagline: 'tagline',
    description: 'description',
    caption: 'caption',
    alt: 'alt text',
    hashtags: 'hashtags',
    'topic-tags': 'topic tags',
    links: 'links',
    fold: 'shown before "more"',
    subject: 'subject',
    preheader: 'preheader',
  },
  counting: {
    'x-weighted': 'characters as X weighs them',
    'utf-16': 'UTF-16 units',
    graphemes: 'graphemes',
    'utf-8-bytes': 'bytes in UTF-8',
    'emoji-as-utf-8-bytes': 'characters, emoji as their bytes',
    characters: 'characters',
    pieces: '',
    'gsm-7': 'GSM-7 characters',
    'ucs-2': 'UCS-2 characters',
  },
  variants: { premium: 'Premium', api: 'through the API', single: 'one message', part: 'each part of a long one' },
  none: 'none left',
  due: 'look again',
  sources: 'Sources:',
  everyLink: (length) => `every link counts ${length}`,
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
};

const de: ChannelWords = {
  columns: { fact: 'ANGABE', value: 'WAS BEKANNT IST', certainty: 'SICHERHEIT', checked: 'GEPRÜFT' },
  labels: {
    publicAccess: 'Ohne Anmeldung',
    openAddresses: 'Offene Schnittstellen',
    officialExport: 'Offizieller Export',
    exportFiles: 'Dateien darin',
    exportPage: 'Seite für den Export',
    deletionPage: 'Seite zum Löschen',
    deletionEffect: 'Folgen des Löschens',
    grace: 'Bedenkzeit',
    waits: 'Wartezeiten',
    handleReuse: 'Der Name danach',
    exitModes: 'Wege hinaus',
    loginToKeep: 'Anmelden zum Behalten',
    limits: 'Grenzen',
  },
  ways: {
    export: 'Weg zum Export',
    deactivate: 'Weg zum Deaktivieren',
    delete: 'Weg zum Löschen',
    redirect: 'Weg zum Weiterleiten',
    profile: 'Weg zum Profil',
    pin: 'Weg zum Anheften',
    messages: 'Weg zu den Nachrichten',
  },
  certainty: { high: 'hoch', medium: 'mittel', low: 'gering', unknown: 'unbekannt' },
  access: {
    whole: 'alles Öffentliche',
    part: 'ein Teil',
    'single-posts': 'einzelne Beiträge',
    login: 'so gut wie nichts',
    gone: 'den Dienst gibt es nicht mehr',
  },
  modes: { freeze: 'einfrieren und den Namen behalten', redirect: 'weiterleiten', delete: 'löschen' },
  limited: {
    post: 'Beitrag',
    title: 'Titel',
    name: 'Name',
    bio: 'Bio',
    about: 'Über uns',
    tagline: 'Slogan',
    description: 'Beschreibung',
    caption: 'Bildunterschrift',
    alt: 'Alternativtext',
    hashtags: 'Hashtags',
    'topic-tags': 'Themen-Tags',
    links: 'Links',
    fold: 'sichtbar vor „mehr“',
    subject: 'Betreff',
    preheader: 'Vorschautext',
  },
  counting: {
    'x-weighted': 'Zeichen nach dem Gewicht von X',
    'utf-16': 'UTF-16-Einheiten',
    graphemes: 'Grapheme',
    'utf-8-bytes': 'Bytes in UTF-8',
    'emoji-as-utf-8-bytes': 'Zeichen, Emojis nach Bytes',
    characters: 'Zeichen',
    pieces: '',
    'gsm-7': 'GSM-7-Zeichen',
    'ucs-2': 'UCS-2-Zeichen',
  },
  variants: { premium: 'Premium', api: 'über die API', single: 'eine Nachricht', part: 'je Teil einer langen' },
  none: 'keine mehr',
  due: 'neu prüfen',
  sources: 'Quellen:',
  everyLink: (length) => `jeder Link zählt ${length}`,
  days: (count) => (count === 1 ? '1 Tag' : `${count} Tage`),
};

export const channelWords: Readonly<Record<FactLanguage, ChannelWords>> = { de, en };
