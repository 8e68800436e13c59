import { loadAssetReplies } from '../http/asset-folder.ts';
import { htmlReply, type Reply, redirectReply, type Site, textReply } from '../http/reply.ts';
import { fediverseApi } from './fediverse-api.ts';
import { type FediverseFrame, PROFILE_PAGE_SIZE, PROFILE_PATH, tootPath, USER } from './fediverse-frame.ts';
import { fediverseNotFound, fediversePermalink, fediverseProfile } from './fediverse-pages.ts';
import { fediverseRss } from './fediverse-rss.ts';
import type { Toot } from './load-toots.ts';

/** Planted, like the blog's. */
export const FEDIVERSE_COOKIE = 'DEMO_TOOT_SECRET_9be41d07';

/** The server Klingelnetz, which speaks like a Mastodon, as far as one account needs it. */
export function fediverseSite(frame: FediverseFrame, toots: readonly Toot[]): Site {
  const api = fediverseApi(frame, toots);
  const own = toots.filter(({ boosts }) => boosts === undefined);
  const fixed = new Map<string, Reply>([
    ...loadAssetReplies('assets/social', '/media/'),
    ...loadAssetReplies('assets/blog/uploads/2025/06', '/media/films/'),
    ...loadAssetReplies('assets/kettenblatt', '/static/'),
    ...loadAssetReplies('assets/klingelnetz', '/static/'),
    ['/', redirectReply(302, `${frame.origin}${PROFILE_PATH}`)],
    ['/robots.txt', textReply('text/plain', 'User-agent: *\nDisallow: /media_proxy/\nDisallow: /interact/\n')],
    [`/users/${USER}`, redirectReply(302, `${frame.origin}${PROFILE_PATH}`)],
    [`${PROFILE_PATH}.rss`, textReply('application/rss+xml', fediverseRss(frame, toots))],
    ...own.map((toot): [string, Reply] => [tootPath(toot), withCookie(htmlReply(fediversePermalink(frame, toot)))]),
  ]);
  const missing = htmlReply(fediverseNotFound(frame), { status: 404 });
  return (request) => {
    if (request.path === PROFILE_PATH) return withCookie(profile(frame, toots, request.query.get('max_id')));
    return api(request) ?? fixed.get(request.path) ?? missing;
  };
}

function profile(frame: FediverseFrame, toots: readonly Toot[], maxId: string | null): Reply {
  const place = maxId === null ? -1 : toots.findIndex(({ id }) => id === maxId);
  return htmlReply(fediverseProfile(frame, toots, place + 1));
}

/** Addresses of all pages of the profile. */
export function profilePaths(toots: readonly Toot[]): readonly string[] {
  const lasts = toots.filter((_, place) => (place + 1) % PROFILE_PAGE_SIZE === 0 && place + 1 < toots.length);
  return [PROFILE_PATH, ...lasts.map(({ id }) => `${PROFILE_PATH}?max_id=${id}`)];
}

function withCookie(reply: Reply): Reply {
  return {
    ...reply,
    headers: { ...reply.headers, 'Set-Cookie': `_session=${FEDIVERSE_COOKIE}; Path=/; HttpOnly; SameSite=Lax` },
  };
}
