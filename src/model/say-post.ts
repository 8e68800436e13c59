import type { PostName } from './comparison.ts';
import type { Post } from './post.ts';

const CHARACTERS = 160;

/** A post as comparisons and histories name it: by its title, else by how it begins; '' for one of media alone. */
export function sayPost({ id, url, kind, published, title, text }: Post): PostName {
  const says = (title ?? text.slice(0, 10_000)).replace(/\s+/g, ' ').trim().slice(0, CHARACTERS);
  return { id, url, kind, published, says };
}
