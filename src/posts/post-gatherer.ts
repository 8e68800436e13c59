import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchivePlace, FoundPost } from '../model/post.ts';
import { isAddress, postAddressKey, postIdKey } from '../model/post-address.ts';
import { mergeReadings, type Reading } from './merge-post.ts';

interface Span {
  readonly offset: number;
  readonly length: number;
}

/** All readings of one post, by where they lie in the file. */
interface Group {
  spans: Span[];
  published: string | null;
  /** The platform's own id; undefined while only addresses are known. */
  ownId: string | undefined;
  /** Set when the group was found to be the same post as another. */
  joined?: Group;
}

const WRITE_CHARACTERS = 1 << 18;

/**
 * Gathers everything that was read of posts, and gives each post once. The readings lie in a file; in memory are their
 * places alone, so that a channel of a hundred thousand posts costs some ten MB.
 */
export class PostGatherer {
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #byId = new Map<string, Group>();
  readonly #byAddress = new Map<string, Group>();
  readonly #groups: Group[] = [];
  #bytes = 0;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #closed = false;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  /** @param folder for the file of readings, which is removed by `close` */
  static async open(folder: string): Promise<PostGatherer> {
    const path = join(folder, 'readings.jsonl');
    return new PostGatherer(path, await open(path, 'w+'));
  }

  async add(post: FoundPost, archive: ArchivePlace): Promise<void> {
    const line = Buffer.from(JSON.stringify({ post, archive } satisfies Reading));
    const group = this.#groupOf(post);
    group.spans.push({ offset: this.#bytes, length: line.length });
    group.published ??= post.published;
    this.#bytes += line.length;
    this.#pending.push(line);
    this.#pendingBytes += line.length;
    if (this.#pendingBytes > WRITE_CHARACTERS) await this.#write();
  }

  /** A post, by its id or its address; comments are not asked for. */
  has(id: string | null, url: string | null): boolean {
    const isKnown = id !== null && this.#byId.has(postIdKey(id, false));
    return isKnown || (url !== null && this.#byAddress.has(postAddressKey(url)));
  }

  /** Each post once, oldest first, those without a date last. More may be added between two calls. */
  async *merged(): AsyncGenerator<Reading> {
    await this.#write();
    const groups = this.#groups.filter(({ joined }) => joined === undefined);
    groups.sort(byDate);
    for (const { spans } of groups) {
      const readings: Reading[] = [];
      for (const span of spans) readings.push(await this.#read(span));
      yield mergeReadings(readings);
    }
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#handle.close();
    await rm(this.#path, { force: true });
  }

  /**
   * The post's group by its id or its address; two groups that turn out to be one are joined. Two ids that the platform
   * itself gave are two posts, whatever their addresses: a list page is the address of all that stands on it.
   */
  #groupOf(post: FoundPost): Group {
    const isComment = post.kind === 'comment';
    const id = postIdKey(post.id, isComment);
    const address = addressOf(post);
    const byId = find(this.#byId.get(id));
    const there = find(address === undefined ? undefined : this.#byAddress.get(address));
    const own = isAddress(post.id) ? undefined : id;
    const isSame = there !== undefined && agree(there.ownId, byId?.ownId ?? own);
    const byAddress = isSame ? there : undefined;
    const group = byId ?? byAddress ?? this.#newGroup();
    if (byId !== undefined && byAddress !== undefined && byId !== byAddress) joinGroups(byAddress, byId);
    group.ownId ??= own;
    this.#byId.set(id, group);
    if (address !== undefined && (there === undefined || isSame)) this.#byAddress.set(address, group);
    return group;
  }

  #newGroup(): Group {
    const group: Group = { spans: [], published: null, ownId: undefined };
    this.#groups.push(group);
    return group;
  }

  async #write(): Promise<void> {
    const bytes = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#pendingBytes = 0;
    await this.#handle.appendFile(bytes);
  }

  async #read({ offset, length }: Span): Promise<Reading> {
    const { buffer } = await this.#handle.read(Buffer.alloc(length), 0, length, offset);
    return JSON.parse(buffer.toString('utf8')) as Reading;
  }
}

/** A comment has often no address but its post's, and must not stand in for it. */
function addressOf({ id, url, kind }: FoundPost): string | undefined {
  const address = url ?? (isAddress(id) ? id : undefined);
  if (address === undefined) return undefined;
  return kind === 'comment' ? `comment ${postAddressKey(address)}` : postAddressKey(address);
}

function agree(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

/** Dates in ISO 8601 sort as text; what has none comes last. */
function byDate(a: Group, b: Group): number {
  const [first, second] = [a.published ?? '9', b.published ?? '9'];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function find(group: Group | undefined): Group | undefined {
  let here = group;
  while (here?.joined !== undefined) here = here.joined;
  return here;
}

function joinGroups(from: Group, into: Group): void {
  into.spans = [...into.spans, ...from.spans].sort((a, b) => a.offset - b.offset);
  into.published ??= from.published;
  into.ownId ??= from.ownId;
  from.spans = [];
  from.joined = into;
}
