import type { FactLanguage } from '../model/platform.ts';
import type { PostKind } from '../model/post.ts';

/** What reports count, each as a person says it of one and of several. */
export type CountedThing = 'post' | 'video' | 'page' | 'article' | 'medium' | 'unreadable' | 'cut-off' | 'gap';

type Forms = readonly [one: string, many: string];

const words: Readonly<Record<FactLanguage, Readonly<Record<CountedThing, Forms>>>> = {
  en: {
    post: ['post', 'posts'],
    video: ['video', 'videos'],
    page: ['page', 'pages'],
    article: ['article', 'articles'],
    medium: ['picture or film', 'pictures and films'],
    unreadable: ['post that could not be read', 'posts that could not be read'],
    'cut-off': ['post that is only there in part', 'posts that are only there in part'],
    gap: ['gap in the pages', 'gaps in the pages'],
  },
  de: {
    post: ['Beitrag', 'Beiträge'],
    video: ['Video', 'Videos'],
    page: ['Seite', 'Seiten'],
    article: ['Artikel', 'Artikel'],
    medium: ['Bild oder Film', 'Bilder und Filme'],
    unreadable: ['nicht lesbarer Beitrag', 'nicht lesbare Beiträge'],
    'cut-off': ['nur in Teilen gesicherter Beitrag', 'nur in Teilen gesicherte Beiträge'],
    gap: ['Lücke in den Seiten', 'Lücken in den Seiten'],
  },
};

/** 4812 → `4,812`, in German `4.812`. */
export function countIn(language: FactLanguage, count: number): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, language === 'de' ? '.' : ',');
}

/** `1 post`, `4,812 posts`; `1 Beitrag`, `4.812 Beiträge`. */
export function counted(language: FactLanguage, count: number, thing: CountedThing): string {
  return `${countIn(language, count)} ${named(language, count, thing)}`;
}

/** The word alone, as it stands with `count`. */
export function named(language: FactLanguage, count: number, thing: CountedThing): string {
  const [one, many] = words[language][thing];
  return count === 1 ? one : many;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(language: FactLanguage, parts: readonly string[]): string {
  const and = language === 'de' ? 'und' : 'and';
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}

const datives: Readonly<Partial<Record<CountedThing, Forms>>> = {
  post: ['Beitrag', 'Beiträgen'],
  article: ['Artikel', 'Artikeln'],
};

/** German after `von`: `22 von 24 Beiträgen`. */
export function dative(count: number, thing: CountedThing): string {
  return datives[thing]?.[count === 1 ? 0 : 1] ?? named('de', count, thing);
}

/** What posts of these kinds are called: videos where all are, pages where all are, and else posts. */
export function nounOf(kinds: readonly PostKind[]): CountedThing {
  const [first, ...others] = [...new Set(kinds)];
  if (others.length > 0) return 'post';
  return first === 'video' || first === 'page' || first === 'article' ? first : 'post';
}
