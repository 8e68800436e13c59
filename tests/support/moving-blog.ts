import { onTestFinished } from 'vitest';
import type { Blog } from '../../src/demo-brand/blog/blog.ts';
import { blogSite } from '../../src/demo-brand/blog/blog-site.ts';
import { loadBlog } from '../../src/demo-brand/blog/load-blog.ts';
import { type NameServer, openNameServer } from '../../src/demo-brand/dns/name-server.ts';
import { EMBED_PAGE } from '../../src/demo-brand/embed/embed-site.ts';
import { type LoopbackServer, openLoopbackServer } from '../../src/demo-brand/http/loopback-server.ts';
import { redirectReply, type Site, textReply } from '../../src/demo-brand/http/reply.ts';
import { startDemoBrand } from '../../src/demo-brand/start-demo-brand.ts';
import { item, wxr } from '../channels/imports/fixtures/wordpress.ts';

const HOST = '127.0.0.1';

const STAYS = ['/de/impressum/', '/robots.txt', '/wp-sitemap.xml'];

/** What the table of the guide says: from which path of the blog to which path of the new home. */
export type MovedPaths = Readonly<Record<string, string>>;

async function open(): Promise<LoopbackServer & { readonly origin: string }> {
  const server = await openLoopbackServer(HOST, 0);
  onTestFinished(() => server.close());
  return { ...server, origin: `http://${HOST}:${server.port}` };
}

/** The official export of a WordPress with all of its posts and pages. @param made `2027-01-20` */
function exportOf(blog: Blog, made: string): string {
  const posts = blog.posts.map(({ id, path, title, excerpt, date }) =>
    item({ id, link: `${blog.origin}${path}`, title, content: excerpt, gmt: date.slice(0, 19).replace('T', ' ') }),
  );
  const pages = blog.pages.map(({ id, path, title }) =>
    item({ id, type: 'page', link: `${blog.origin}${path}`, title }),
  );
  const items = [...posts, ...pages];
  return wxr('1.2', items.join('\n'))
    .replace(/<pubDate>[^<]*/, `<pubDate>${new Date(made).toUTCString()}`)
    .replaceAll('https://glocken.example.org', blog.origin);
}

/** The small server that takes over: it leads on, says what is gone, and keeps what has to stay. */
function movedSite(
  before: Site,
  moved: MovedPaths,
  newHome: { origin: string; path: string },
  status: 301 | 302,
): Site {
  const farewell = `<rss version="2.0"><channel><item><title>This feed ends</title><link>${newHome.origin}${newHome.path}</link></item></channel></rss>`;
  return (request) => {
    const to = moved[request.path];
    if (to !== undefined) return redirectReply(status, `${newHome.origin}${to}`);
    if (request.path === '/feed/') return textReply('application/rss+xml', farewell);
    if (STAYS.includes(request.path)) return before(request);
    return textReply('text/plain', 'Gone.\n', { status: 410 });
  };
}

/**
 * The blog of Brandt & Söhne, which moves: its server, that of the new home, the old system under its own name, and the name
 * server that knows this name.
 */
export async function startMovingBlog(moved: MovedPaths, oldHost: string) {
  const brand = await startDemoBrand({ slowPageMs: 0, feedDelayMs: 0 });
  onTestFinished(() => brand.close());
  const [front, home, old] = [await open(), await open(), await open()];
  const { socialUrl, fediverseUrl, embedOrigin } = brand;
  const blog = loadBlog({ origin: front.origin, socialUrl, fediverseUrl, embedUrl: `${embedOrigin}${EMBED_PAGE}` });
  const before = blogSite(blog, 0);
  const newHome = { origin: home.origin, path: moved['/'] ?? '/' };
  front.serve(before);
  home.serve(({ path }) =>
    Object.values(moved).includes(path)
      ? textReply('text/html', `<h1>The workshop</h1>${path}`)
      : textReply('text/plain', 'Not found\n', { status: 404 }),
  );
  const zone: Record<string, readonly string[]> = { [`A ${oldHost}`]: [HOST] };
  const names: NameServer = await openNameServer(zone, HOST, 0);
  onTestFinished(() => names.close());
  return {
    origin: front.origin,
    homeOrigin: home.origin,
    oldOrigin: old.origin,
    nameServer: names.address,
    /** Of the name server, `A old.example.org`, in order. */
    questions: names.questions,
    exportOf: (made: string) => exportOf(blog, made),
    setAside: () => old.serve(() => textReply('text/plain', 'Who are you?\n', { status: 401 })),
    leadOn: (status: 301 | 302) => front.serve(movedSite(before, moved, newHome, status)),
    async switchOff(): Promise<void> {
      await old.close();
      delete zone[`A ${oldHost}`];
    },
  };
}
