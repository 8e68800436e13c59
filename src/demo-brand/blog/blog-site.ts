import { loadAssetReplies } from '../http/asset-folder.ts';
import {
  htmlReply,
  jsonReply,
  type Reply,
  redirectReply,
  type Site,
  type SiteRequest,
  textReply,
} from '../http/reply.ts';
import { archivesOf, type Blog, homePages, homePath, LANGUAGES, type Language } from './blog.ts';
import { feedXml } from './feed-xml.ts';
import { THEME } from './layout.ts';
import { archivePage, homePage, notFoundPage, searchPage } from './list-page.ts';
import { ADMIN_AJAX, postPage } from './post-page.ts';
import { restReply } from './rest-json.ts';
import { sitemapIndexXml, sitemapPaths, sitemapXml } from './sitemap-xml.ts';
import { staticPage } from './static-page.ts';

/** Planted: no snapshot may ever hold them. */
export const BLOG_COOKIES = {
  session: 'DEMO_SESSION_SECRET_4f9a1c7be2d84650',
  consent: 'DEMO_CONSENT_SECRET_b81e03a6',
} as const;

export const LETTER_READERS = 1924;

/** Old addresses that lead to new ones. */
export const BLOG_REDIRECTS: readonly { readonly status: 301 | 302; readonly from: string; readonly to: string }[] = [
  { status: 301, from: '/2019/05/guten-tag/', to: '/de/2019/05/guten-tag/' },
  { status: 301, from: '/de/', to: '/' },
  { status: 302, from: '/newsletter/', to: '/de/klingelpost/' },
];

export const CHRONICLE = '/chronik-1999.html';

/** The WordPress-like blog. `slowPageMs` is what the server takes for the one slow page. */
export function blogSite(blog: Blog, slowPageMs: number): Site {
  const pages = pageReplies(blog, slowPageMs);
  const files = fileReplies();
  return (request) => {
    const file = files.get(request.path);
    if (file !== undefined) return file;
    const reply = action(request) ?? question(blog, request) ?? pages.get(request.path) ?? restReply(blog, request);
    return withCookies(request, withLinks(blog, reply ?? missing(blog, pages, request)));
  };
}

/** Everything that has one address and one answer. */
function pageReplies(blog: Blog, slowPageMs: number): ReadonlyMap<string, Reply> {
  const replies = new Map<string, Reply>();
  for (const language of LANGUAGES) {
    for (let page = 1; page <= homePages(blog, language); page++) {
      replies.set(homePath(language, page), htmlReply(homePage(blog, language, page)));
    }
    replies.set(`${homePath(language)}feed/`, textReply('application/rss+xml', feedXml(blog, language)));
  }
  for (const post of blog.posts) replies.set(post.path, htmlReply(postPage(blog, post)));
  for (const archive of archivesOf(blog)) replies.set(archive.path, htmlReply(archivePage(blog, archive)));
  for (const page of blog.pages) {
    replies.set(page.path, htmlReply(staticPage(blog, page), page.kind === 'slow' ? { delayMs: slowPageMs } : {}));
  }
  for (const { status, from, to } of BLOG_REDIRECTS) replies.set(from, redirectReply(status, `${blog.origin}${to}`));
  replies.set('/wp-sitemap.xml', textReply('application/xml', sitemapIndexXml(blog)));
  for (const [path, paths] of sitemapPaths(blog))
    replies.set(path, textReply('application/xml', sitemapXml(blog, paths)));
  replies.set('/robots.txt', textReply('text/plain', robots(blog)));
  // What WordPress does where no favicon.ico lies: it sends the browser to the site's own sign.
  replies.set('/favicon.ico', redirectReply(302, `${blog.origin}${THEME}/bell.svg`));
  return replies;
}

function robots(blog: Blog): string {
  return `User-agent: *\nDisallow: /wp-admin/\nAllow: ${ADMIN_AJAX}\n\nSitemap: ${blog.origin}/wp-sitemap.xml\n`;
}

function fileReplies(): ReadonlyMap<string, Reply> {
  const assets = loadAssetReplies('assets/blog', '/');
  const places: readonly (readonly [string, string])[] = [
    ['/uploads/', '/wp-content/uploads/'],
    ['/theme/', '/wp-content/themes/brandt/'],
    ['/block-library/', '/wp-includes/css/dist/block-library/'],
  ];
  return new Map(
    [...assets].map(([path, reply]): [string, Reply] => {
      const place = places.find(([folder]) => path.startsWith(folder));
      if (place !== undefined) return [`${place[1]}${path.slice(place[0].length)}`, reply];
      // The one page from 1999 is stored, and always was served, in the encoding of its time.
      return [path, { ...reply, headers: { ...reply.headers, 'Content-Type': 'text/html; charset=ISO-8859-1' } }];
    }),
  );
}

function action(request: SiteRequest): Reply | undefined {
  if (request.method !== 'POST') return undefined;
  const wanted = new URLSearchParams(request.body).get('action');
  if (request.path !== ADMIN_AJAX || wanted !== 'letter_count') return textReply('text/plain', '0', { status: 400 });
  return jsonReply({ success: true, data: { readers: LETTER_READERS } });
}

/** Front pages asked with `?s=` or `?p=`. */
function question(blog: Blog, request: SiteRequest): Reply | undefined {
  const language = LANGUAGES.find((one) => homePath(one) === request.path);
  if (language === undefined) return undefined;
  const query = request.query.get('s');
  if (query !== null) return htmlReply(searchPage(blog, language, query));
  const post = blog.posts.find((one) => String(one.id) === request.query.get('p'));
  return post === undefined ? undefined : redirectReply(301, `${blog.origin}${post.path}`);
}

/** WordPress adds the slash that was left out; whatever else is unknown gets the theme's 404 page. */
function missing(blog: Blog, pages: ReadonlyMap<string, Reply>, request: SiteRequest): Reply {
  if (pages.has(`${request.path}/`)) return redirectReply(301, `${blog.origin}${request.path}/`);
  const language: Language = request.path.startsWith('/en/') ? 'en' : 'de';
  return htmlReply(notFoundPage(blog, language), { status: 404 });
}

function withLinks(blog: Blog, reply: Reply): Reply {
  return { ...reply, headers: { ...reply.headers, Link: `<${blog.origin}/wp-json/>; rel="https://api.w.org/"` } };
}

function withCookies(request: SiteRequest, reply: Reply): Reply {
  if (String(request.headers.cookie ?? '').includes('brandt_session=')) return reply;
  const cookies = [
    `brandt_session=${BLOG_COOKIES.session}; Path=/; HttpOnly; SameSite=Lax`,
    `brandt_consent=${BLOG_COOKIES.consent}; Path=/; Max-Age=31536000; SameSite=Lax`,
  ];
  return { ...reply, headers: { ...reply.headers, 'Set-Cookie': cookies } };
}
