import type { MissingPost } from '../model/completeness.ts';
import type { PostKind } from '../model/post.ts';
import { postAddressKey, postIdKey } from '../model/post-address.ts';
import type { FindingsBook, ListedPlace, Unreadable } from './findings-book.ts';
import type { PostTally } from './post-tally.ts';

/** A missing post, with its kind where the list says it. */
export interface MissingListed {
  readonly post: MissingPost;
  readonly kind: PostKind | undefined;
}

type Why = (url: string) => string;

/** Every post that a list names and that was not had, once, whichever of its names the lists use. */
export function findMissing(book: FindingsBook, tally: PostTally, whyMissing: Why): readonly MissingListed[] {
  const gone = namesOf(book.gone);
  const names = new Names(book.listed);
  const missing = new Map<string, MissingListed>();
  for (const listed of book.listed) {
    const keys = names.of(listed);
    if (keys.length === 0 || keys.some((key) => gone.has(key)) || isHad(names.distinct(listed), keys, book, tally))
      continue;
    const [key = ''] = keys;
    const known = missing.get(key);
    if (known === undefined) missing.set(key, missingOf(listed, whyMissing));
    else missing.set(key, filled(known, listed, whyMissing));
  }
  return [...missing.values()];
}

/** A thing that could not be read in one place, and was read in another, is not lost. */
export function findUnreadable(book: FindingsBook, tally: PostTally): { lost: readonly Unreadable[]; others: number } {
  const lost = book.unreadable.filter(({ id }) => id === null || !tally.has({ id, url: null }));
  return { lost, others: book.unreadable.length - lost.length };
}

function missingOf({ id, url, published, list, archive, kind }: ListedPlace, whyMissing: Why): MissingListed {
  const why = url === null ? `${list} names it, and it was not found anywhere.` : whyMissing(url);
  return { post: { id, url, published, list, why, archive }, kind };
}

/** Two lists may each know a part. */
function filled({ post, kind }: MissingListed, listed: ListedPlace, whyMissing: Why): MissingListed {
  const url = post.url ?? listed.url;
  const why = post.url === null && url !== null ? whyMissing(url) : post.why;
  const id = post.id ?? listed.id;
  const published = post.published ?? listed.published;
  return { post: { ...post, id, url, published, why }, kind: kind ?? listed.kind };
}

function namesOf(things: readonly { readonly id: string | null; readonly url: string | null }[]): ReadonlySet<string> {
  return new Set(things.flatMap((thing) => ownNames(thing)));
}

function ownNames({ id, url }: { readonly id: string | null; readonly url: string | null }): readonly string[] {
  return [...(url === null ? [] : [postAddressKey(url)]), ...(id === null ? [] : [postIdKey(id, false)])];
}

function isHad(listed: ListedPlace, keys: readonly string[], book: FindingsBook, tally: PostTally): boolean {
  const { id, url, kind } = listed;
  const what = kind === undefined ? {} : { kind };
  if (tally.has({ id, url, ...what }) || keys.some((key) => tally.has({ id: key, url: null, ...what }))) return true;
  return kind !== 'comment' && book.accountsFor(listed);
}

/** One list knows a post by its id, another by its address; a line that has both says that they are one. */
class Names {
  readonly #addressOf = new Map<string, string>();
  readonly #idOf = new Map<string, string>();
  /** Addresses of several posts, as that of a page on which they all stand: they tell none of them. */
  readonly #shared = new Set<string>();

  constructor(listed: Iterable<ListedPlace>) {
    for (const { id, url } of listed) {
      if (id === null || url === null) continue;
      const [address, key] = [postAddressKey(url), postIdKey(id, false)];
      if ((this.#idOf.get(address) ?? key) !== key) this.#shared.add(address);
      this.#addressOf.set(key, address);
      this.#idOf.set(address, key);
    }
  }

  /** Without an address that it shares with others. */
  distinct(listed: ListedPlace): ListedPlace {
    const isShared = listed.id !== null && listed.url !== null && this.#shared.has(postAddressKey(listed.url));
    return isShared ? { ...listed, url: null } : listed;
  }

  /** Its names, the same first one for every line that means the same post. */
  of(listed: ListedPlace): readonly string[] {
    const names = ownNames(this.distinct(listed));
    const others = names.flatMap((name) => [this.#addressOf.get(name), this.#idOf.get(name)]);
    const all = [...names, ...others].filter((name) => name !== undefined && !this.#shared.has(name));
    return [...new Set(all as string[])].sort();
  }
}
