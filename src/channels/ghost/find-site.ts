import { load } from 'cheerio';
import type { ChannelPlace } from '../../model/channel.ts';
import type { PublicSite, SiteAnswer } from '../../model/public-site.ts';
import { asUrl } from '../reading/json-reader.ts';

/** The Content API, with the key that the site itself hands to every visitor's browser. */
export interface ContentApi {
  readonly base: string;
  readonly key: string;
}

export interface FoundGhost {
  /** With a slash at the end. */
  readonly home: string;
  readonly api: ContentApi | undefined;
}

/** Looks whether Ghost runs at an address, by its generator or by the scripts of its portal and search. */
export async function findGhost(url: string, site: PublicSite): Promise<FoundGhost | undefined> {
  const answer = await site.ask(url);
  if (answer.problem !== undefined || answer.status !== 200) return undefined;
  return readGhost(answer);
}

function readGhost({ text, url }: SiteAnswer): FoundGhost | undefined {
  const $ = load(text);
  const isGhost = /^Ghost\b/i.test($('meta[name="generator"]').attr('content') ?? '');
  const scripts = $('script[data-key]').get();
  const script = scripts
    .map((element) => $(element))
    .find((node) => /^[0-9a-f]{20,}$/i.test(node.attr('data-key') ?? ''));
  const named = script?.attr('data-api') ?? script?.attr('data-ghost') ?? script?.attr('data-sodo-search');
  const there = asUrl(named, url);
  if (!isGhost && there === null) return undefined;
  const home =
    asUrl(script?.attr('data-ghost'), url) ??
    asUrl($('link[rel~="alternate"][type*="rss"]').attr('href'), url)?.replace(/rss\/?$/, '') ??
    new URL('/', url).href;
  const key = script?.attr('data-key');
  return {
    home: home.endsWith('/') ? home : `${home}/`,
    api: there === null || key === undefined ? undefined : { base: baseOf(there), key },
  };
}

/** Portal names the API, the search script names the site. */
function baseOf(named: string): string {
  const url = named.endsWith('/') ? named : `${named}/`;
  return /\/ghost\/api\//.test(url) ? url : `${url}ghost/api/content/`;
}

export async function identifyGhost(url: string, site: PublicSite): Promise<ChannelPlace | undefined> {
  const found = await findGhost(url, site);
  if (found === undefined) return undefined;
  return { platform: 'ghost', handle: new URL(found.home).hostname, url: found.home };
}

/** @see https://docs.ghost.org/content-api/ */
export function contentUrl(
  { base, key }: ContentApi,
  path: string,
  query: Readonly<Record<string, string | number>> = {},
): string {
  const url = new URL(`${path}/`, base);
  url.searchParams.set('key', key);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url.href;
}
