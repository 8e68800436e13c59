import type { MadeClaim } from '../model/completeness.ts';
import type { Finding, Listed, Profile } from '../model/finding.ts';
import type { GapReason } from '../model/gap.ts';
import type { ArchivePlace } from '../model/post.ts';
import { postAddressKey } from '../model/post-address.ts';
import { ClaimLog } from './claim-log.ts';
import { ListEnds } from './list-ends.ts';
import type { Reading } from './merge-post.ts';
import { PostGatherer } from './post-gatherer.ts';

/** A listed post, with the record of the list. */
export interface ListedPlace extends Listed {
  readonly archive: ArchivePlace;
}

export interface GonePost {
  readonly id: string | null;
  readonly url: string | null;
  readonly message: string;
}

export interface Unreadable {
  readonly id: string | null;
  readonly where: string;
  readonly message: string;
}

export interface Withheld {
  readonly reason: GapReason;
  readonly url: string;
  readonly message: string;
}

const maxHops = 10;

/** Everything that was read out of one archive about one channel. Posts lie on the disk, the rest is small. */
export class FindingsBook {
  profile: Profile | null = null;
  readonly #claims = new ClaimLog();
  // A list is read as often as it was loaded: each of its lines is kept once.
  readonly #listed = new Map<string, ListedPlace>();
  readonly #gone = new Map<string, GonePost>();
  readonly #unreadable = new Map<string, Unreadable>();
  readonly #posts: PostGatherer;
  readonly #lists = new ListEnds();
  readonly #withheld = new Map<string, Withheld>();
  readonly #noPosts = new Set<string>();
  readonly #samePlaces = new Map<string, string>();

  private constructor(posts: PostGatherer) {
    this.#posts = posts;
  }

  /** @param folder for what does not fit into memory; a file in it is removed by `close` */
  static async open(folder: string): Promise<FindingsBook> {
    return new FindingsBook(await PostGatherer.open(folder));
  }

  /** What the platform claimed, in the order of time; a claim that was made again and again is there once. */
  get claims(): readonly MadeClaim[] {
    return this.#claims.all;
  }

  get listed(): Iterable<ListedPlace> {
    return this.#listed.values();
  }

  get gone(): readonly GonePost[] {
    return [...this.#gone.values()];
  }

  get unreadable(): readonly Unreadable[] {
    return [...this.#unreadable.values()];
  }

  async enter(finding: Finding, archive: ArchivePlace): Promise<void> {
    if (finding.kind === 'post') await this.#posts.add(finding.post, archive);
    else if (finding.kind === 'claim') this.#claims.add({ ...finding.claim, archive });
    else if (finding.kind === 'listed') this.#list({ ...finding.listed, archive });
    else if (finding.kind === 'end-of-list') this.#lists.end(finding);
    else if (finding.kind === 'parts-of-list') this.#lists.announce(finding);
    else if (finding.kind === 'no-post') this.#noPosts.add(postAddressKey(finding.url));
    else if (finding.kind === 'same-place') this.#samePlaces.set(postAddressKey(finding.url), finding.as);
    else if (finding.kind === 'profile') this.#meet(finding.profile);
    else if (finding.kind === 'gone') {
      const { id, url, message } = finding;
      this.#gone.set(`${id} ${url}`, { id, url, message });
    } else if (finding.kind === 'withheld') {
      const { reason, url, message } = finding;
      this.#withheld.set(`${reason} ${url}`, { reason, url, message });
    } else {
      const { id, where, message } = finding;
      this.#unreadable.set(`${id} ${where}`, { id, where, message });
    }
  }

  /** Lists that were not gone on with, each once. */
  get withheld(): readonly Withheld[] {
    return [...this.#withheld.values()];
  }

  /** Lists that were seen to their end. */
  get ended(): ReadonlySet<string> {
    return this.#lists.ended;
  }

  /** Whether what a list names was found, under its address or under the one that it leads to, or is no post at all. */
  accountsFor({ id, url }: Pick<Listed, 'id' | 'url'>): boolean {
    let here = url;
    for (let hop = 0; hop < maxHops && here !== null; hop += 1) {
      if (this.#posts.has(id, here) || this.#noPosts.has(postAddressKey(here))) return true;
      here = this.#samePlaces.get(postAddressKey(here)) ?? null;
    }
    return this.#posts.has(id, null);
  }

  /** Each post once, oldest first, those without a date last. */
  posts(): AsyncIterable<Reading> {
    return this.#posts.merged();
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    await this.#posts.close();
  }

  #list(listed: ListedPlace): void {
    const key = `${listed.list} ${listed.id} ${listed.url}`;
    if (!this.#listed.has(key)) this.#listed.set(key, listed);
  }

  /** Later readings win, but nothing that is known becomes unknown again. */
  #meet(profile: Profile): void {
    const known = Object.entries(profile).filter(([, value]) => value !== null);
    this.profile = { ...(this.profile ?? profile), ...Object.fromEntries(known) };
  }
}
