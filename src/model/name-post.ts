import type { Post } from './post.ts';
import type { NamedPost } from './statement.ts';

const LENGTH = 80;

/** A post as lists name it, where there is no room for all of it. */
export function namePost(post: Pick<Post, 'id' | 'url' | 'published' | 'title' | 'text'>): NamedPost {
  const { id, url, published, title, text } = post;
  return { id, url, published, words: firstWords(title ?? text) };
}

/** On one line, cut after a word where there is one. */
function firstWords(text: string): string {
  const line = text
    .slice(0, LENGTH * 4)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= LENGTH) return line;
  const cut = line.slice(0, LENGTH).replace(/[\ud800-\udbff]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${space > LENGTH / 2 ? cut.slice(0, space) : cut}…`;
}
