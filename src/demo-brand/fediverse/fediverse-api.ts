import { jsonReply, type Reply, type SiteRequest } from '../http/reply.ts';
import { type FediverseFrame, LIST_PATH, PAGE_SIZE, PROFILE_PATH, USER } from './fediverse-frame.ts';
import type { Toot } from './load-toots.ts';
import { accountJson, replyJson, statusJson } from './status-json.ts';

/** Everything that answers with JSON; undefined for what is none of it. */
export function fediverseApi(
  frame: FediverseFrame,
  toots: readonly Toot[],
): (request: SiteRequest) => Reply | undefined {
  const account = accountJson(frame, toots.length);
  const status = (toot: Toot) => statusJson(toot, frame, account);
  const fixed = new Map<string, Reply>([
    ['/.well-known/nodeinfo', jsonReply(nodeInfoLinks(frame))],
    ['/nodeinfo/2.0', jsonReply(nodeInfo(toots.length))],
    [`/api/v1/accounts/${account.id}`, jsonReply(account)],
    ...toots.flatMap((toot): [string, Reply][] => [
      [`/api/v1/statuses/${toot.id}`, jsonReply(status(toot))],
      [`/api/v1/statuses/${toot.id}/context`, jsonReply(contextJson(toot, toots, status))],
    ]),
  ]);
  const missing = jsonReply({ error: 'Record not found' }, { status: 404 });
  return ({ path, query }) => {
    if (path === LIST_PATH) return listReply(frame, toots, query, status);
    if (path === '/api/v1/accounts/lookup') return query.get('acct') === USER ? jsonReply(account) : missing;
    if (path === '/.well-known/webfinger') return webFinger(frame, query.get('resource')) ?? missing;
    return fixed.get(path) ?? (path.startsWith('/api/') ? missing : undefined);
  };
}

function nodeInfoLinks({ origin }: FediverseFrame) {
  return { links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0', href: `${origin}/nodeinfo/2.0` }] };
}

function nodeInfo(count: number) {
  return {
    version: '2.0',
    software: { name: 'mastodon', version: '4.5.2' },
    protocols: ['activitypub'],
    services: { outbound: [], inbound: [] },
    usage: { users: { total: 31, activeMonth: 4, activeHalfyear: 9 }, localPosts: count },
    openRegistrations: false,
    metadata: { nodeName: 'Klingelnetz' },
  };
}

function webFinger({ origin }: FediverseFrame, resource: string | null): Reply | undefined {
  const host = new URL(origin).host;
  if (resource !== `acct:${USER}@${host}`) return undefined;
  const links = [
    { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: `${origin}${PROFILE_PATH}` },
    { rel: 'self', type: 'application/activity+json', href: `${origin}/users/${USER}` },
  ];
  return jsonReply({ subject: resource, aliases: [`${origin}${PROFILE_PATH}`], links });
}

type Status = (toot: Toot) => ReturnType<typeof statusJson>;

function contextJson(toot: Toot, toots: readonly Toot[], status: Status) {
  const own = toots.filter(({ after }) => after === toot.id).map(status);
  return { ancestors: [], descendants: [...toot.replies.map((reply) => replyJson(reply, toot)), ...own] };
}

/**
 * Newest first, below `max_id`. Its own paging has the fault of one real server: `rel=next` goes on below the first toot of the
 * next page instead of below the last of this one, and so loses it.
 */
function listReply(frame: FediverseFrame, toots: readonly Toot[], query: URLSearchParams, status: Status): Reply {
  const isPinnedOnly = query.get('pinned') === 'true';
  const all = toots.filter(({ isPinned }) => !isPinnedOnly || isPinned);
  const below = query.get('max_id') ?? '';
  if (below !== '' && !/^\d+$/.test(below)) return jsonReply({ error: 'Bad max_id' }, { status: 400 });
  const from = below === '' ? 0 : all.findIndex(({ id }) => BigInt(id) < BigInt(below));
  const list = from === -1 ? [] : all.slice(from, from + PAGE_SIZE);
  const beyond = all[from + list.length];
  const next = `<${frame.origin}${LIST_PATH}?limit=${PAGE_SIZE}&max_id=${beyond?.id}>; rel="next"`;
  const headers: Record<string, string> = list.length > 0 && beyond !== undefined ? { Link: next } : {};
  return jsonReply(list.map(status), { headers });
}
