import type { Blog } from './blog/blog.ts';
import { afterBlogEvent, type BlogEvent } from './blog/blog-goes-on.ts';
import { blogSite } from './blog/blog-site.ts';
import { loadBlog } from './blog/load-blog.ts';
import { type DemoExpectation, demoExpectation } from './demo-expectation.ts';
import { type NameServer, openNameServer } from './dns/name-server.ts';
import { DOORBELL_PATH, doorbell, type Ring } from './doorbell/doorbell.ts';
import { EMBED_PAGE, embedSite } from './embed/embed-site.ts';
import { PROFILE_PATH } from './fediverse/fediverse-frame.ts';
import { fediverseSite } from './fediverse/fediverse-site.ts';
import { loadToots } from './fediverse/load-toots.ts';
import { type LoopbackServer, openLoopbackServer } from './http/loopback-server.ts';
import { loadFeedPosts, PROFILE } from './social/feed-posts.ts';
import { socialSite } from './social/social-site.ts';
import { closedXSite } from './x/closed-x-site.ts';
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
    /** 0 unless said. */
    readonly doorbell?: number;
    /** UDP. 0 unless said. */
    readonly names?: number;
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
  /** The brand has pressed the button: from now on profile and posts answer 410. Nothing opens it again. Safe to call again. */
  closeXAccount(): void;
  /** `127.0.0.1:8407`, a name server that has the brand's own names. */
  readonly nameServer: string;
  /** The blog goes on: it is another one for who asks after this. Safe to call again. */
  onBlog(event: BlogEvent): void;
  /** A webhook that rings in the workshop. */
  readonly doorbellUrl: string;
  /** What was told to it, in order. */
  readonly rings: readonly Ring[];
  readonly expected: DemoExpectation;
  /** Stops all seven servers and their connections. Safe to call again. */
  close(): Promise<void>;
}

/**
 * Serves the made-up brand Brandt & Söhne: a WordPress-like blog, a profile on a social network, an account in the fediverse,
 * one on a server that speaks like X, and an embedded player, on five origins; and a webhook and a name server of the brand's
 * own. The same ports give the same bytes each time.
 * @throws the system's error when a port is taken (`EADDRINUSE`); nothing is left listening then
 */
export async function startDemoBrand(options: DemoBrandOptions = {}): Promise<DemoBrand> {
  const host = options.host ?? '127.0.0.1';
  const ports = options.ports ?? { blog: 0, social: 0, embed: 0 };
  const { fediverse = 0, x = 0, doorbell: bell = 0, names = 0 } = ports;
  const { servers, nameServer, close } = await openAll(
    host,
    [ports.blog, ports.social, ports.embed, fediverse, x, bell],
    names,
  );
  try {
    return { ...furnish(host, servers, options), nameServer: nameServer.address, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Six<T> = readonly [blog: T, social: T, embed: T, fediverse: T, x: T, doorbell: T];
type Servers = Six<LoopbackServer>;

/** Names that are printed on stickers and catalogues; `.example` leads nowhere else. */
const zone = {
  'A www.brandt-soehne.example': ['127.0.0.1'],
  'CNAME x.brandt-soehne.example': ['www.brandt-soehne.example'],
};

interface Opened {
  readonly servers: Servers;
  readonly nameServer: NameServer;
  close(): Promise<void>;
}

async function openAll(host: string, ports: Six<number>, names: number): Promise<Opened> {
  const opened: { close(): Promise<void> }[] = [];
  const close = async () => {
    await Promise.all(opened.map((server) => server.close()));
  };
  const open = async (port: number): Promise<LoopbackServer> => {
    const server = await openLoopbackServer(host, port);
    opened.push(server);
    return server;
  };
  try {
    const [blog, social, embed, fediverse, x, bell] = ports;
    const servers = [
      await open(blog),
      await open(social),
      await open(embed),
      await open(fediverse),
      await open(x),
      await open(bell),
    ] as const;
    const nameServer = await openNameServer(zone, host, names);
    opened.push(nameServer);
    return { servers, nameServer, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function furnish(host: string, servers: Servers, options: DemoBrandOptions): Omit<DemoBrand, 'close' | 'nameServer'> {
  const [blogServer, socialServer, embedServer, fediverseServer, xServer, bellServer] = servers;
  const named = host.includes(':') ? `[${host}]` : host;
  const blogOrigin = `http://${named}:${blogServer.port}`;
  const socialOrigin = `http://${named}:${socialServer.port}`;
  const embedOrigin = `http://${host === '127.0.0.1' ? 'localhost' : named}:${embedServer.port}`;
  const fediverseOrigin = `http://${named}:${fediverseServer.port}`;
  const xOrigin = `http://${named}:${xServer.port}`;
  const first: Blog = loadBlog({
    origin: blogOrigin,
    socialUrl: `${socialOrigin}${PROFILE}`,
    fediverseUrl: `${fediverseOrigin}${PROFILE_PATH}`,
    embedUrl: `${embedOrigin}${EMBED_PAGE}`,
  });
  const posts = loadFeedPosts();
  let blog = first;
  const serveBlog = (now: Blog): void => {
    blog = now;
    blogServer.serve(blogSite(now, options.slowPageMs ?? 1500));
  };
  serveBlog(first);
  socialServer.serve(
    socialSite({ origin: socialOrigin, blogUrl: `${blogOrigin}/` }, posts, options.feedDelayMs ?? 250),
  );
  embedServer.serve(embedSite());
  const toots = loadToots(blogOrigin);
  const frame = { origin: fediverseOrigin, blogUrl: `${blogOrigin}/`, kettenblattUrl: first.socialUrl };
  fediverseServer.serve(fediverseSite(frame, toots));
  const xTexts = loadXPosts(blogOrigin);
  const xFrame = { origin: xOrigin, blogUrl: `${blogOrigin}/` };
  const openX = xSite(xFrame, xTexts.posts);
  xServer.serve(openX);
  const bell = doorbell();
  bellServer.serve(bell.site);
  return {
    blogUrl: `${blogOrigin}/`,
    socialUrl: first.socialUrl,
    embedOrigin,
    fediverseUrl: first.fediverseUrl,
    xUrl: `${xOrigin}${X_PROFILE}`,
    xExport: () => makeXExport(xFrame, xTexts),
    closeXAccount: () => xServer.serve(closedXSite(openX)),
    onBlog: (event) => serveBlog(afterBlogEvent(blog, event)),
    doorbellUrl: `http://${named}:${bellServer.port}${DOORBELL_PATH}`,
    rings: bell.rings,
    expected: demoExpectation(
      first,
      { posts, toots, x: xTexts },
      { social: socialOrigin, embed: embedOrigin, fediverse: fediverseOrigin, x: xOrigin },
    ),
  };
}
