import { sha256 } from '../base/digest.ts';
import type { ArchivePlace, Post, PostAuthor, PostReference } from '../model/post.ts';
import type { OwnVoice } from './own-voice.ts';

/** `@mira`, `@mira@example.social`, and the same in an address; not the rest of an e-mail address. */
const mention =
  /(?<![\p{L}\p{N}._%+-])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}.-]*[\p{L}\p{N}])?)/gu;
const mail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Shorter ones are words as well. */
const SHORTEST_NAME = 3;

/** Gives each person a number, the same wherever they write or are spoken to. */
export class People {
  readonly #own: OwnVoice;
  readonly #numbers = new Map<string, number>();
  /** Handles of those who wrote, in lower case. */
  readonly #handles = new Map<string, number>();
  /** What they are called, letter for letter. */
  readonly #names = new Map<string, number>();

  constructor(own: OwnVoice) {
    this.#own = own;
  }

  /** Own words stay as they are; whom they answer gets a number. */
  inOwnPost(post: Post): Post {
    return { ...post, ...this.#around(post) };
  }

  /**
   * A comment with a number in place of its author, and without what shows who that is: its address, its markup, its links
   * and its pictures.
   */
  inComment(post: Post): Post {
    const author = this.#named(post.author);
    const text = (said: string): string => this.#inText(said);
    return {
      ...post,
      ...this.#around(post),
      id: pseudonymOf(post.id),
      url: null,
      author,
      title: post.title === null ? null : text(post.title),
      text: text(post.text),
      warning: post.warning === null ? null : text(post.warning),
      html: null,
      links: [],
      media: [],
      quoteOf: this.#inReference(post.quoteOf),
      repostOf: this.#inReference(post.repostOf),
      archive: withoutName(post.archive, post.author),
    };
  }

  #around({ replyTo, thread }: Post): Pick<Post, 'replyTo' | 'thread'> {
    const isOwnThread = thread === null || this.#own.isOwnId(thread);
    return { replyTo: this.#inReference(replyTo), thread: isOwnThread ? thread : pseudonymOf(thread) };
  }

  #inReference(reference: PostReference | null): PostReference | null {
    if (reference === null || this.#own.isOwn(reference)) return reference;
    const { id, author, text } = reference;
    return {
      id: id === null ? null : pseudonymOf(id),
      url: null,
      author: this.#named(author),
      text: text === null ? null : this.#inText(text),
    };
  }

  #named(author: PostAuthor | null): PostAuthor | null {
    if (author === null || this.#own.isAuthor(author)) return author;
    const number = this.#numberOf(author.handle ?? author.id ?? author.url ?? author.name ?? '');
    if (author.handle !== null) this.#handles.set(author.handle.toLowerCase(), number);
    for (const name of [author.handle, author.name]) {
      if (name !== null && name.length >= SHORTEST_NAME) this.#names.set(name, number);
    }
    return { id: null, handle: null, name: `Person ${number}`, url: null };
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key.toLowerCase()) ?? this.#numbers.size + 1;
    this.#numbers.set(key.toLowerCase(), known);
    return known;
  }

  /** Takes mentions, e-mail addresses and the names of people who have written out of a text. */
  #inText(text: string): string {
    return this.#withoutNames(
      text
        .replace(mail, (found, at: number) => (text[at - 1] === '@' ? found : '[e-mail]'))
        .replace(mention, (found, handle: string) => (this.#own.isHandle(handle) ? found : this.#mentioned(handle))),
    );
  }

  #mentioned(handle: string): string {
    return `@Person ${this.#handles.get(handle.toLowerCase()) ?? this.#numberOf(handle)}`;
  }

  /** First and second name stand beside each other. */
  #withoutNames(text: string): string {
    const parts = text.split(/([\p{L}\p{N}_]+)/u);
    for (let at = 1; at < parts.length; at += 2) {
      const length = [3, 1].find((count) => this.#names.has(parts.slice(at, at + count).join('')));
      if (length === undefined) continue;
      const number = this.#names.get(parts.slice(at, at + length).join(''));
      parts.splice(at, length, `Person ${number}`);
    }
    return parts.join('');
  }
}

/** The same for the same id, so that an answer still points to its comment, in every snapshot. */
function pseudonymOf(id: string): string {
  return `comment-${sha256(id).slice(7, 23)}`;
}

/** Some records are found under an address that says who wrote. */
function withoutName(archive: ArchivePlace | null, author: PostAuthor | null): ArchivePlace | null {
  if (archive === null) return null;
  const address = archive.url.toLowerCase();
  const names = [author?.handle, author?.id].filter((name) => typeof name === 'string' && name.length >= SHORTEST_NAME);
  return names.some((name) => address.includes(String(name).toLowerCase())) ? null : archive;
}
