import { loadAssetReplies } from '../http/asset-folder.ts';
import { htmlReply, type Reply, redirectReply, type Site, textReply } from '../http/reply.ts';
import type { XPost } from './load-x-posts.ts';
import { xApi } from './x-api.ts';
import { postsOnX, X_PROFILE, type XFrame } from './x-frame.ts';
import { xLoginPage, xNotFoundPage, xPostPage, xProfilePage } from './x-pages.ts';

/** Planted, like the blog's. */
export const X_COOKIE = 'DEMO_WAVE_SECRET_5d20c8e1';

/**
 * Kurzwelle, which speaks as X does to a visitor who is not logged in: the newest posts of an account, single posts, and a
 * login where answers and pictures have tabs of their own. The name and the looks are its own.
 */
export function xSite(frame: XFrame, posts: readonly XPost[]): Site {
  const api = xApi(frame, posts);
  const single = new Set(postsOnX(posts).flatMap(({ versions }) => versions));
  const fixed = new Map<string, Reply>([
    ...loadAssetReplies('assets/social', '/media/'),
    ...loadAssetReplies('assets/blog/uploads/2025/06', '/media/'),
    ...loadAssetReplies('assets/kettenblatt', '/static/'),
    ...loadAssetReplies('assets/x', '/static/'),
    ['/', redirectReply(302, `${frame.origin}${X_PROFILE}`)],
    ['/robots.txt', textReply('text/plain', 'User-agent: *\nDisallow: /i/flow/\n')],
    ['/i/flow/login', htmlReply(xLoginPage())],
    [X_PROFILE, withCookie(htmlReply(xProfilePage(frame, posts)))],
    ...['with_replies', 'media'].map((tab): [string, Reply] => [
      `${X_PROFILE}/${tab}`,
      redirectReply(302, `${frame.origin}/i/flow/login?redirect_after_login=${X_PROFILE}/${tab}`),
    ]),
  ]);
  const missing = htmlReply(xNotFoundPage(), { status: 404 });
  return (request) => {
    const id = new RegExp(`^${X_PROFILE}/status/(\\d+)$`).exec(request.path)?.[1];
    if (id !== undefined) return single.has(id) ? withCookie(htmlReply(xPostPage(id))) : missing;
    return (
      api(request) ?? picture(fixed, request.path, request.query.get('format')) ?? fixed.get(request.path) ?? missing
    );
  };
}

/** `/media/NAME?format=jpg&name=small` in every size is the one picture there is. */
function picture(fixed: ReadonlyMap<string, Reply>, path: string, format: string | null): Reply | undefined {
  return format === 'jpg' && path.startsWith('/media/') ? fixed.get(`${path}.jpg`) : undefined;
}

function withCookie(reply: Reply): Reply {
  return {
    ...reply,
    headers: { ...reply.headers, 'Set-Cookie': `wave_guest=${X_COOKIE}; Path=/; HttpOnly; SameSite=Lax` },
  };
}
