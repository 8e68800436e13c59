import type { ExportLanguage } from '../../../model/export-format.ts';
import type { PostCounts, PostKind, PostMedia, PostSource } from '../../../model/post.ts';

/** The words round the posts, in one language. */
export interface Texts {
  readonly language: ExportLanguage;
  readonly locale: string;
  readonly allPosts: string;
  readonly search: string;
  readonly searchLabel: string;
  readonly skip: string;
  readonly filter: string;
  readonly channels: string;
  readonly kinds: string;
  readonly years: string;
  readonly undated: string;
  readonly posts: (count: string, isOne: boolean) => string;
  readonly span: (from: string, to: string) => string;
  readonly page: (page: string, of: string) => string;
  readonly pages: string;
  readonly newer: string;
  readonly older: string;
  readonly neighbours: string;
  readonly untitled: (kind: string, date: string) => string;
  readonly kind: Readonly<Record<PostKind, string>>;
  readonly kindPlural: Readonly<Record<PostKind, string>>;
  readonly medium: Readonly<Record<PostMedia['kind'], string>>;
  readonly withoutAlt: (number: number, of: number) => string;
  readonly notHad: string;
  readonly unreadable: string;
  readonly originalAddress: string;
  readonly openFile: string;
  readonly edited: string;
  readonly pinned: string;
  readonly excerpt: string;
  readonly warning: string;
  readonly replyTo: string;
  readonly quoteOf: string;
  readonly repostOf: string;
  readonly inArchive: string;
  readonly thread: (count: string) => string;
  readonly answers: string;
  readonly poll: string;
  readonly votes: (count: string, isOne: boolean) => string;
  readonly pollEnd: (date: string) => string;
  readonly tags: string;
  readonly counts: Readonly<Record<keyof PostCounts, (count: string, isOne: boolean) => string>>;
  readonly countedAt: (date: string) => string;
  readonly provenance: string;
  readonly captured: string;
  readonly snapshot: string;
  readonly record: string;
  readonly readFrom: string;
  readonly source: Readonly<Record<PostSource, string>>;
  readonly noRecord: string;
  readonly made: (software: string, date: string) => string;
  readonly offline: string;
  readonly anyChannel: string;
  readonly anyKind: string;
  readonly anyYear: string;
  readonly needsScript: string;
  readonly nothingYet: string;
  readonly more: (count: number) => string;
  /** For the search's own script; # stands for numbers. */
  readonly script: {
    readonly reading: string;
    readonly none: string;
    readonly one: string;
    readonly many: string;
    readonly prompt: string;
    readonly showMore: string;
  };
}

const german: Texts = {
  language: 'de',
  locale: 'de-DE',
  allPosts: 'Alle Beiträge',
  search: 'Suchen',
  searchLabel: 'In allen Beiträgen suchen',
  skip: 'Zum Inhalt',
  filter: 'Auswählen',
  channels: 'Kanäle',
  kinds: 'Arten',
  years: 'Jahre',
  undated: 'Ohne Datum',
  posts: (count, isOne) => (isOne ? '1 Beitrag' : `${count} Beiträge`),
  span: (from, to) => `${from} bis ${to}`,
  page: (page, of) => `Seite ${page} von ${of}`,
  pages: 'Seiten',
  newer: 'Neuere',
  older: 'Ältere',
  neighbours: 'Weitere Beiträge',
  untitled: (kind, date) => `${kind} vom ${date}`,
  kind: {
    post: 'Beitrag',
    article: 'Artikel',
    page: 'Seite',
    video: 'Video',
    story: 'Story',
    reply: 'Antwort',
    repost: 'Weitergegeben',
    quote: 'Zitat',
    comment: 'Kommentar',
  },
  kindPlural: {
    post: 'Beiträge',
    article: 'Artikel',
    page: 'Seiten',
    video: 'Videos',
    story: 'Storys',
    reply: 'Antworten',
    repost: 'Weitergegebenes',
    quote: 'Zitate',
    comment: 'Kommentare',
  },
  medium: { image: 'Bild', video: 'Video', audio: 'Tonaufnahme', file: 'Datei' },
  withoutAlt: (number, of) => (of === 1 ? 'Bild ohne Beschreibung' : `Bild ${number} von ${of}, ohne Beschreibung`),
  notHad: 'Nicht im Archiv',
  unreadable: 'Im Archiv, aber nicht lesbar',
  originalAddress: 'Ursprüngliche Adresse',
  openFile: 'Datei öffnen',
  edited: 'bearbeitet',
  pinned: 'Angeheftet',
  excerpt: 'Nur der Anfang ist im Archiv.',
  warning: 'Inhaltswarnung',
  replyTo: 'Antwort auf',
  quoteOf: 'Zitiert',
  repostOf: 'Weitergegeben von',
  inArchive: 'In diesem Archiv lesen',
  thread: (count) => `Teil einer Folge von ${count} Beiträgen`,
  answers: 'Antworten darauf',
  poll: 'Umfrage',
  votes: (count, isOne) => (isOne ? '1 Stimme' : `${count} Stimmen`),
  pollEnd: (date) => `Läuft bis ${date}`,
  tags: 'Schlagwörter',
  counts: {
    likes: (count) => `${count} × gefällt`,
    reposts: (count) => `${count} × weitergegeben`,
    quotes: (count) => `${count} × zitiert`,
    replies: (count) => `${count} × beantwortet`,
    views: (count) => `${count} × gesehen`,
    bookmarks: (count) => `${count} × gemerkt`,
  },
  countedAt: (date) => `Stand ${date}`,
  provenance: 'Herkunft',
  captured: 'Aufgenommen',
  snapshot: 'Snapshot',
  record: 'Datensatz',
  readFrom: 'Gelesen aus',
  source: {
    crawl: 'der Seite, wie sie zu sehen war',
    api: 'der offenen Schnittstelle',
    export: 'dem Export der Plattform',
  },
  noRecord: 'Zu diesem Beitrag ist kein Datensatz genannt.',
  made: (software, date) => `Erstellt mit ${software} am ${date}. Alle Zeiten in UTC.`,
  offline: 'Dieser Ordner braucht weder Server noch Netz.',
  anyChannel: 'Alle Kanäle',
  anyKind: 'Alle Arten',
  anyYear: 'Alle Jahre',
  needsScript: 'Die Suche braucht JavaScript. Alles andere geht ohne: Kanäle, Arten und Jahre stehen auf der Seite',
  nothingYet: 'Es gibt keine Beiträge.',
  more: (count) => `und ${count} weitere`,
  script: {
    reading: 'Die Suche wird vorbereitet: # Beiträge …',
    none: 'Nichts gefunden.',
    one: '1 Treffer',
    many: '# Treffer',
    prompt: '# Beiträge. Umlaute dürfen auch ae, oe, ue heißen.',
    showMore: 'Mehr zeigen',
  },
};

