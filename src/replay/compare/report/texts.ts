import { momentIn, numberIn } from '../../../base/local-format.ts';
import type { GoneBecause, LookChange, Unfairness } from '../../../model/comparison.ts';

/** Every word of the page in one language. */
export interface ComparisonTexts {
  readonly language: 'de' | 'en';
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly state: Readonly<Record<'complete' | 'partial' | 'unknown', string>>;
  readonly pagesOf: (count: string) => string;
  readonly nothing: string;
  readonly careful: string;
  readonly unfair: (one: Unfairness) => string;
  readonly names: Readonly<
    Record<
      | 'newPosts'
      | 'backPosts'
      | 'latePosts'
      | 'editedPosts'
      | 'gonePosts'
      | 'unseenPosts'
      | 'counts'
      | 'newPages'
      | 'gonePages'
      | 'backPages'
      | 'movedPages'
      | 'changedPages'
      | 'everywhere'
      | 'unseenPages'
      | 'broken'
      | 'mended',
      string
    >
  >;
  readonly because: Readonly<Record<GoneBecause | 'no-longer-linked', string>>;
  readonly heading: string;
  readonly words: string;
  readonly media: (added: number, removed: number) => string;
  readonly removed: string;
  readonly added: string;
  readonly noText: string;
  readonly onPages: (count: number) => string;
  readonly movedTo: string;
  readonly look: (look: LookChange, hasText: boolean) => string;
  readonly before: string;
  readonly after: string;
  readonly slider: string;
  readonly mark: string;
  readonly noPictures: string;
  readonly more: (count: number) => string;
  readonly about: string;
  readonly countNames: Readonly<Record<string, string>>;
  readonly status: (status: number | null) => string;
  readonly foot: (madeAt: string) => string;
}

const deTime = (iso: string) => `${momentIn('de', iso)}`;
const enTime = (iso: string) => `${momentIn('en', iso)}`;
const share = (alike: number) => Math.floor(alike * 1000) / 10;

