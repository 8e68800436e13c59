import type { DirectDownloads } from '../capture/direct-download.ts';
import type { RobotsRules } from '../polite/robots.ts';
import { type LinkList, readLinkList } from './read-link-list.ts';

const usualPlaces = ['/sitemap.xml', '/wp-sitemap.xml', '/sitemap_index.xml'];
const maxSitemaps = 500;

/** Where a host's sitemaps may be: the ones robots.txt names, and the usual places. */
export function sitemapPlaces(origin: string, robots: RobotsRules): readonly string[] {
  const named = robots.sitemaps.filter((url) => URL.canParse(url));
  return [...new Set([...named, ...usualPlaces.map((path) => new URL(path, origin).href)])];
}

/**
 * The sitemap of a WordPress with plain permalinks, which has neither a robots.txt to name it nor a file name of its own.
 * @param links what its front page links to; undefined when they do not look like such a WordPress
 * @see WordPress 6.1, WP_Sitemaps_Index::get_index_url
 */
export function plainWordPressSitemap(links: readonly string[], page: string): string | undefined {
  const { host } = new URL(page);
  const web = links.filter((link) => URL.canParse(link) && new URL(link).host === host);
  const post = web.find((link) => /\/(index\.php)?\?(p|page_id)=\d+$/.test(link));
  return post === undefined ? undefined : new URL('?sitemap=index', post).href;
}

/**
 * Reads everything sitemaps list, indexes followed. The files themselves go into the archive. What cannot be read is no
 * seed and no gap: the usual places are a guess.
 * @returns addresses as absolute URLs, unfiltered
 */
export async function discoverSitemapSeeds(
  places: readonly string[],
  downloads: DirectDownloads,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const queue = [...places];
  const seen = new Set(queue);
  const pages = new Set<string>();
  for (let next = queue.shift(); next !== undefined && !signal.aborted; next = queue.shift()) {
    const list = await readListAt(next, downloads);
    for (const link of absolute(list, next)) {
      if (list.kind !== 'sitemap-index') pages.add(link);
      else if (!seen.has(link) && seen.size < maxSitemaps) {
        seen.add(link);
        queue.push(link);
      }
    }
  }
  return [...pages];
}

/** The posts a feed lists, as absolute addresses. */
export async function readFeed(url: string, downloads: DirectDownloads): Promise<readonly string[]> {
  const list = await readListAt(url, downloads);
  return list.kind === 'feed' ? absolute(list, url) : [];
}

async function readListAt(url: string, downloads: DirectDownloads): Promise<LinkList> {
  let list: LinkList = { kind: 'unknown', links: [] };
  try {
    await downloads.fetch(url, undefined, async (body, { status }) => {
      if (status === 200) list = await readLinkList(body.stream());
    });
  } catch {
    // A missing or broken list leaves us with what the pages link to.
  }
  return list;
}

function absolute(list: LinkList, base: string): string[] {
  return list.links.filter((link) => URL.canParse(link, base)).map((link) => new URL(link, base).href);
}
