import type { Verdict } from '../model/completeness.ts';
import type { FactLanguage } from '../model/platform.ts';
import type { PostKind } from '../model/post.ts';
import { formatCount } from './format.ts';

type Forms = readonly [one: string, many: string];

export interface CompletenessWords {
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly kinds: Readonly<Record<PostKind, Forms>>;
  readonly media: Forms;
  readonly comments: Forms;
}

const en: CompletenessWords = {
  verdicts: {
    complete: 'complete',
    'complete-with-named-gaps': 'complete, with named gaps',
    incomplete: 'incomplete',
    'cannot-tell': 'cannot tell',
  },
  kinds: {
    post: ['post', 'posts'],
    article: ['article', 'articles'],
    page: ['page', 'pages'],
    video: ['video', 'videos'],
    story: ['story', 'stories'],
    reply: ['reply', 'replies'],
    repost: ['repost', 'reposts'],
    quote: ['quote', 'quotes'],
    comment: ['comment of our own', 'comments of our own'],
  },
  media: ['picture or film', 'pictures and films'],
  comments: ['comment by others', 'comments by others'],
};

const de: CompletenessWords = {
  verdicts: {
    complete: 'vollständig',
    'complete-with-named-gaps': 'vollständig, bis auf benannte Lücken',
    incomplete: 'unvollständig',
    'cannot-tell': 'nicht zu sagen',
  },
  kinds: {
    post: ['Beitrag', 'Beiträge'],
    article: ['Artikel', 'Artikel'],
    page: ['Seite', 'Seiten'],
    video: ['Video', 'Videos'],
    story: ['Story', 'Storys'],
    reply: ['Antwort', 'Antworten'],
    repost: ['geteilter Beitrag', 'geteilte Beiträge'],
    quote: ['zitierter Beitrag', 'zitierte Beiträge'],
    comment: ['eigener Kommentar', 'eigene Kommentare'],
  },
  media: ['Bild oder Film', 'Bilder und Filme'],
  comments: ['Kommentar anderer', 'Kommentare anderer'],
};

export const completenessWords: Readonly<Record<FactLanguage, CompletenessWords>> = { de, en };

/** `4,812`; German writes `4.812`. */
export function countText(count: number, language: FactLanguage): string {
  return language === 'de' ? formatCount(count).replaceAll(',', '.') : formatCount(count);
}

/** `1 article`, `24 articles` */
export function countOf(count: number, [one, many]: Forms, language: FactLanguage): string {
  return `${countText(count, language)} ${count === 1 ? one : many}`;
}
