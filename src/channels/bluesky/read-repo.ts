import type { ArchivedResponse } from '../../model/archived-response.ts';
import type { Finding } from '../../model/finding.ts';
import { asNumber, asObject, asText, at } from '../reading/json-reader.ts';
import { readProfileRecord } from './read-profile.ts';
import { pinnedIn, type RecordContext, readRecord } from './read-record.ts';
import { type Account, pageOf } from './repo-address.ts';
import { type Block, nodeIn, readBlocks, recordIn, type TreeNode, walkTree } from './repo-tree.ts';

const posts = 'app.bsky.feed.post/';
const reposts = 'app.bsky.feed.repost/';
const profile = 'app.bsky.actor.profile/self';

/** What the first reading of the file gives: the way to the records, not the records. */
interface Skeleton {
  readonly commit: unknown;
  readonly nodes: ReadonlyMap<string, TreeNode>;
  /** Records that may be the profile, by CID: it says which post is pinned, and lies anywhere in the file. */
  readonly profiles: ReadonlyMap<string, unknown>;
  readonly troubles: readonly string[];
}

/**
 * Everything an account has said, from its repository as `com.atproto.sync.getRepo` gives it: each post once with its key, and
 * the list that is its own proof. The file is read twice from beginning to end, never held whole. Each block is held against
 * its CID; a damaged one is named, and what lies behind it is read all the same.
 * @see https://atproto.com/specs/repository
 */
export async function* readRepo(response: ArchivedResponse, account: Account): AsyncGenerator<Finding> {
  const { url } = response;
  const skeleton = await readSkeleton(response);
  const did = asText(at(skeleton.commit, 'did')) ?? new URL(url).searchParams.get('did') ?? '';
  for (const message of skeleton.troubles) yield { kind: 'unreadable', id: null, where: url, message };
  const isWanted = (path: string) => path.startsWith(posts) || path.startsWith(reposts) || path === profile;
  const root = asText(at(skeleton.commit, 'data', '$link'));
  const { paths, lostNodes } = walkTree(skeleton.nodes, root, isWanted);
  const uriOf = (path: string) => `at://${did}/${path}`;
  for (const path of [...paths.values()].flat()) if (path !== profile) yield listed(uriOf(path), account, did);

  const profileCid = [...paths].find(([, here]) => here.includes(profile))?.[0];
  const record = skeleton.profiles.get(profileCid ?? '');
  if (record !== undefined) yield readProfileRecord(record, did);
  const context: RecordContext = {
    account,
    ownDid: did,
    blobs: { did, server: new URL(url).origin, hasCdn: account.only === undefined },
    author: { id: did, handle: account.name.startsWith('did:') ? null : account.name, name: null, url: account.page },
    pinned: pinnedIn(record),
  };
  yield* readRecords(response, paths, uriOf, context);
  if (lostNodes > 0) yield* readKeyless(response, paths);
  if (lostNodes > 0) {
    const message = `${lostNodes} blocks of the tree in ${url} are damaged or missing: the keys of some posts are lost with them.`;
    yield { kind: 'unreadable', id: null, where: url, message };
  } else if (skeleton.troubles.length === 0) yield* proof(paths);
}

/** The tree was seen whole: what it lists is what there is, whatever number a profile shows. */
function* proof(paths: ReadonlyMap<string, readonly string[]>): Generator<Finding> {
  const count = [...paths.values()].flat().filter((path) => path !== profile).length;
  yield { kind: 'end-of-list', list: 'getRepo' };
  yield {
    kind: 'claim',
    claim: { name: 'getRepo', count, kinds: ['post', 'reply', 'quote', 'repost'], reach: 'exact' },
  };
}

function listed(uri: string, account: Account, did: string): Finding {
  const kind = uri.includes(`/${reposts}`) ? ({ kind: 'repost' } as const) : {};
  return {
    kind: 'listed',
    listed: { id: uri, url: pageOf(uri, account, did), published: null, list: 'getRepo', ...kind },
  };
}

async function readSkeleton(response: ArchivedResponse): Promise<Skeleton> {
  const nodes = new Map<string, TreeNode>();
  const profiles = new Map<string, unknown>();
  const troubles: string[] = [];
  let commit: unknown;
  const meet = ({ cid, bytes, root, isIntact }: Block & { readonly root: string }) => {
    if (!isIntact) return;
    if (cid === root) commit = recordIn(bytes);
    else if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('app.bsky.actor.profile')) {
      profiles.set(cid, recordIn(bytes));
    }
    const node = nodeIn(bytes);
    if (node !== undefined) nodes.set(cid, node);
  };
  try {
    for await (const block of readBlocks(response.stream())) meet(block);
  } catch (error) {
    troubles.push(`${response.url} is no whole CAR file: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const version = asNumber(at(commit, 'version'));
  if (asObject(commit) === undefined) troubles.push(`The commit in ${response.url} is damaged or missing.`);
  // Version 2 differs in `prev` alone, which leads to older commits that no server gives any more.
  else if (version !== 3 && version !== 2)
    troubles.push(`The repository in ${response.url} has version ${version}, which is not known here.`);
  return { commit, nodes, profiles, troubles };
}

async function* readRecords(
  response: ArchivedResponse,
  paths: ReadonlyMap<string, readonly string[]>,
  uriOf: (path: string) => string,
  context: RecordContext,
): AsyncGenerator<Finding> {
  const open = new Map(paths);
  try {
    for await (const { cid, bytes, isIntact } of readBlocks(response.stream())) {
      const here = open.get(cid);
      if (here === undefined) continue;
      open.delete(cid);
      const record = isIntact ? recordIn(bytes) : undefined;
      for (const path of here) {
        if (path !== profile || record === undefined) yield readOne(uriOf(path), record, context, response.url);
      }
    }
  } catch {
    // Told with the first reading; what lies behind the break is named below.
  }
  for (const path of [...open.values()].flat()) yield bad(uriOf(path), response.url, 'is not in the file');
}

/** Posts whose keys are lost with the tree's blocks: they are there, and nobody can say any more where they belong. */
async function* readKeyless(
  response: ArchivedResponse,
  paths: ReadonlyMap<string, readonly string[]>,
): AsyncGenerator<Finding> {
  const { url } = response;
  try {
    for await (const { cid, bytes, isIntact } of readBlocks(response.stream())) {
      const record = isIntact && !paths.has(cid) ? recordIn(bytes) : undefined;
      if (asText(at(record, '$type')) !== 'app.bsky.feed.post') continue;
      const words = (asText(at(record, 'text')) ?? '').slice(0, 60);
      const message = `A post of ${asText(at(record, 'createdAt'))} is there without its key: "${words}"`;
      yield { kind: 'unreadable', id: null, where: url, message };
    }
  } catch {
    // Told with the first reading.
  }
}

function readOne(uri: string, record: unknown, context: RecordContext, where: string): Finding {
  if (asObject(record) === undefined) return bad(uri, where, 'is damaged: its bytes are not those its CID was made of');
  const post = readRecord(uri, record, context);
  return post === undefined ? bad(uri, where, 'is no post') : { kind: 'post', post };
}

function bad(uri: string, where: string, what: string): Finding {
  return { kind: 'unreadable', id: uri, where, message: `The block of ${uri} ${what}.` };
}
