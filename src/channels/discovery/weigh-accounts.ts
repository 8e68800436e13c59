import type { Recognised } from '../../model/channel.ts';
import type { PlatformId } from '../../model/platform.ts';
import { recogniseUrl } from '../registry.ts';
import type { How, Sighting } from './sighting.ts';

export type Sureness = 'sure' | 'likely' | 'maybe';

/** A place where an account was seen. */
export interface FoundAt {
  /** Address of the page. */
  readonly page: string;
  readonly how: How;
}

export interface FoundAccount {
  readonly platform: PlatformId;
  readonly handle: string;
  readonly url: string;
  readonly certainty: Sureness;
  /** Why, in words. */
  readonly reasons: readonly string[];
  readonly found: readonly FoundAt[];
}

interface Gathered {
  readonly platform: PlatformId;
  readonly handle: string;
  readonly url: string;
  readonly found: (FoundAt & { readonly isOthers: boolean })[];
  isGuess: boolean;
}

/** What a site or its own markup says of itself, and nobody puts there by chance. */
const marks: ReadonlySet<How> = new Set<How>([
  'rel=me',
  'JSON-LD sameAs',
  'itemprop=sameAs',
  'twitter:site',
  'article:publisher',
  'fb:page_id',
  'this site',
]);
const frames: ReadonlySet<How> = new Set<How>(['header link', 'footer link', 'navigation link']);
const authors: ReadonlySet<How> = new Set<How>(['twitter:creator', 'fediverse:creator']);
/** More pages than one can have the same link by chance. */
const MANY_PAGES = 3;
const SHORTEST_NAME = 4;
const MOST_PLACES = 20;
const order: Readonly<Record<Sureness, number>> = { sure: 0, likely: 1, maybe: 2 };

/** Gathers what pages say and makes accounts of it, each with how sure it is the brand's. */
export class AccountScales {
  readonly #accounts = new Map<string, Gathered>();
  readonly #isSister: (host: string) => boolean;

  /** @param isSister whether a host is another site under the site's own name */
  constructor(isSister: (host: string) => boolean) {
    this.#isSister = isSister;
  }

  add(sightings: readonly Sighting[], page: string): void {
    for (const { address, how, isOthers } of sightings) {
      const account = this.#accountAt(address, how, page);
      if (account === undefined) continue;
      this.enter(account, { page, how: account.shows === 'post' ? 'link to a post' : how, isOthers });
    }
  }

  enter(
    { platform, handle, url, isSure }: Pick<Gathered, 'platform' | 'handle' | 'url'> & { readonly isSure: boolean },
    at: FoundAt & { readonly isOthers: boolean },
  ): void {
    const key = `${platform} ${url.toLowerCase().replace(/\/$/, '')}`;
    const known = this.#accounts.get(key) ?? { platform, handle, url, found: [], isGuess: true };
    known.isGuess &&= !isSure;
    const isNew = !known.found.some(({ page, how }) => page === at.page && how === at.how);
    if (isNew) known.found.push(at);
    this.#accounts.set(key, known);
  }

  /** Surest first. @param names what the brand is called: its host, its title */
  weigh(names: readonly string[]): readonly FoundAccount[] {
    const accounts = [...this.#accounts.values()].map((gathered) => weighed(gathered, namesIn(names)));
    return accounts.sort((a, b) => order[a.certainty] - order[b.certainty] || b.found.length - a.found.length);
  }

  /** Sharing, searching and logging in is no account; a site elsewhere is one of the brand's only where rel=me says so. */
  #accountAt(
    address: string,
    how: How,
    page: string,
  ): (Recognised & { readonly handle: string; readonly url: string }) | undefined {
    const found = recogniseUrl(new URL(address));
    if (found === undefined || found.shows === 'other') return undefined;
    const { handle, url, platform } = found;
    if (handle === undefined || url === undefined) return undefined;
    if (platform !== 'website') return { ...found, handle, url };
    const { origin, host, pathname, search } = new URL(address);
    if (this.#isSister(host)) return { ...found, handle, url: `${origin}/` };
    // sameAs names encyclopedias and registers as well; rel=me is for what one is oneself.
    if (how !== 'rel=me' || host === new URL(page).host) return undefined;
    return {
      ...found,
      handle: `${host}${pathname}`.replace(/\/$/, ''),
      url: `${origin}${pathname}${search}`,
      isSure: false,
    };
  }
}

function weighed({ platform, handle, url, found, isGuess }: Gathered, names: readonly string[]): FoundAccount {
  const own = found.filter(({ isOthers }) => !isOthers);
  const isAlike = names.some((name) => isLike(handle, name));
  const marked = own.filter(({ how }) => marks.has(how));
  const framed = new Set(own.filter(({ how }) => frames.has(how)).map(({ page }) => page)).size;
  const linked = new Set(own.filter(({ how }) => how === 'link').map(({ page }) => page)).size;
  const certainty = surenessOf({ marked: marked.length, framed, linked, isAlike, found });
  return {
    platform,
    handle,
    url,
    // The path of an address is a guess which software stands there; a mark made for it is none. Of a platform that we do not
    // know nobody can say how far a crawl may go.
    certainty:
      certainty === 'sure' && isGuess && (marked.length === 0 || platform === 'website') ? 'likely' : certainty,
    reasons: [
      ...new Set(marked.map(({ how }) => (how === 'this site' ? 'it is this site' : `${how} names it`))),
      ...(framed > 0 ? [`in header, footer or menu of ${pages(framed)}`] : []),
      ...(linked > 0 ? [`linked in the text of ${pages(linked)}`] : []),
      ...(found.some(({ how }) => how === 'link to a post') ? ['a post of it is linked'] : []),
      ...(found.some(({ how }) => authors.has(how)) ? ['named as the author of a page'] : []),
      ...(isAlike && !marked.some(({ how }) => how === 'this site') ? ['its name is like that of the site'] : []),
      ...(isGuess && platform === 'website' ? ['on a platform that Lastpost does not know'] : []),
      ...(isGuess && platform === 'mastodon' ? ['only the server could tell that it is of the fediverse'] : []),
      ...(found.length > own.length && own.length === 0 ? ['it may belong to an author, or to who made the site'] : []),
    ],
    found: found.slice(0, MOST_PLACES).map(({ page, how }) => ({ page, how })),
  };
}

interface Weights {
  readonly marked: number;
  readonly framed: number;
  readonly linked: number;
  readonly isAlike: boolean;
  readonly found: Gathered['found'];
}

function surenessOf({ marked, framed, linked, isAlike, found }: Weights): Sureness {
  if (marked > 0 || framed > 1 || (framed === 1 && isAlike)) return 'sure';
  if (framed === 1 || linked >= MANY_PAGES || isAlike) return 'likely';
  return found.some(({ how, isOthers }) => isOthers && (marks.has(how) || authors.has(how))) ? 'likely' : 'maybe';
}

function pages(count: number): string {
  return count === 1 ? '1 page' : `${count} pages`;
}

/** `Café Aurora – Köln` and `www.aurora-kaffee.example` → words long enough to mean the brand. */
function namesIn(texts: readonly string[]): readonly string[] {
  return texts.map(plain).filter((name) => name.length >= SHORTEST_NAME);
}

function isLike(handle: string, name: string): boolean {
  const own = plain(handle.replace(/@.*$|\.bsky\.social$|^[ru]\//g, ''));
  return own.length >= SHORTEST_NAME && (own.includes(name) || name.includes(own));
}

function plain(text: string): string {
  const spelled = text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss');
  return spelled.normalize('NFD').replace(/[^a-z0-9]/g, '');
}
