import type { MissingMedia } from '../model/completeness.ts';
import type { Listed } from '../model/finding.ts';
import type { Post, PostKind } from '../model/post.ts';
import { postAddressKey } from './post-address.ts';

/** Counts posts as they go by, and remembers which they were. */
export class PostTally {
  readonly byKind = new Map<PostKind, number>();
  readonly missingMedia: MissingMedia[] = [];
  own = 0;
  comments = 0;
  mediaKnown = 0;
  mediaHad = 0;
  readonly #known = new Set<string>();
  readonly #whyMissing: (url: string) => string;

  /** @param whyMissing what is known about an address that is not in the archive, as a phrase */
  constructor(whyMissing: (url: string) => string) {
    this.#whyMissing = whyMissing;
  }

  add({ id, url, kind, isOwn, media }: Post): void {
    this.#known.add(id);
    if (url !== null) this.#known.add(postAddressKey(url));
    if (isOwn) {
      this.own += 1;
      this.byKind.set(kind, (this.byKind.get(kind) ?? 0) + 1);
    } else this.comments += 1;
    for (const medium of media) {
      this.mediaKnown += 1;
      if (medium.archive !== null) this.mediaHad += 1;
      else this.missingMedia.push({ url: medium.url, post: id, why: this.#whyMissing(medium.url) });
    }
  }

  has({ id, url }: Pick<Listed, 'id' | 'url'>): boolean {
    return (id !== null && this.#known.has(id)) || (url !== null && this.#known.has(postAddressKey(url)));
  }

  ofKinds(kinds: readonly PostKind[]): number {
    return kinds.reduce((sum, kind) => sum + (this.byKind.get(kind) ?? 0), 0);
  }
}
