import type { FactLanguage } from '../model/platform.ts';
import { countText } from './completeness-words.ts';

/** Every word of `channel status` around the numbers, in one language. */
export interface StatusWords {
  readonly columns: readonly [
    id: string,
    platform: string,
    verdict: string,
    posts: string,
    missing: string,
    taken: string,
  ];
  readonly noSnapshot: string;
  readonly notAssessed: string;
  readonly nothingYet: string;
  readonly noChannels: string;
  readonly fileGone: (file: string) => string;
  readonly newer: (id: string) => string;
  readonly old: (days: number) => string;
  /** `3 of 5 channels are complete.` */
  readonly summary: (complete: number, all: number) => string;
  readonly age: (days: number) => string;
  readonly taken: (age: string) => string;
  readonly gaps: string;
  readonly next: string;
  readonly take: string;
  readonly verify: string;
  readonly details: string;
  readonly aboutLeaving: string;
  /** Posts that were deleted after publication. */
  readonly gonePosts: (posts: number) => string;
  /** What an imported export holds. */
  readonly exported: (posts: number, day: string) => string;
  readonly statement: string;
  readonly missingTitle: string;
  readonly list: string;
}

const en: StatusWords = {
  columns: ['CHANNEL', 'PLATFORM', 'VERDICT', 'POSTS', 'MISSING', 'TAKEN'],
  noSnapshot: 'no snapshot',
  notAssessed: 'not assessed',
  nothingYet: 'There is no snapshot of it yet.',
  noChannels: 'No channels yet. Add one with: lastpost channel add https://x.com/example',
  fileGone: (file) => `Its file is gone: ${file}. Put it back from your backup.`,
  newer: (id) => `There is a newer snapshot, ${id}, in which no posts were read.`,
  old: (days) => `The snapshot is ${days} days old: what was posted since is not in it.`,
  summary: (complete, all) =>
    all === 1
      ? `The channel is ${complete === 1 ? '' : 'not '}complete.`
      : `${countText(complete, 'en')} of ${countText(all, 'en')} channels ${complete === 1 ? 'is' : 'are'} complete.`,
  age: (days) => (days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`),
  taken: (age) => `taken ${age}`,
  gaps: 'Gaps:',
  next: 'Next:',
  take: 'Keep a copy:',
  verify: 'Check the file:',
  details: 'See what is missing:',
  aboutLeaving: 'See how to get the official export:',
  gonePosts: (posts) =>
    posts === 1
      ? '1 post was deleted after publication and is still kept here.'
      : `${countText(posts, 'en')} posts were deleted after publication and are still kept here.`,
  exported: (posts, day) =>
    `The official export of ${day} holds ${countText(posts, 'en')} ${posts === 1 ? 'post' : 'posts'}.`,
  statement: 'What both together hold:',
  missingTitle: 'What is missing, one by one:',
  list: 'No posts were read in its snapshots. Take a new one:',
};

const de: StatusWords = {
  columns: ['KANAL', 'PLATTFORM', 'URTEIL', 'BEITRÄGE', 'ES FEHLEN', 'GESICHERT'],
  noSnapshot: 'keine Sicherung',
  notAssessed: 'nicht bewertet',
  nothingYet: 'Von diesem Kanal gibt es noch keine Sicherung.',
  noChannels: 'Noch keine Kanäle. Einen hinzufügen: lastpost channel add https://x.com/example',
  fileGone: (file) => `Die Datei ist verschwunden: ${file}. Holen Sie sie aus Ihrem Backup zurück.`,
  newer: (id) => `Es gibt eine neuere Sicherung, ${id}, in der keine Beiträge gelesen wurden.`,
  old: (days) => `Die Sicherung ist ${days} Tage alt: Was seitdem veröffentlicht wurde, fehlt darin.`,
  summary: (complete, all) =>
    all === 1
      ? `Der Kanal ist ${complete === 1 ? '' : 'nicht '}vollständig.`
      : `${countText(complete, 'de')} von ${countText(all, 'de')} Kanälen ${complete === 1 ? 'ist' : 'sind'} vollständig.`,
  age: (days) => (days === 0 ? 'heute' : days === 1 ? 'gestern' : `vor ${days} Tagen`),
  taken: (age) => `${age} gesichert`,
  gaps: 'Lücken:',
  next: 'Als Nächstes:',
  take: 'Eine Sicherung anlegen:',
  verify: 'Die Datei prüfen:',
  details: 'Nachsehen, was fehlt:',
  aboutLeaving: 'Nachsehen, wie man den offiziellen Export bekommt:',
  gonePosts: (posts) =>
    posts === 1
      ? '1 Beitrag wurde nach der Veröffentlichung gelöscht und ist hier noch erhalten.'
      : `${countText(posts, 'de')} Beiträge wurden nach der Veröffentlichung gelöscht und sind hier noch erhalten.`,
  exported: (posts, day) =>
    `Der offizielle Export vom ${day} enthält ${countText(posts, 'de')} ${posts === 1 ? 'Beitrag' : 'Beiträge'}.`,
  statement: 'Was beide zusammen enthalten:',
  missingTitle: 'Was fehlt, einzeln:',
  list: 'In den Sicherungen wurden keine Beiträge gelesen. Legen Sie eine neue an:',
};

export const statusWords: Readonly<Record<FactLanguage, StatusWords>> = { de, en };