const german: ComparisonTexts = {
  language: 'de',
  title: 'Was sich geändert hat',
  from: 'Frühere Sicherung',
  to: 'Spätere Sicherung',
  state: { complete: 'vollständig', partial: 'unvollständig', unknown: 'ohne Bericht' },
  pagesOf: (count) => `${count} Seiten`,
  nothing: 'Es hat sich nichts geändert.',
  careful: 'Beim Lesen zu beachten',
  unfair: (one) => {
    switch (one.kind) {
      case 'other-channel':
        return `Die Sicherungen stammen von zwei Kanälen: ${one.before} und ${one.after}. Daher gilt nichts als verschwunden.`;
      case 'other-address':
        return `Die Sicherungen begannen bei ${one.before} und bei ${one.after}. Daher gilt nichts als verschwunden.`;
      case 'other-viewer':
        return `Die Seiten wurden nicht mit denselben Augen gesehen (${germanTraits[one.what]}: „${one.before}“, dann „${one.after}“). Unterschiede können allein daher kommen, und nichts gilt als verschwunden.`;
      case 'narrower-scope':
        return `Die spätere Sicherung hat weniger erfasst: ${germanScope(one)}. Daher gilt keine Seite als verschwunden, bloß weil nichts mehr zu ihr führt.`;
      case 'other-scope':
        return `Die Sicherungen haben nicht denselben Umfang: ${one.before}, dann ${one.after}. Daher gilt nichts als verschwunden.`;
      case 'partial':
        return `Die ${one.side === 'before' ? 'frühere' : 'spätere'} Sicherung ist unvollständig (Lücken: ${numberIn('de', one.gaps)}). Was ihr bloß fehlt, gilt als „nicht gesehen“, nicht als verschwunden.`;
      case 'no-report':
        return `Die ${one.side === 'before' ? 'frühere' : 'spätere'} Datei enthält keinen Bericht über ihre Aufnahme. Was sie ausgelassen hat, ist unbekannt, und nichts gilt als verschwunden.`;
      case 'backwards':
        return `Die erste Sicherung ist jünger als die zweite (${deTime(one.before)}, ${deTime(one.after)}). Verglichen wurde in der angegebenen Reihenfolge; was hier neu heißt, ist in Wahrheit verschwunden.`;
    }
  },
  names: {
    newPosts: 'Neue Beiträge',
    backPosts: 'Beiträge, die wieder da sind',
    latePosts: 'Ältere Beiträge, die vorher fehlten',
    editedPosts: 'Geänderte Beiträge',
    gonePosts: 'Verschwundene Beiträge',
    unseenPosts: 'Nicht gesehene Beiträge',
    counts: 'Zahlen, die sich bewegt haben',
    newPages: 'Neue Seiten',
    gonePages: 'Verschwundene Seiten',
    backPages: 'Seiten, die wieder da sind',
    movedPages: 'Umgezogene Seiten',
    changedPages: 'Geänderte Seiten',
    everywhere: 'Auf vielen Seiten gleich geändert',
    unseenPages: 'Nicht gesehene Seiten',
    broken: 'Neue tote Links',
    mended: 'Links, die wieder gehen',
  },
  because: {
    'platform-says': 'Die Plattform meldet den Beitrag als gelöscht.',
    'not-found': 'Die Adresse antwortet mit „nicht gefunden“.',
    'complete-list': 'Die spätere Sicherung enthält nachweislich alle Beiträge, diesen nicht.',
    'no-longer-linked': 'Keine Seite führt mehr dorthin.',
  },
  heading: 'Überschrift',
  words: 'Text',
  media: (added, removed) => `Medien: ${added} hinzugefügt, ${removed} entfernt`,
  removed: 'entfernt:',
  added: 'eingefügt:',
  noText: '(ohne Text)',
  onPages: (count) => (count === 1 ? 'auf einer Seite' : `auf ${numberIn('de', count)} Seiten`),
  movedTo: 'jetzt',
  look: (look, hasText) => {
    const same = hasText ? '' : ' Der Text ist unverändert.';
    const alike = `Das Bild ist zu ${share(look.alike).toLocaleString('de-DE')} % gleich.`;
    if (look.kind === 'band') return `${alike} Nur ein Streifen ist anders, etwa ein Banner.${same}`;
    if (look.kind === 'moved') {
      return `${alike} Die Seite steht ${Math.abs(look.movedBy)} Pixel ${look.movedBy > 0 ? 'tiefer' : 'höher'}.${same}`;
    }
    return alike + same;
  },
  before: 'Vorher',
  after: 'Nachher',
  slider: 'Vorher und nachher überblenden',
  mark: 'Unterschiede markieren',
  noPictures: 'Die Bilder dieser Seite sind hier nicht enthalten.',
  more: (count) => `und ${numberIn('de', count)} weitere`,
  about: 'etwa',
  countNames: {
    likes: 'Gefällt mir',
    reposts: 'geteilt',
    quotes: 'zitiert',
    replies: 'Antworten',
    views: 'Aufrufe',
    bookmarks: 'gemerkt',
    followers: 'Follower',
    following: 'folgt',
  },
  status: (status) => (status === null ? 'nicht abgefragt' : status === 0 ? 'keine Antwort' : String(status)),
  foot: (madeAt) => `Verglichen am ${deTime(madeAt)}. Diese Seite enthält alles, was sie zeigt, und lädt nichts nach.`,
};

const germanTraits = {
  login: 'Anmeldung',
  language: 'Sprache',
  timezone: 'Zeitzone',
  viewport: 'Fenstergröße',
  device: 'Gerät',
} as const;

type Narrower = Extract<Unfairness, { readonly kind: 'narrower-scope' }>;

function germanScope({ what, before, after }: Narrower): string {
  const kinds: Readonly<Record<string, string>> = {
    page: 'nur die Seite',
    prefix: 'dieser Pfad',
    host: 'die ganze Site',
  };
  if (what === 'include') return `nicht mehr eingeschlossen ist ${before}`;
  if (what === 'exclude') return `neu ausgeschlossen ist ${after}`;
  if (what === 'sitemaps') return 'Sitemaps wurden nicht mehr gelesen';
  if (what === 'kind') return `erst „${kinds[before] ?? before}“, dann „${kinds[after] ?? after}“`;
  return `Linktiefe erst ${before === 'any' ? 'unbegrenzt' : before}, dann ${after}`;
}

