import type { ArchivedHead, ArchivedResponse } from '../../model/archived-response.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import { asList, asObject, asText, at, parseJson } from '../reading/json-reader.ts';
import { isWrongBlob } from './read-blob.ts';
import { profileInTrouble, readProfileRecord, readProfileView, troubleIn } from './read-profile.ts';
import { readRecord } from './read-record.ts';
import { readRepo } from './read-repo.ts';
import { readAuthorFeed, readPosts, readThread, type ViewContext } from './read-views.ts';
import { type Account, accountOf, pageOf, readAtUri } from './repo-address.ts';

const methods = new Set([
  'com.atproto.sync.getRepo',
  'com.atproto.repo.listRecords',
  'com.atproto.repo.getRecord',
  'com.atproto.repo.describeRepo',
  'com.atproto.identity.resolveHandle',
  'app.bsky.actor.getProfile',
  'app.bsky.feed.getAuthorFeed',
  'app.bsky.feed.getPosts',
  'app.bsky.feed.getPostThread',
  'app.bsky.unspecced.getPostThreadV2',
]);

function methodOf(url: string): string | undefined {
  const method = URL.canParse(url) ? /\/xrpc\/([\w.]+)$/.exec(new URL(url).pathname)?.[1] : undefined;
  return method !== undefined && methods.has(method) ? method : undefined;
}

/** A picture or film that came with other bytes than it was asked for; those that are right have nothing to tell. */
function isBadBlob({
  url,
  status,
  isPart,
  sha256,
}: Pick<ArchivedHead, 'url' | 'status' | 'isPart' | 'sha256'>): boolean {
  return status === 200 && !isPart && /\/xrpc\/com\.atproto\.sync\.getBlob\?/.test(url) && isWrongBlob(url, sha256);
}

/** Posts of Bluesky: from the repository itself, its records one by one, and what the app view shows of them. */
export const blueskyExtract: ChannelExtract = {
  reads(head: ArchivedHead): boolean {
    return head.method === 'GET' && (methodOf(head.url) !== undefined || isBadBlob(head));
  },

  async *read(response: ArchivedResponse, place: ChannelPlace): AsyncIterable<Finding> {
    const account = accountOf(place);
    const method = methodOf(response.url);
    if (method === undefined) {
      const message = `The bytes of ${response.url} are not those its CID was made of.`;
      return yield { kind: 'unreadable', id: null, where: response.url, message };
    }
    if (response.status !== 200) return yield* readRefusal(response, account);
    if (method === 'com.atproto.sync.getRepo') return yield* readRepo(response, account);
    const json = asObject(parseJson(await response.text()));
    if (json === undefined) {
      const message = `${response.url} should be JSON and is none.`;
      return yield { kind: 'unreadable', id: null, where: response.url, message };
    }
    yield* readJson(json, method, { account, url: response.url, at: response.place.at });
  },
};

/** An error says something about the account, or about the one post that was asked for. */
async function* readRefusal(response: ArchivedResponse, account: Account): AsyncGenerator<Finding> {
  const json = parseJson(await response.text());
  const trouble = troubleIn(json);
  const { searchParams } = new URL(response.url);
  const asked =
    searchParams.get('repo') ?? searchParams.get('actor') ?? searchParams.get('did') ?? searchParams.get('handle');
  const isAsked = asked !== null && (asked === account.name || asked.startsWith('did:'));
  if (trouble !== undefined && isAsked) return yield profileInTrouble(trouble, account.name);
  const [repo, collection, key] = ['repo', 'collection', 'rkey'].map((name) => searchParams.get(name));
  if (asText(at(json, 'error')) !== 'RecordNotFound' || collection !== 'app.bsky.feed.post') return;
  const id = `at://${repo}/${collection}/${key}`;
  yield { kind: 'gone', id, url: pageOf(id, account), message: `${id} is not in the repository, its server says.` };
}

function* readJson(json: unknown, method: string, context: ViewContext): Generator<Finding> {
  if (method === 'app.bsky.actor.getProfile') {
    const { name, page } = context.account;
    const isOwn = [at(json, 'did'), at(json, 'handle')].includes(name) || context.url.includes('actor=did');
    if (isOwn) yield* readProfileView(json, page);
  } else if (method === 'app.bsky.feed.getAuthorFeed') yield* readAuthorFeed(json, context);
  else if (method === 'app.bsky.feed.getPosts') yield* readPosts(json, context);
  else if (method.includes('getPostThread')) yield* readThread(json, context);
  else if (method === 'com.atproto.repo.listRecords') yield* readListed(json, context);
  else if (method === 'com.atproto.repo.getRecord') yield* readOwnRecord(json, context);
}

/** The records of one collection; without a cursor the list ends here. */
function* readListed(json: unknown, context: ViewContext): Generator<Finding> {
  const { account, url } = context;
  const collection = new URL(url).searchParams.get('collection');
  const records = at(json, 'records');
  if (!Array.isArray(records)) {
    return yield { kind: 'unreadable', id: null, where: url, message: `${url} should list records and does not.` };
  }
  for (const record of records) {
    const uri = asText(at(record, 'uri'));
    const address = readAtUri(uri);
    if (uri !== null && address !== undefined && collection?.startsWith('app.bsky.feed.')) {
      const page = pageOf(uri, account, address.did);
      yield { kind: 'listed', listed: { id: uri, url: page, published: null, list: 'listRecords' } };
    }
    yield* readOwnRecord(record, context);
  }
  const isEnd = asText(at(json, 'cursor')) === null || asList(records).length === 0;
  if (isEnd && collection === 'app.bsky.feed.post') yield { kind: 'end-of-list', list: 'listRecords' };
}

function* readOwnRecord(record: unknown, { account, url }: ViewContext): Generator<Finding> {
  const uri = asText(at(record, 'uri'));
  const address = readAtUri(uri);
  const value = at(record, 'value');
  if (uri === null || address === undefined || asObject(value) === undefined) {
    return yield {
      kind: 'unreadable',
      id: uri,
      where: url,
      message: `${url} has a record without address or content.`,
    };
  }
  const { did, collection } = address;
  if (collection === 'app.bsky.actor.profile') return yield readProfileRecord(value, did);
  const post = readRecord(uri, value, {
    account,
    ownDid: did,
    blobs: { did, server: new URL(url).origin, hasCdn: account.only === undefined },
    author: { id: did, handle: account.name.startsWith('did:') ? null : account.name, name: null, url: account.page },
  });
  if (post !== undefined) yield { kind: 'post', post };
}
