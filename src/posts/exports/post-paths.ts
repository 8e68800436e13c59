import { createHash } from 'node:crypto';
import type { Post } from '../../model/post.ts';
import { excerptOf } from './cut-text.ts';
import { slugOf } from './slug.ts';

/** Gives each post a path of its own: `2024/2024-01-08-guten-morgen`. Remembers those it has given. */
export class PostPaths {
  readonly #given = new Set<string>();

  /** Without an ending. The same posts in the same order get the same paths. */
  pathFor(post: Post): string {
    const day = dayOf(post.published);
    const name = slugOf(post.title ?? '') || slugOf(excerptOf(post.text, 60)) || `${post.kind}-${idPart(post)}`;
    const first = day === null ? `undated/${name}` : `${day.slice(0, 4)}/${day}-${name}`;
    const candidates = [first, `${first}-${idPart(post)}`, `${first}-${hashPart(post)}`];
    const path = candidates.find((candidate) => !this.#given.has(candidate)) ?? this.#numbered(first);
    this.#given.add(path);
    return path;
  }

  #numbered(first: string): string {
    let number = 2;
    while (this.#given.has(`${first}-${number}`)) number += 1;
    return `${first}-${number}`;
  }
}

/** `2024-01-08`; null for what is no date with a year of four digits. */
function dayOf(published: string | null): string | null {
  const date = new Date(published ?? Number.NaN);
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? text : null;
}

/** The platform's own id where it is short; else something made of it. */
function idPart(post: Post): string {
  const slug = slugOf(post.id);
  return slug !== '' && slug.length <= 24 && !URL.canParse(post.id) ? slug : hashPart(post);
}

function hashPart({ platform, channel, id }: Post): string {
  return createHash('sha256')
    .update(JSON.stringify([platform, channel, id]))
    .digest('hex')
    .slice(0, 10);
}
