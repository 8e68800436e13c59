import { loadAssetReplies } from '../http/asset-folder.ts';
import { htmlReply, type Reply, redirectReply, type Site, type SiteRequest, textReply } from '../http/reply.ts';
import { feedReply } from './feed-api.ts';
import { FEED_API, type FeedPost, PROFILE, postPath } from './feed-posts.ts';
import { permalinkPage, profilePage, type SocialFrame, socialNotFoundPage } from './social-pages.ts';

/** Planted: the page's script reads this cookie and sends it back as `Authorization` with every call for the feed. */
export const SOCIAL_COOKIE = 'DEMO_GUEST_SECRET_c3e5905d1f';

/** The fictitious network Kettenblatt, as far as one account needs it. `feedDelayMs` is what a page of the feed takes. */
export function socialSite(frame: SocialFrame, posts: readonly FeedPost[], feedDelayMs: number): Site {
  const fixed = new Map<string, Reply>([
    ...loadAssetReplies('assets/social', '/media/'),
    ...loadAssetReplies('assets/kettenblatt', '/static/'),
    ['/', redirectReply(302, `${frame.origin}${PROFILE}`)],
    ['/robots.txt', textReply('text/plain', 'User-agent: *\nDisallow: /login\n')],
    [PROFILE, htmlReply(profilePage(frame, posts.length))],
    ...posts.map((post): [string, Reply] => [postPath(post), htmlReply(permalinkPage(frame, post))]),
  ]);
  const missing = htmlReply(socialNotFoundPage(frame), { status: 404 });
  return (request) => {
    if (request.path === FEED_API) return feedReply(posts, request.query.get('cursor'), feedDelayMs);
    return withGuest(request, fixed.get(request.path) ?? missing);
  };
}

function withGuest(request: SiteRequest, reply: Reply): Reply {
  const isPage = String(reply.headers['Content-Type'] ?? '').startsWith('text/html');
  if (!isPage || String(request.headers.cookie ?? '').includes('kb_guest=')) return reply;
  return { ...reply, headers: { ...reply.headers, 'Set-Cookie': `kb_guest=${SOCIAL_COOKIE}; Path=/; SameSite=Lax` } };
}