function englishScope({ what, before, after }: Narrower): string {
  if (what === 'include') return `${before} is no longer included`;
  if (what === 'exclude') return `${after} is newly excluded`;
  if (what === 'sitemaps') return 'sitemaps were no longer read';
  if (what === 'kind') return `scope “${before}”, then “${after}”`;
  return `link depth ${before === 'any' ? 'without a limit' : before}, then ${after}`;
}

const english: ComparisonTexts = {
  language: 'en',
  title: 'What changed',
  from: 'Earlier snapshot',
  to: 'Later snapshot',
  state: { complete: 'complete', partial: 'partial', unknown: 'without a report' },
  pagesOf: (count) => `${count} pages`,
  nothing: 'Nothing changed.',
  careful: 'Keep in mind',
  unfair: (one) => {
    switch (one.kind) {
      case 'other-channel':
        return `The snapshots are of two channels: ${one.before} and ${one.after}. Nothing is said to be gone.`;
      case 'other-address':
        return `The snapshots began at ${one.before} and at ${one.after}. Nothing is said to be gone.`;
      case 'other-viewer':
        return `The pages were not seen through the same eyes (${one.what}: “${one.before}”, then “${one.after}”). Differences may come from that alone, and nothing is said to be gone.`;
      case 'narrower-scope':
        return `The later snapshot took in less: ${englishScope(one)}. No page is said to be gone merely because nothing leads there any more.`;
      case 'other-scope':
        return `The snapshots did not take in the same: ${one.before}, then ${one.after}. Nothing is said to be gone.`;
      case 'partial':
        return `The ${one.side === 'before' ? 'earlier' : 'later'} snapshot is partial (gaps: ${numberIn('en', one.gaps)}). What is merely missing from it is “not seen”, not gone.`;
      case 'no-report':
        return `The ${one.side === 'before' ? 'earlier' : 'later'} file has no report of its crawl. What it left out is not known, and nothing is said to be gone.`;
      case 'backwards':
        return `The first snapshot is younger than the second (${enTime(one.before)}, ${enTime(one.after)}). They are compared in the order given; what is called new here has in truth gone.`;
    }
  },
  names: {
    newPosts: 'New posts',
    backPosts: 'Posts that are back again',
    latePosts: 'Older posts that were not there before',
    editedPosts: 'Edited posts',
    gonePosts: 'Posts that are gone',
    unseenPosts: 'Posts not seen',
    counts: 'Counts that moved',
    newPages: 'New pages',
    gonePages: 'Pages that are gone',
    backPages: 'Pages that are back again',
    movedPages: 'Pages that moved',
    changedPages: 'Changed pages',
    everywhere: 'Changed alike on many pages',
    unseenPages: 'Pages not seen',
    broken: 'Links newly broken',
    mended: 'Links mended',
  },
  because: {
    'platform-says': 'The platform says that the post is gone.',
    'not-found': 'The address answers “not found”.',
    'complete-list': 'The later snapshot is proved to hold every post, and does not hold this one.',
    'no-longer-linked': 'No page leads there any more.',
  },
  heading: 'Title',
  words: 'Text',
  media: (added, removed) => `Media: ${added} added, ${removed} removed`,
  removed: 'removed:',
  added: 'added:',
  noText: '(no text)',
  onPages: (count) => (count === 1 ? 'on one page' : `on ${numberIn('en', count)} pages`),
  movedTo: 'now',
  look: (look, hasText) => {
    const same = hasText ? '' : ' The text is the same.';
    const alike = `The picture is ${share(look.alike)}% alike.`;
    if (look.kind === 'band') return `${alike} Only a strip differs, such as a banner.${same}`;
    if (look.kind === 'moved') {
      return `${alike} The page stands ${Math.abs(look.movedBy)} pixels ${look.movedBy > 0 ? 'lower' : 'higher'}.${same}`;
    }
    return alike + same;
  },
  before: 'Before',
  after: 'After',
  slider: 'Wipe between before and after',
  mark: 'Mark the differences',
  noPictures: 'The pictures of this page are not included here.',
  more: (count) => `and ${numberIn('en', count)} more`,
  about: 'about',
  countNames: {},
  status: (status) => (status === null ? 'not asked for' : status === 0 ? 'no answer' : String(status)),
  foot: (madeAt) => `Compared on ${enTime(madeAt)}. This page holds everything it shows and loads nothing.`,
};

export const comparisonTexts: Readonly<Record<'de' | 'en', ComparisonTexts>> = { de: german, en: english };
