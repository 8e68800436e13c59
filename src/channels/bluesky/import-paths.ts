import { CID } from 'multiformats/cid';
import type { LeftOut } from '../../model/official-export.ts';
import { ByteStore, DigestIndex } from './digest-index.ts';
import type { Skeleton } from './import-skeleton.ts';
import { nodeIn } from './repo-tree.ts';

/** What the tree of a repository names: posts by the digest of their record, everything else counted. */
export interface RepoPaths {
  readonly posts: PathIndex;
  readonly counts: ReadonlyMap<LeftOut, number>;
  readonly profile: string | null;
  /** How many nodes are missing or damaged: below them there may be more. */
  readonly lostNodes: number;
}

/** Paths (`collection/key`) by the digest of their record; one record may be kept under several. */
export class PathIndex {
  readonly #paths = new ByteStore();
  readonly #index = new DigestIndex();

  get size(): number {
    return this.#index.size;
  }

  add(digest: Uint8Array, path: string): void {
    const known = this.#index.get(digest);
    const all = known === undefined ? path : `${this.#paths.at(known).toString('utf8')}\n${path}`;
    if (known !== undefined && this.pathsAt(this.rowOf(digest)).includes(path)) return;
    const place = this.#paths.add(Buffer.from(all));
    if (place !== -1) this.#index.set(digest, place);
  }

  /** From 0; -1 for a block that is none of them. */
  rowOf(digest: Uint8Array): number {
    return this.#index.rowOf(digest);
  }

  pathsAt(row: number): readonly string[] {
    return this.#paths.at(this.#index.valueAt(row)).toString('utf8').split('\n');
  }
}

const profilePath = 'app.bsky.actor.profile/self';

function kindOf(path: string): LeftOut | 'post' | undefined {
  const collection = path.slice(0, path.indexOf('/'));
  if (collection === 'app.bsky.feed.post' || collection === 'app.bsky.feed.repost') return 'post';
  if (collection === 'app.bsky.feed.like') return 'likes-and-bookmarks';
  if (/^app\.bsky\.graph\.(follow|block|list|listitem|listblock)$/.test(collection)) return 'contacts';
  return path === profilePath ? undefined : 'others';
}

/** Walks the tree from its root; what is not in it is an earlier state, or was deleted. */
export function walkPaths({ nodes, data, hasHistory }: Skeleton): RepoPaths {
  const posts = new PathIndex();
  const counts = new Map<LeftOut, number>();
  let profile: string | null = null;
  let lostNodes = data === null ? 1 : 0;
  const seen = new DigestIndex();
  const meet = (path: string, digest: Uint8Array) => {
    const kind = kindOf(path);
    if (kind === 'post') posts.add(digest, path);
    else if (kind === undefined) profile = Buffer.from(digest).toString('hex');
    else counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  const ahead: Uint8Array[] = data === null ? [] : [data];
  const visit = (digest: Uint8Array) => {
    if (seen.rowOf(digest) !== -1) return;
    seen.set(digest, 1);
    const node = nodeIn(nodes.get(digest) ?? new Uint8Array());
    if (node === undefined) lostNodes += 1;
    for (const [path, cid] of node?.entries ?? []) meet(path, digestOf(cid));
    for (const cid of node?.children ?? []) ahead.push(digestOf(cid));
  };
  const visitAll = () => {
    for (let digest = ahead.pop(); digest !== undefined; digest = ahead.pop()) visit(digest);
  };
  visitAll();
  // What hung below a lost node is there all the same, unless earlier states are as well: then it might be deleted.
  for (let row = 0; lostNodes > 0 && !hasHistory && row < nodes.index.size; row += 1) {
    const digest = nodes.index.digestAt(row);
    if (nodeIn(nodes.get(digest) ?? new Uint8Array()) === undefined) continue;
    ahead.push(digest);
    visitAll();
  }
  return { posts, counts, profile, lostNodes };
}

function digestOf(cid: string): Uint8Array {
  return CID.parse(cid).multihash.digest;
}
