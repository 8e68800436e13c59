import type { MadeClaim } from '../model/completeness.ts';
import type { Finding, Listed, Profile } from '../model/finding.ts';
import type { GapReason } from '../model/gap.ts';
import type { ArchivePlace } from '../model/post.ts';
import { ListEnds } from './list-ends.ts';
import type { Reading } from './merge-post.ts';
import { postAddressKey } from './post-address.ts';
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
  readonly claims: MadeClaim[] = [];
  readonly listed: ListedPlace[] = [];
  readonly unreadable: Unreadable[] = [];
  profile: Profile | null = null;
  readonly #posts: PostGatherer;
  readonly #lists = new ListEnds();
  readonly #gone = new Map<string, GonePost>();
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

  async enter(finding: Finding, archive: ArchivePlace): Promise<void> {
    if (finding.kind === 'post') await this.#posts.add(finding.post, archive);
    else if (finding.kind === 'claim') this.claims.push({ ...finding.claim, archive });
    else if (finding.kind === 'listed') this.listed.push({ ...finding.listed, archive });
    else if (finding.kind === 'end-of-list') this.#lists.end(finding);
    else if (finding.kind === 'parts-of-list') this.#lists.announce(finding);
    else if (finding.kind === 'no-post') this.#noPosts.add(postAddressKey(finding.url));
    else if (finding.kind === 'same-place') this.#samePlaces.set(postAddressKey(finding.url), finding.as);
    else if (finding.kind === 'profile') this.#meet(finding.profile);
    else if (finding.kind === 'gone') this.#lose(finding);
    else if (finding.kind === 'withheld') this.#withhold(finding);
    else this.unreadable.push({ id: finding.id, where: finding.where, message: finding.message });
  }

  /** Posts that the platform itself says are gone, each once however many lists say so. */
  get gone(): readonly GonePost[] {
    return [...this.#gone.values()];
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

  #lose({ id, url, message }: GonePost): void {
    const key = id ?? (url === null ? message : postAddressKey(url));
    if (!this.#gone.has(key)) this.#gone.set(key, { id, url, message });
  }

  #withhold({ reason, url, message }: Withheld): void {
    this.#withheld.set(`${reason} ${url}`, { reason, url, message });
  }

  /** Later readings win, but nothing that is known becomes unknown again. */
  #meet(profile: Profile): void {
    const known = Object.entries(profile).filter(([, value]) => value !== null);
    this.profile = { ...(this.profile ?? profile), ...Object.fromEntries(known) };
  }
}
