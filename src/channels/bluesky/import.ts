import type { ChannelPlace } from '../../model/channel.ts';
import type { ExportFile, ExportFinding, ExportPosition, ExportTree } from '../../model/official-export.ts';
import type { PostMedia } from '../../model/post.ts';
import type { ChannelImport } from '../channel-import.ts';
import { filesLike, headOf, MediaFinder } from '../reading/export/export-files.ts';
import { asObject, asText } from '../reading/json-reader.ts';
import { CarError, type CarFrame, isIntact, readFrames } from './car-frames.ts';
import { type PathIndex, walkPaths } from './import-paths.ts';
import { BlockStore, type Commit, commitAt, readSkeleton, type Skeleton } from './import-skeleton.ts';
import { readProfileRecord } from './read-profile.ts';
import { pinnedIn, type RecordContext, readRecord } from './read-record.ts';
import { accountOf } from './repo-address.ts';
import { recordIn } from './repo-tree.ts';

/**
 * The repository of an account as a CAR file. It holds every record, and no media: those lie with the server, by their CID, and
 * are taken from a folder beside where somebody has saved them there.
 * @see https://atproto.com/specs/repository, https://docs.bsky.app/blog/repo-export
 */
export const blueskyImport: ChannelImport = {
  async detect(tree) {
    for (const file of await carFiles(tree)) {
      const commit = await findCommit(file);
      if (commit === undefined) continue;
      const { did } = commit;
      const owner = { id: did, handle: null, name: null, url: `https://bsky.app/profile/${did}` };
      const dialect = 'repo-car';
      return { kind: 'export', export: { platform: 'bluesky', dialect, owner, madeAt: null, missingParts: [] } };
    }
    return undefined;
  },

  async *read({ owner }, tree, place, { signal }) {
    for (const file of await carFiles(tree)) {
      const skeleton = await readSkeleton(file, signal);
      yield* readFile(file, { tree, place, skeleton, did: skeleton.did ?? owner.id ?? '', signal });
    }
  },
};

/** A CAR begins with a small map in which `roots` and `version` stand. */
async function carFiles(tree: ExportTree): Promise<readonly ExportFile[]> {
  const named = filesLike(tree, /\.car$/i);
  const candidates = named.length > 0 ? named : tree.files.length === 1 ? tree.files : [];
  const found: ExportFile[] = [];
  for (const file of candidates.slice(0, 20)) {
    const head = await headOf(file, 256);
    if (head.includes('eroots') && head.includes('gversion')) found.push(file);
  }
  return found;
}

/** Reads on until the commit is known that makes it a repository: it stands first in new files, anywhere in old ones. */
async function findCommit(file: ExportFile): Promise<Commit | undefined> {
  const small = new BlockStore();
  try {
    for await (const frame of readFrames(file.open())) {
      if (frame.root === null) return undefined;
      if (frame.bytes.length > 1024 || !isIntact(frame)) continue;
      if (!mayLead(frame.bytes)) continue;
      small.add(frame);
      const commit = commitAt(frame.root, small);
      if (commit !== undefined) return commit;
    }
  } catch (error) {
    if (!(error instanceof CarError)) throw error;
  }
  return undefined;
}

/** `did`, `sig` or `data` is the first key of what leads to the tree. */
function mayLead(bytes: Uint8Array): boolean {
  return /^(cdid|csig|ddata)/.test(Buffer.from(bytes.subarray(1, 6)).toString('latin1'));
}

interface Reading {
  readonly tree: ExportTree;
  readonly place: ChannelPlace;
  readonly skeleton: Skeleton;
  readonly did: string;
  readonly signal: AbortSignal | undefined;
}

async function* readFile(file: ExportFile, reading: Reading): AsyncGenerator<ExportFinding> {
  const { skeleton, did } = reading;
  const nowhere = { file: file.path, record: null, offsetBytes: null };
  for (const problem of skeleton.problems) yield { kind: 'unreadable', id: null, at: nowhere, message: `${problem}.` };
  const { posts, counts, profile, lostNodes } = walkPaths(skeleton);
  const record = skeleton.profiles.get(profile ?? '');
  const shown = record === undefined ? undefined : readProfileRecord(record, did);
  if (shown?.kind === 'profile') yield { kind: 'profile', profile: shown.profile };
  yield* readPosts(file, posts, { ...reading, isKeyed: lostNodes === 0, pinned: pinnedIn(record) });
  if (lostNodes > 0) {
    const message = `${lostNodes} blocks of the tree in ${file.path} are damaged or missing: the keys of some posts are lost with them.`;
    yield { kind: 'unreadable', id: null, at: nowhere, message };
  }
  for (const [what, count] of counts) yield { kind: 'left-out', what, count };
}

