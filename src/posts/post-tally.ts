import type { MissingMedia } from '../model/completeness.ts';
import type { Listed } from '../model/finding.ts';
import type { Post, PostKind } from '../model/post.ts';
import { postAddressKey, postIdKey } from '../model/post-address.ts';

/** Counts posts as they go by, and remembers which they were. */
export class PostTally {
  readonly byKind = new Map<PostKind, number>();
  readonly missingMedia: MissingMedia[] = [];
  /** Own posts of which only a part was read. */
  readonly cutOff: { readonly id: string; readonly url: string | null }[] = [];
  own = 0;
  comments = 0;
  mediaKnown = 0;
  mediaHad = 0;
  readonly #known = new Map<string, PostKind>();
  readonly #whyMissing: (url: string) => string;

  /** @param whyMissing what is known about an address that is not in the archive, as a phrase */
  constructor(whyMissing: (url: string) => string) {
    this.#whyMissing = whyMissing;
  }

  add(post: Post): void {
    const { id, kind, isOwn, media } = post;
    this.#remember(post);
    if (isOwn) {
      this.own += 1;
      this.byKind.set(kind, (this.byKind.get(kind) ?? 0) + 1);
      if (post.extent === 'part') this.cutOff.push({ id, url: post.url });
    } else this.comments += 1;
    for (const medium of media) {
      this.mediaKnown += 1;
      if (medium.archive !== null) this.mediaHad += 1;
      else this.missingMedia.push({ url: medium.url, post: id, why: this.#whyMissing(medium.url) });
    }
  }

  has(listed: Pick<Listed, 'id' | 'url' | 'kind'>): boolean {
    return this.kindOf(listed) !== undefined;
  }

  /** What a listed post turned out to be; undefined when it was not had. */
  kindOf({ id, url, kind }: Pick<Listed, 'id' | 'url' | 'kind'>): PostKind | undefined {
    const byId = id === null ? undefined : this.#known.get(postIdKey(id, kind === 'comment'));
    return byId ?? (url === null ? undefined : this.#known.get(addressKey(url, kind === 'comment')));
  }

  /** Own posts of some kinds; each kind is counted once, however often it is named. */
  ofKinds(kinds: readonly PostKind[]): number {
    return [...new Set(kinds)].reduce((sum, kind) => sum + (this.byKind.get(kind) ?? 0), 0);
  }

  #remember({ id, url, kind }: Post): void {
    const isComment = kind === 'comment';
    this.#known.set(postIdKey(id, isComment), kind);
    if (url !== null) this.#known.set(addressKey(url, isComment), kind);
  }
}

/** A comment has often no address but its post's, and must not stand in for it. */
function addressKey(url: string, isComment: boolean): string {
  return isComment ? `comment ${postAddressKey(url)}` : postAddressKey(url);
}
