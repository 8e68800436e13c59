import type { Blog, BlogPost } from './blog.ts';
import { loadLaterPosts } from './load-blog.ts';

/** What may happen on the blog while somebody archives it. */
export const blogEvents = ['last-post', 'correction', 'deletion'] as const;
export type BlogEvent = (typeof blogEvents)[number];

/** Which post is corrected, and what it says before and after. */
export const CORRECTION = {
  slug: 'zwei-toene-eine-eule',
  from: 'Dafür haben wir vierzehn Monate gebraucht',
  to: 'Dafür haben wir fünfzehn Monate gebraucht',
} as const;

/** Which post is taken down. Nothing else links to it. */
export const DELETED = 'leise-zeiten';

/**
 * The blog after something has happened on it: the brand's last post appears in both languages, an old one is corrected, or
 * one is taken down. Twice is the same as once.
 */
export function afterBlogEvent(blog: Blog, event: BlogEvent): Blog {
  if (event === 'correction') return { ...blog, posts: blog.posts.map(corrected) };
  if (event === 'deletion') return { ...blog, posts: blog.posts.filter(({ slug }) => slug !== DELETED) };
  const later = loadLaterPosts().filter(({ id }) => !blog.posts.some((post) => post.id === id));
  return { ...blog, posts: [...later, ...blog.posts] };
}

function corrected(post: BlogPost): BlogPost {
  if (post.slug !== CORRECTION.slug) return post;
  const right = (text: string): string => text.replace(CORRECTION.from, CORRECTION.to);
  return {
    ...post,
    excerpt: right(post.excerpt),
    markdown: post.markdown.replace('Vierzehn Monate', 'Fünfzehn Monate'),
  };
}