interface ReadingPosts extends Reading {
  /** The whole tree was seen: what is not named in it does not count. */
  readonly isKeyed: boolean;
  readonly pinned: string | null;
}

/** The second reading: each block that the tree names, held against its CID. */
async function* readPosts(file: ExportFile, posts: PathIndex, reading: ReadingPosts): AsyncGenerator<ExportFinding> {
  const { did, skeleton, signal } = reading;
  const reader = { did, context: contextOf(reading), withFiles: packedBlobs(reading.tree) };
  const seesKeyless = !reading.isKeyed && !skeleton.hasHistory;
  const done = new Uint8Array(posts.size);
  try {
    for await (const frame of readFrames(file.open(signal))) {
      const at = { file: file.path, record: frame.record, offsetBytes: frame.offsetBytes };
      const row = posts.rowOf(frame.digest);
      if (row === -1 && seesKeyless) yield* keyless(frame.bytes, at);
      if (row === -1 || done[row] === 1) continue;
      done[row] = 1;
      yield* readBlock(frame, posts.pathsAt(row), at, reader);
    }
  } catch (error) {
    // Told with the first reading; what lies behind the break is named below.
    if (!(error instanceof CarError)) throw error;
  }
  yield* missing(file, posts, done, did);
}

interface BlockReader {
  readonly did: string;
  readonly context: RecordContext;
  readonly withFiles: (medium: PostMedia) => PostMedia;
}

function* readBlock(
  frame: CarFrame,
  paths: readonly string[],
  at: ExportPosition,
  { did, context, withFiles }: BlockReader,
): Generator<ExportFinding> {
  const record = isIntact(frame) ? recordIn(frame.bytes) : undefined;
  for (const path of paths) {
    const id = `at://${did}/${path}`;
    const post = asObject(record) === undefined ? undefined : readRecord(id, record, context);
    if (post === undefined) yield bad(id, at, 'is damaged: its bytes are not those its CID was made of');
    else yield { kind: 'post', post: { ...post, media: post.media.map(withFiles), source: 'export' }, at };
  }
}

function* missing(file: ExportFile, posts: PathIndex, done: Uint8Array, did: string): Generator<ExportFinding> {
  const at = { file: file.path, record: null, offsetBytes: null };
  for (const [row, isDone] of done.entries()) {
    const paths = isDone === 1 ? [] : posts.pathsAt(row);
    for (const path of paths) yield bad(`at://${did}/${path}`, at, 'is not in the file');
  }
}

function contextOf({ place, did, pinned }: ReadingPosts): RecordContext {
  const account = accountOf(place);
  const handle = account.name.startsWith('did:') ? null : account.name;
  return {
    account,
    ownDid: did,
    blobs: { did, server: account.only ?? null, hasCdn: account.only === undefined },
    author: { id: did, handle, name: null, url: account.page },
    pinned,
  };
}

/** Posts whose keys are lost with the tree's blocks: they are there, and nobody can say any more where they belong. */
function* keyless(bytes: Uint8Array, at: ExportPosition): Generator<ExportFinding> {
  const record = recordIn(bytes);
  const { $type: type, text, createdAt } = asObject(record) ?? {};
  if (type !== 'app.bsky.feed.post' && type !== 'app.bsky.feed.repost') return;
  const message = `A post of ${asText(createdAt)} is there without its key: "${(asText(text) ?? '').slice(0, 60)}"`;
  yield { kind: 'unreadable', id: null, at, message };
}

function bad(id: string, at: ExportPosition, what: string): ExportFinding {
  return { kind: 'unreadable', id, at, message: `The block of ${id} ${what}.` };
}

/** Files named by their CID, as programs that save blobs name them; where there are any, one that is missing should be there. */
function packedBlobs(tree: ExportTree): (medium: PostMedia) => PostMedia {
  const named = filesLike(tree, /(^|\/)baf[a-z2-7]{50,60}(\.\w+)?$/);
  if (named.length === 0) return (medium) => medium;
  const files = new MediaFinder(tree);
  return (medium) => {
    const cid = /baf[a-z2-7]{50,60}/.exec(medium.url)?.[0] ?? '';
    const endings = ['', '.jpg', '.jpeg', '.png', '.webp', '.gif', '.mp4', '.vtt'];
    const [file] = endings.flatMap((ending) => files.named(`${cid}${ending}`));
    return { ...medium, file: file?.path ?? null };
  };
}
