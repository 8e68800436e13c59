import type { ChannelPlace } from '../../model/channel.ts';

/** Where a REST answer comes from: which list, of which interface, with which questions. */
export interface RestRoute {
  /** `wp`: WordPress's own, /wp/v2/… · `com`: WordPress.com's, /rest/v1.1/sites/HOST/… */
  readonly interface: 'wp' | 'com';
  /** `posts`, `posts/12`, `pages`, `comments`, `types`; '' for the index. */
  readonly path: string;
  readonly query: URLSearchParams;
}

const wpComSites = /\/rest\/v1(?:\.\d)?\/sites\/[^/]+\/?/;

export function isWordPressCom(base: string): boolean {
  return wpComSites.test(base);
}

/**
 * The address of a route under a base: `https://a.example/wp-json/`, `https://a.example/?rest_route=/`, or that of a site
 * at WordPress.com.
 */
export function restUrl(base: string, path: string, query: Readonly<Record<string, string | number>>): string {
  const url = new URL(base);
  const route = url.searchParams.get('rest_route');
  if (route === null) url.pathname = `${url.pathname.replace(/\/*$/, '/')}${path}`;
  else url.searchParams.set('rest_route', `${route.replace(/\/*$/, '/')}${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  // The slashes of a route are written as they are, as WordPress itself writes them.
  return url.href.replace(/rest_route=[^&]*/, (part) => part.replaceAll('%2F', '/'));
}

/** What was asked of which interface; undefined for an address that is none. */
export function readRestRoute(address: string): RestRoute | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const ofCom = wpComSites.exec(url.pathname);
  const query = url.searchParams;
  if (ofCom !== null) return { interface: 'com', path: tidy(url.pathname.slice(ofCom.index + ofCom[0].length)), query };
  // public-api.wordpress.com has the same lists once more, as /wp/v2/sites/HOST/posts.
  const route = query.get('rest_route') ?? /\/wp-json(\/.*)?$/.exec(url.pathname)?.[0].slice(8) ?? ofSites(url);
  if (route === undefined) return undefined;
  const path = tidy(route);
  if (path === '') return { interface: 'wp', path, query };
  return path.startsWith('wp/v2/') ? { interface: 'wp', path: path.slice(6), query } : undefined;
}

function ofSites({ pathname }: URL): string | undefined {
  const match = /^\/wp\/v2\/sites\/[^/]+\/(.+)$/.exec(pathname);
  return match === null ? undefined : `wp/v2/${match[1]}`;
}

function tidy(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}

/** Whether an address belongs to this site's own interface: a host may have several WordPresses in folders. */
export function isOfPlace(address: string, place: ChannelPlace): boolean {
  const url = new URL(address);
  if (place.api !== undefined) {
    const api = new URL(place.api);
    const sameBase = api.searchParams.has('rest_route')
      ? url.pathname === api.pathname
      : url.pathname.startsWith(api.pathname);
    if (url.host === api.host && sameBase) return true;
  }
  if (isOfSite(address, place)) return place.api === undefined;
  const { host } = new URL(place.url);
  return /(^|\.)public-api\.wordpress\.com$/.test(url.host) && url.pathname.includes(`/sites/${host}`);
}

/** Whether a page or a feed is on the site's host; www makes no difference. */
export function isOfSite(address: string, place: ChannelPlace): boolean {
  const host = (of: string) => new URL(of).host.replace(/^www\./, '');
  return host(address) === host(place.url);
}
