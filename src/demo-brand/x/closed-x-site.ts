import { htmlReply, type Site } from '../http/reply.ts';
import { X_QUERIES } from './x-api.ts';
import { X_PROFILE } from './x-frame.ts';
import { xClosedPage, xNotFoundPage } from './x-pages.ts';

/** Kurzwelle after the brand has closed its account: profile and posts are gone, what does not belong to it stays. */
export function closedXSite(open: Site): Site {
  const gone = htmlReply(xClosedPage(), { status: 410 });
  const missing = htmlReply(xNotFoundPage(), { status: 404 });
  return (request) => {
    const { path } = request;
    if (path === X_PROFILE || path.startsWith(`${X_PROFILE}/`)) return gone;
    return path === '/' || path.startsWith(`${X_QUERIES}/`) ? missing : open(request);
  };
}
