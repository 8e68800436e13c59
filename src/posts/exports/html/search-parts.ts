import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Post } from '../../../model/post.ts';
import { titleOf } from '../post-title.ts';
import { channelOf, yearOf } from './outline.ts';

/** A post as the search in the browser knows it. Names are short: they are there once a post. */
export interface SearchedPost {
  /** Path of its page below `posts/`. */
  readonly p: string;
  /** What it is called in the results. */
  readonly t: string;
  readonly x: string;
  /** What else is searched: tags, alternative texts, authors, quoted words. */
  readonly o: string;
  readonly d: string;
  readonly y: string;
  readonly c: string;
  readonly k: string;
}

/** A browser reads scripts of this size without a pause one notices. */
const PART_CHARACTERS = 1 << 20;

/** The posts for the search, in scripts: a page that is opened from the disk may load those and nothing else. */
export class SearchParts {
  readonly #folder: string;
  #lines: string[] = [];
  #characters = 0;
  readonly files: string[] = [];

  /** @param folder of the export; `search` in it must be there */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async add(post: Post, path: string): Promise<void> {
    const line = scriptText(searched(post, path));
    this.#lines.push(line);
    this.#characters += line.length;
    if (this.#characters >= PART_CHARACTERS) await this.finish();
  }

  /** Writes what is left. */
  async finish(): Promise<void> {
    if (this.#lines.length === 0) return;
    const file = `search/part-${String(this.files.length + 1).padStart(3, '0')}.js`;
    const script = `(globalThis.lastpostPosts ??= []).push(\n${this.#lines.join(',\n')}\n);\n`;
    await writeFile(join(this.#folder, file), script);
    this.files.push(file);
    this.#lines = [];
    this.#characters = 0;
  }
}

function searched(post: Post, path: string): SearchedPost {
  const { text, tags, media, author, quoteOf, repostOf, replyTo, poll, warning } = post;
  const others = [quoteOf, repostOf, replyTo].flatMap((of) => [of?.text, of?.author?.name, of?.author?.handle]);
  const more = [
    ...tags,
    ...media.map(({ alt }) => alt),
    ...(poll?.options.map((option) => option.text) ?? []),
    ...(post.isOwn ? [] : [author?.name, author?.handle]),
    ...others,
    warning,
  ];
  return {
    p: path,
    t: titleOf(post),
    x: text,
    o: more.filter((part) => part != null && part !== '').join('\n'),
    d: post.published ?? '',
    y: yearOf(post.published),
    c: channelOf(post),
    k: post.kind,
  };
}

/** JSON is JavaScript; the signs that could end a script or a line are written as numbers all the same. */
function scriptText(value: SearchedPost): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
