import type { Blog } from './blog/blog.ts';
import { blogSite } from './blog/blog-site.ts';
import { loadBlog } from './blog/load-blog.ts';
import { type DemoExpectation, demoExpectation } from './demo-expectation.ts';
import { EMBED_PAGE, embedSite } from './embed/embed-site.ts';
import { PROFILE_PATH } from './fediverse/fediverse-frame.ts';
import { fediverseSite } from './fediverse/fediverse-site.ts';
import { loadToots } from './fediverse/load-toots.ts';
import { type LoopbackServer, openLoopbackServer } from './http/loopback-server.ts';
import { loadFeedPosts, PROFILE } from './social/feed-posts.ts';
import { socialSite } from './social/social-site.ts';
import { loadXPosts } from './x/load-x-posts.ts';
import { type ExportEntry, makeXExport } from './x/make-export.ts';
import { X_PROFILE } from './x/x-frame.ts';
import { xSite } from './x/x-site.ts';

export interface DemoBrandOptions {
  /** Address to listen on; 127.0.0.1 unless said. */
  readonly host?: string;
  /** 0 takes any free port, which is what happens without this. */
  readonly ports?: {
    readonly blog: number;
    readonly social: number;
    readonly embed: number;
    /** 0 unless said. */
    readonly fediverse?: number;
    /** 0 unless said. */
    readonly x?: number;
  };
  /** Server time of the one slow page; 1500 unless said. */
  readonly slowPageMs?: number;
  /** Server time of one page of the social feed; 250 unless said. */
  readonly feedDelayMs?: number;
}

export interface DemoBrand {
  /** Front page of the blog, with the slash. */
  readonly blogUrl: string;
  /** The brand's profile on the social network. */
  readonly socialUrl: string;
  /** Origin of the embedded player, without a slash. On 127.0.0.1 it is named `localhost`, so it is another site as well. */
  readonly embedOrigin: string;
  /** The brand's profile in the fediverse, on a server that speaks like a Mastodon. */
  readonly fediverseUrl: string;
  /** The brand's profile on a server that speaks as X does to a visitor. */
  readonly xUrl: string;
  /** The archive that X would give for that account, file by file. The same each time on the same port. */
  xExport(): readonly ExportEntry[];
  readonly expected: DemoExpectation;
  /** Stops all five servers and their connections. Safe to call again. */
  close(): Promise<void>;
}

/**
 * Serves the made-up brand Brandt & Söhne: a WordPress-like blog, a profile on a social network, an account in the fediverse,
 * one on a server that speaks like X, and an embedded player, on five origins. The same ports give the same bytes each time.
 * @throws the system's error when a port is taken (`EADDRINUSE`); nothing is left listening then
 */
export async function startDemoBrand(options: DemoBrandOptions = {}): Promise<DemoBrand> {
  const host = options.host ?? '127.0.0.1';
  const ports = options.ports ?? { blog: 0, social: 0, embed: 0 };
  const servers = await openAll(host, [ports.blog, ports.social, ports.embed, ports.fediverse ?? 0, ports.x ?? 0]);
  const close = async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
  try {
    return { ...furnish(host, servers, options), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Five<T> = readonly [blog: T, social: T, embed: T, fediverse: T, x: T];
type Servers = Five<LoopbackServer>;

async function openAll(host: string, ports: Five<number>): Promise<Servers> {
  const opened: LoopbackServer[] = [];
  const open = async (port: number): Promise<LoopbackServer> => {
    const server = await openLoopbackServer(host, port);
    opened.push(server);
    return server;
  };
  try {
    return [
      await open(ports[0]),
      await open(ports[1]),
      await open(ports[2]),
      await open(ports[3]),
      await open(ports[4]),
    ];
  } catch (error) {
    await Promise.all(opened.map((server) => server.close()));
    throw error;
  }
}

function furnish(host: string, servers: Servers, options: DemoBrandOptions): Omit<DemoBrand, 'close'> {
  const [blogServer, socialServer, embedServer, fediverseServer, xServer] = servers;
  const named = host.includes(':') ? `[${host}]` : host;
  const blogOrigin = `http://${named}:${blogServer.port}`;
  const socialOrigin = `http://${named}:${socialServer.port}`;
  const embedOrigin = `http://${host === '127.0.0.1' ? 'localhost' : named}:${embedServer.port}`;
  const fediverseOrigin = `http://${named}:${fediverseServer.port}`;
  const xOrigin = `http://${named}:${xServer.port}`;
  const blog: Blog = loadBlog({
    origin: blogOrigin,
    socialUrl: `${socialOrigin}${PROFILE}`,
    fediverseUrl: `${fediverseOrigin}${PROFILE_PATH}`,
    embedUrl: `${embedOrigin}${EMBED_PAGE}`,
  });
  const posts = loadFeedPosts();
  blogServer.serve(blogSite(blog, options.slowPageMs ?? 1500));
  socialServer.serve(
    socialSite({ origin: socialOrigin, blogUrl: `${blogOrigin}/` }, posts, options.feedDelayMs ?? 250),
  );
  embedServer.serve(embedSite());
  const toots = loadToots(blogOrigin);
  const frame = { origin: fediverseOrigin, blogUrl: `${blogOrigin}/`, kettenblattUrl: blog.socialUrl };
  fediverseServer.serve(fediverseSite(frame, toots));
  const xTexts = loadXPosts(blogOrigin);
  const xFrame = { origin: xOrigin, blogUrl: `${blogOrigin}/` };
  xServer.serve(xSite(xFrame, xTexts.posts));
  return {
    blogUrl: `${blogOrigin}/`,
    socialUrl: blog.socialUrl,
    embedOrigin,
    fediverseUrl: blog.fediverseUrl,
    xUrl: `${xOrigin}${X_PROFILE}`,
    xExport: () => makeXExport(xFrame, xTexts),
    expected: demoExpectation(
      blog,
      { posts, toots, x: xTexts },
      { social: socialOrigin, embed: embedOrigin, fediverse: fediverseOrigin, x: xOrigin },
    ),
  };
}
