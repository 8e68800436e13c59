/** The words of the demo blog. Pictures are named by path below uploads/, without size and ending. */
export type Language = 'de' | 'en';

export const LANGUAGES: readonly Language[] = ['de', 'en'];

export interface BlogPost {
  readonly id: number;
  readonly language: Language;
  readonly slug: string;
  /** `/de/2026/10/abschied-vom-blog/` */
  readonly path: string;
  readonly title: string;
  /** UTC ISO 8601, to the second. */
  readonly date: string;
  readonly author: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly image: string;
  readonly imageAlt: string;
  readonly excerpt: string;
  /** Slug of the same post in the other language. */
  readonly translation: string | undefined;
  readonly markdown: string;
  readonly comments: readonly BlogComment[];
}

/** A page that stands outside the stream of posts. `unlinked` ones are in the sitemap only. */
export interface BlogPage {
  readonly id: number;
  readonly language: Language;
  readonly slug: string;
  readonly path: string;
  readonly title: string;
  readonly kind: 'plain' | 'hero' | 'slow' | 'finder' | 'unlinked';
  readonly translation: string | undefined;
  readonly markdown: string;
}

export interface BlogComment {
  readonly id: number;
  readonly author: string;
  readonly date: string;
  readonly text: string;
  /** Id of the comment it answers. */
  readonly parent?: number;
}

type Names = Readonly<Record<string, string>>;

export interface BlogTerms {
  readonly authors: Names;
  readonly categories: Readonly<Record<Language, Names>>;
  readonly tags: Readonly<Record<Language, Names>>;
  readonly gallery: readonly { readonly file: string; readonly caption: string }[];
}

export interface Blog {
  /** `http://127.0.0.1:8080`, no slash at the end. */
  readonly origin: string;
  /** The profile on the social network. */
  readonly socialUrl: string;
  /** The profile in the fediverse. */
  readonly fediverseUrl: string;
  /** The page the embedded player is loaded from. */
  readonly embedUrl: string;
  /** Newest first. */
  readonly posts: readonly BlogPost[];
  readonly pages: readonly BlogPage[];
  readonly terms: BlogTerms;
}

export const POSTS_PER_PAGE = 4;

/** Front page of one language, or a later page of it. */
export function homePath(language: Language, page = 1): string {
  const base = language === 'de' ? '/' : '/en/';
  return page === 1 ? base : `${base}page/${page}/`;
}

export function postsIn(blog: Blog, language: Language): readonly BlogPost[] {
  return blog.posts.filter((post) => post.language === language);
}

export function homePages(blog: Blog, language: Language): number {
  return Math.ceil(postsIn(blog, language).length / POSTS_PER_PAGE);
}

/** A list of posts by author, category or tag. */
export interface Archive {
  readonly kind: 'author' | 'category' | 'tag';
  readonly language: Language;
  readonly slug: string;
  readonly name: string;
  readonly path: string;
  readonly posts: readonly BlogPost[];
}

export function archivePath(language: Language, kind: Archive['kind'], slug: string): string {
  return `/${language}/${kind}/${slug}/`;
}

/** Every archive that holds at least one post, as WordPress makes them by itself. */
export function archivesOf(blog: Blog): readonly Archive[] {
  const { authors, categories, tags } = blog.terms;
  return LANGUAGES.flatMap((language) => {
    const posts = postsIn(blog, language);
    const list = (kind: Archive['kind'], names: Names, has: (post: BlogPost, slug: string) => boolean): Archive[] =>
      Object.entries(names).map(([slug, name]) => {
        const path = archivePath(language, kind, slug);
        return { kind, language, slug, name, path, posts: posts.filter((post) => has(post, slug)) };
      });
    return [
      ...list('category', categories[language], (post, slug) => post.category === slug),
      ...list('tag', tags[language], (post, slug) => post.tags.includes(slug)),
      ...list('author', authors, (post, slug) => post.author === slug),
    ];
  }).filter((archive) => archive.posts.length > 0);
}
