import type { FoundPost } from '../../model/post.ts';
import { isSameName } from '../reading/own-account.ts';

/** How far back a post's thread is remembered, and how many posts may wait for the one they answer. */
const MOST_KNOWN = 25_000;
const MOST_WAITING = 2_000;

interface Item {
  readonly post: FoundPost;
}

/**
 * The archive does not say which thread a post belongs to; it says what it answers. Posts of a thread stand near each other,
 * the newest first mostly, so a post waits for the one it answers, and goes on without its thread when that does not come.
 */
export class ThreadFinder<Found extends Item> {
  readonly #handle: string;
  /** By number: the number of the thread's first post, null where somebody else's is. */
  #known = new Map<string, string | null>();
  /** Those before: a map that loses its oldest entry again and again becomes slow, so half of it goes at once. */
  #knownBefore = new Map<string, string | null>();
  readonly #waiting = new Map<string, Found[]>();
  #waits = 0;

  constructor(handle: string) {
    this.#handle = handle;
  }

  /** What can go on now that this one is there: it, and those that waited for it. */
  take(found: Found): readonly Found[] {
    const { post } = found;
    if (post.kind === 'repost') return [found];
    const parent = post.replyTo;
    if (parent === null || parent.id === null) return this.#settle(found, post.id, this.#waiting.has(post.id));
    if (!isSameName(parent.author?.handle, this.#handle)) return this.#settle(found, null, false);
    const known = this.#known.has(parent.id) ? this.#known : this.#knownBefore;
    const thread = known.get(parent.id);
    if (thread !== undefined) return this.#settle(found, thread, true);
    return this.#wait(parent.id, found);
  }

  /** Those whose thread did not come. */
  rest(): readonly Found[] {
    const left = [...this.#waiting.values()].flat();
    this.#waiting.clear();
    this.#waits = 0;
    return left;
  }

  #wait(parent: string, found: Found): readonly Found[] {
    const group = this.#waiting.get(parent);
    if (group === undefined) this.#waiting.set(parent, [found]);
    else group.push(found);
    this.#waits += 1;
    if (this.#waits <= MOST_WAITING) return [];
    const [oldest = ''] = this.#waiting.keys();
    return this.#release(oldest);
  }

  #release(parent: string): readonly Found[] {
    const group = this.#waiting.get(parent) ?? [];
    this.#waiting.delete(parent);
    this.#waits -= group.length;
    return group;
  }

  #settle(found: Found, thread: string | null, isInThread: boolean): readonly Found[] {
    const ready: Found[] = [isInThread ? withThread(found, thread) : found];
    // Grows while it is walked: those that waited may be waited for.
    const numbers = [found.post.id];
    for (const number of numbers) {
      this.#remember(number, thread);
      for (const next of this.#release(number)) {
        ready.push(withThread(next, thread));
        numbers.push(next.post.id);
      }
    }
    return ready;
  }

  #remember(number: string, thread: string | null): void {
    this.#known.set(number, thread);
    if (this.#known.size <= MOST_KNOWN) return;
    this.#knownBefore = this.#known;
    this.#known = new Map();
  }
}

function withThread<Found extends Item>(found: Found, thread: string | null): Found {
  return thread === null ? found : { ...found, post: { ...found.post, thread } };
}
