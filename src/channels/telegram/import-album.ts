import type { ExportPosition } from '../../model/official-export.ts';
import type { FoundPost } from '../../model/post.ts';

export interface PlacedPost {
  readonly post: FoundPost;
  readonly at: ExportPosition;
}

/** More than Telegram takes into one album. */
const MOST = 10;

/**
 * Joins the messages of an album, each of which has one picture, to the one post that the web view shows under the first
 * number. The export does not say which belong together: they were sent in the same second, one after the other, and at most
 * one of them has words.
 */
export class Albums {
  #open: PlacedPost | undefined;
  #last = 0;
  #size = 0;
  /** How many messages were joined to one before them. */
  joined = 0;

  /** @returns what is complete now */
  *push(next: PlacedPost): Generator<PlacedPost> {
    const open = this.#open;
    if (open !== undefined && this.#belongs(open.post, next.post)) {
      this.#open = { post: join(open.post, next.post), at: open.at };
      this.#size += 1;
      this.joined += 1;
    } else {
      yield* this.end();
      this.#open = next;
      this.#size = 1;
    }
    this.#last = Number(next.post.id);
  }

  *end(): Generator<PlacedPost> {
    if (this.#open !== undefined) yield this.#open;
    this.#open = undefined;
  }

  #belongs(open: FoundPost, next: FoundPost): boolean {
    const isPicture = (post: FoundPost) => post.media.every(({ kind }) => kind === 'image' || kind === 'video');
    return (
      this.#size < MOST &&
      Number(next.id) === this.#last + 1 &&
      open.published !== null &&
      next.published === open.published &&
      open.media.length > 0 &&
      next.media.length === 1 &&
      isPicture(open) &&
      isPicture(next) &&
      (open.text === '' || next.text === '') &&
      open.kind === next.kind &&
      open.repostOf?.author?.name === next.repostOf?.author?.name &&
      (next.replyTo === null || next.replyTo.id === open.replyTo?.id)
    );
  }
}

function join(open: FoundPost, next: FoundPost): FoundPost {
  const words = open.text === '' ? next : open;
  const { text, links, tags } = words;
  return { ...open, text, links, tags, media: [...open.media, ...next.media], edited: open.edited ?? next.edited };
}