const english: Texts = {
  language: 'en',
  locale: 'en-GB',
  allPosts: 'All posts',
  search: 'Search',
  searchLabel: 'Search in all posts',
  skip: 'Skip to content',
  filter: 'Choose',
  channels: 'Channels',
  kinds: 'Kinds',
  years: 'Years',
  undated: 'Undated',
  posts: (count, isOne) => (isOne ? '1 post' : `${count} posts`),
  span: (from, to) => `${from} to ${to}`,
  page: (page, of) => `Page ${page} of ${of}`,
  pages: 'Pages',
  newer: 'Newer',
  older: 'Older',
  neighbours: 'More posts',
  untitled: (kind, date) => `${kind} of ${date}`,
  kind: {
    post: 'Post',
    article: 'Article',
    page: 'Page',
    video: 'Video',
    story: 'Story',
    reply: 'Reply',
    repost: 'Repost',
    quote: 'Quote',
    comment: 'Comment',
  },
  kindPlural: {
    post: 'Posts',
    article: 'Articles',
    page: 'Pages',
    video: 'Videos',
    story: 'Stories',
    reply: 'Replies',
    repost: 'Reposts',
    quote: 'Quotes',
    comment: 'Comments',
  },
  medium: { image: 'Picture', video: 'Video', audio: 'Recording', file: 'File' },
  withoutAlt: (number, of) => (of === 1 ? 'Picture without description' : `Picture ${number} of ${of}, no description`),
  notHad: 'Not in the archive',
  unreadable: 'In the archive, but not readable',
  originalAddress: 'Original address',
  openFile: 'Open the file',
  edited: 'edited',
  pinned: 'Pinned',
  excerpt: 'Only its beginning is in the archive.',
  warning: 'Content warning',
  replyTo: 'In reply to',
  quoteOf: 'Quotes',
  repostOf: 'Reposted from',
  inArchive: 'Read it in this archive',
  thread: (count) => `Part of a thread of ${count} posts`,
  answers: 'Replies to this',
  poll: 'Poll',
  votes: (count, isOne) => (isOne ? '1 vote' : `${count} votes`),
  pollEnd: (date) => `Open until ${date}`,
  tags: 'Tags',
  counts: {
    likes: (count, isOne) => (isOne ? '1 like' : `${count} likes`),
    reposts: (count, isOne) => (isOne ? '1 repost' : `${count} reposts`),
    quotes: (count, isOne) => (isOne ? '1 quote' : `${count} quotes`),
    replies: (count, isOne) => (isOne ? '1 reply' : `${count} replies`),
    views: (count, isOne) => (isOne ? '1 view' : `${count} views`),
    bookmarks: (count, isOne) => (isOne ? '1 bookmark' : `${count} bookmarks`),
  },
  countedAt: (date) => `as of ${date}`,
  provenance: 'Provenance',
  captured: 'Captured',
  snapshot: 'Snapshot',
  record: 'Record',
  readFrom: 'Read from',
  source: { crawl: 'the page as it was shown', api: 'the open interface', export: "the platform's export" },
  noRecord: 'No record is named for this post.',
  made: (software, date) => `Made with ${software} on ${date}. All times are UTC.`,
  offline: 'This folder needs no server and no network.',
  anyChannel: 'All channels',
  anyKind: 'All kinds',
  anyYear: 'All years',
  needsScript: 'The search needs JavaScript. All else works without: channels, kinds and years are listed on the page',
  nothingYet: 'There are no posts.',
  more: (count) => `and ${count} more`,
  script: {
    reading: 'Getting the search ready: # posts …',
    none: 'Nothing found.',
    one: '1 result',
    many: '# results',
    prompt: '# posts. Umlauts may be written ae, oe, ue.',
    showMore: 'Show more',
  },
};

export const htmlTexts: Readonly<Record<ExportLanguage, Texts>> = { de: german, en: english };

/** `8 January 2024`; '' for what is no date. */
export function dayText(iso: string | null, { locale }: Texts): string {
  return formatted(iso, locale, { dateStyle: 'long' });
}

/** `8 January 2024 at 08:15 UTC`; '' for what is no date. */
export function timeText(iso: string | null, { locale }: Texts): string {
  const text = formatted(iso, locale, { dateStyle: 'long', timeStyle: 'short' });
  return text === '' ? '' : `${text} UTC`;
}

export function countText(count: number, { locale }: Texts): string {
  return count.toLocaleString(locale);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatted(iso: string | null, locale: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(iso ?? Number.NaN);
  if (Number.isNaN(date.getTime())) return '';
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, format);
  return format.format(date);
}
