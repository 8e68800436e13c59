import type { Post, PostReference } from '../../../model/post.ts';
import { postAddressKey } from '../../../model/post-address.ts';
import { excerptOf } from '../cut-text.ts';
import type { ExportedPost } from '../exported-post.ts';
import { PostPaths } from '../post-paths.ts';
import { titleOf } from '../post-title.ts';
import { slugOf } from '../slug.ts';

export type Facet = 'all' | 'channel' | 'kind' | 'year';

/** One list of posts: all of them, or those of one channel, kind or year. */
export interface ListOutline {
  readonly facet: Facet;
  /** The channel's id, the kind, the year; '' for all, and for the year of what has no date. */
  readonly value: string;
  /** File name of its first page without the ending. */
  readonly name: string;
  dated: number;
  undated: number;
}

/** What a post's page tells of an answer to it. */
export interface AnswerOutline {
  readonly path: string;
  readonly author: string;
  readonly excerpt: string;
  readonly at: string | null;
}

const MOST_EXCERPT = 160;

/**
 * What has to be known of all posts before the first page can be written: their paths, how long each list is, and which
 * post answers which. Some hundred bytes a post.
 */
export class Outline {
  /** The list of all posts comes first. */
  readonly lists = new Map<string, ListOutline>();
  /** Paths of posts in the order they come; those without a date apart. */
  readonly dated: string[] = [];
  readonly undated: string[] = [];
  first: string | null = null;
  last: string | null = null;
  readonly #paths = new PostPaths();
  readonly #names = new Set(['search']);
  readonly #byKey = new Map<string, string>();
  readonly #answers = new Map<string, AnswerOutline[]>();
  readonly #threads = new Map<string, string[]>();

  static async of(posts: AsyncIterable<ExportedPost>): Promise<Outline> {
    const outline = new Outline();
    outline.#list('all', '');
    for await (const { post } of posts) outline.#add(post);
    return outline;
  }

  get count(): number {
    return this.dated.length + this.undated.length;
  }

  /** The lists a post stands in. */
  listsOf(post: Post): readonly ListOutline[] {
    return facetsOf(post).map(([facet, value]) => this.#list(facet, value));
  }

  /** The lists of one facet: years from the newest, everything else by the number of posts. */
  facet(facet: Facet): readonly ListOutline[] {
    const size = ({ dated, undated }: ListOutline) => dated + undated;
    return [...this.lists.values()]
      .filter((list) => list.facet === facet)
      .sort((a, b) => (facet === 'year' ? b.value.localeCompare(a.value) : size(b) - size(a)));
  }

  /** Where another post stands in this export; undefined when it does not. */
  find(reference: PostReference, channel: string | null): string | undefined {
    const keys = keysOf(reference.id, reference.url, channel);
    return keys.map((key) => this.#byKey.get(key)).find((path) => path !== undefined);
  }

  answersTo({ id, url, channel }: Post): readonly AnswerOutline[] {
    const found = keysOf(id, url, channel).flatMap((key) => this.#answers.get(key) ?? []);
    return [...new Map(found.map((answer) => [answer.path, answer])).values()];
  }

  /** Paths of all posts of its thread, the first post first; [] when it stands alone. */
  threadOf(post: Post): readonly string[] {
    const start = post.thread ?? post.id;
    const rest = this.#threads.get(threadKey(start, post.channel)) ?? [];
    const first = this.#byKey.get(keysOf(start, null, post.channel)[0] ?? '');
    const all = first === undefined || rest.includes(first) ? rest : [first, ...rest];
    return all.length > 1 ? all : [];
  }

  #add(post: Post): void {
    const path = this.#paths.pathFor(post);
    const isDated = yearOf(post.published) !== '';
    (isDated ? this.dated : this.undated).push(path);
    if (isDated) this.#widen(post.published);
    for (const list of this.listsOf(post)) {
      if (isDated) list.dated += 1;
      else list.undated += 1;
    }
    for (const key of keysOf(post.id, post.url, post.channel)) if (!this.#byKey.has(key)) this.#byKey.set(key, path);
    this.#addAnswer(post, path);
    if (post.thread !== null && post.isOwn) push(this.#threads, threadKey(post.thread, post.channel), path);
  }

  /** Lists of other tools need not be in order. */
  #widen(published: string | null): void {
    if (published === null) return;
    if (this.first === null || published < this.first) this.first = published;
    if (this.last === null || published > this.last) this.last = published;
  }

  #addAnswer(post: Post, path: string): void {
    if (post.replyTo === null) return;
    const answer: AnswerOutline = {
      path,
      author: post.author?.name ?? post.author?.handle ?? '',
      excerpt: excerptOf(post.text, MOST_EXCERPT) || titleOf(post),
      at: post.published,
    };
    const { id, url } = post.replyTo;
    for (const key of keysOf(id, url, post.channel)) push(this.#answers, key, answer);
  }

  #list(facet: Facet, value: string): ListOutline {
    const key = `${facet} ${value}`;
    const known = this.lists.get(key);
    if (known !== undefined) return known;
    const list = { facet, value, name: this.#nameFor(facet, value), dated: 0, undated: 0 };
    this.lists.set(key, list);
    return list;
  }

  #nameFor(facet: Facet, value: string): string {
    const wanted = facet === 'all' ? 'index' : `${facet}-${slugOf(value) || 'none'}`;
    let name = wanted;
    for (let number = 2; this.#names.has(name); number += 1) name = `${wanted}_${number}`;
    this.#names.add(name);
    return name;
  }
}

function facetsOf(post: Post): readonly (readonly [Facet, string])[] {
  return [
    ['all', ''],
    ['channel', channelOf(post)],
    ['kind', post.kind],
    ['year', yearOf(post.published)],
  ];
}

/** What a post's channel is called; without a workspace, its platform. */
export function channelOf({ channel, platform }: Post): string {
  return channel ?? platform;
}

/** '' when there is no date. */
export function yearOf(published: string | null): string {
  const year = new Date(published ?? Number.NaN).getUTCFullYear();
  return Number.isNaN(year) ? '' : String(year);
}

function keysOf(id: string | null, url: string | null, channel: string | null): readonly string[] {
  return [...(id === null ? [] : [`id ${channel} ${id}`]), ...(url === null ? [] : [`url ${postAddressKey(url)}`])];
}

function threadKey(thread: string, channel: string | null): string {
  return `${channel} ${thread}`;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
