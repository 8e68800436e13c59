import type { Post, PostAuthor, PostReference } from '../model/post.ts';
import { postAddressKey, postIdKey } from '../model/post-address.ts';

/** Knows the brand by what it wrote: its posts by id and address, itself by its names. */
export class OwnVoice {
  readonly #posts = new Set<string>();
  readonly #names = new Set<string>();

  hear({ id, url, kind, author }: Post): void {
    this.#posts.add(postIdKey(id, kind === 'comment'));
    if (url !== null) this.#posts.add(postAddressKey(url));
    for (const name of namesOf(author)) this.#names.add(name);
  }

  /** An own post, or one that says that the brand wrote it. */
  isOwn({ id, url, author }: PostReference): boolean {
    if (author !== null) return this.isAuthor(author);
    return (id !== null && this.isOwnId(id)) || (url !== null && this.#posts.has(postAddressKey(url)));
  }

  /** @param id of a post, or of the thread that began with it */
  isOwnId(id: string): boolean {
    return this.#posts.has(postIdKey(id, false)) || this.#posts.has(postIdKey(id, true));
  }

  isAuthor(author: PostAuthor): boolean {
    return namesOf(author).some((name) => this.#names.has(name));
  }

  /** @param handle with or without a server, without @ before it */
  isHandle(handle: string): boolean {
    return this.#names.has(handle.toLowerCase());
  }
}

/** A name that people see is none: two may be called the same. */
function namesOf(author: PostAuthor | null): readonly string[] {
  const { id, handle, url } = author ?? {};
  const names = [id, handle?.toLowerCase(), url === null || url === undefined ? null : postAddressKey(url)];
  return names.filter((name) => name !== null && name !== undefined);
}
