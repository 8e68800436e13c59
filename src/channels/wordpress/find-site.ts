import { load } from 'cheerio';
import type { ChannelPlace } from '../../model/channel.ts';
import { headerValue } from '../../model/http.ts';
import type { PublicSite, SiteAnswer } from '../../model/public-site.ts';
import { asList, asText, asUrl, at, parseJson } from '../reading/json-reader.ts';

/** A WordPress, and where its interface is. */
export interface FoundWordPress {
  /** Its home page, with a slash at the end. */
  readonly home: string;
  /** Base of the REST interface; undefined where it is closed or switched off. */
  readonly rest: string | undefined;
  /** Why the interface is of no use, for people. */
  readonly closed?: string;
}

const relation = 'https://api.w.org/';

/**
 * Looks whether WordPress runs at an address: the Link header, the page's head, then the index of the interface at its
 * usual places. Three questions at most.
 */
export async function findWordPress(url: string, site: PublicSite): Promise<FoundWordPress | undefined> {
  const page = await site.ask(url);
  const signs = page.problem === undefined ? readSigns(page) : undefined;
  const home = homeOf(url, signs);
  if (signs?.rest !== undefined) {
    const found = await askIndex(signs.rest, site);
    return found.index === undefined
      ? { home, rest: undefined, closed: found.message }
      : { home: found.index, rest: signs.rest };
  }
  for (const rest of [new URL('wp-json/', home).href, `${home}?rest_route=/`]) {
    const found = await askIndex(rest, site);
    if (found.index !== undefined) return { home: found.index, rest };
    // Nothing hints at WordPress: one question more would be asked of every website there is.
    if (signs?.isWordPress !== true) return undefined;
  }
  return { home, rest: undefined, closed: `${home} does not open its REST interface to strangers.` };
}

interface Signs {
  readonly isWordPress: boolean;
  readonly rest: string | undefined;
}

function readSigns({ url, headers, text }: SiteAnswer): Signs {
  const linked = headers
    .filter(([name]) => name.toLowerCase() === 'link')
    .flatMap(([, value]) => value.split(/,\s*(?=<)/));
  const header = linked.find((link) => link.includes(relation) && !link.startsWith(`<${relation}>`));
  const [, inHeader] = /^\s*<([^>]+)>/.exec(header ?? '') ?? [];
  const $ = load(text.slice(0, 1_000_000));
  const rest = asUrl(inHeader, url) ?? asUrl($(`link[rel="${relation}"]`).attr('href'), url);
  const generator = $('meta[name="generator"]')
    .get()
    .some((meta) => /^WordPress\b/i.test($(meta).attr('content') ?? ''));
  const isPowered =
    /wordpress/i.test(headerValue(headers, 'x-powered-by') ?? '') || headerValue(headers, 'x-pingback') !== undefined;
  const isWordPress = rest !== null || generator || isPowered || /\/wp-(content|includes|json)\//.test(text);
  return { isWordPress, rest: rest ?? undefined };
}

/** The folder in which WordPress lies: the interface says so, or it is that of the address. */
function homeOf(url: string, signs: Signs | undefined): string {
  const here = new URL(signs?.rest ?? url);
  if (signs?.rest !== undefined) here.pathname = here.pathname.replace(/(index\.php\/?)?(wp-json\/?)?$/, '');
  here.search = '';
  here.hash = '';
  if (!here.pathname.endsWith('/')) here.pathname = here.pathname.replace(/[^/]*$/, '');
  return here.href;
}

async function askIndex(rest: string, site: PublicSite): Promise<{ index?: string; message: string }> {
  const answer = await site.ask(rest);
  const json = parseJson(answer.text);
  const hasPosts = asList(at(json, 'namespaces')).includes('wp/v2') || at(json, 'routes', '/wp/v2/posts') !== undefined;
  if (answer.status === 200 && hasPosts) {
    const home =
      asUrl(asText(at(json, 'home')) ?? asText(at(json, 'url'))) ?? homeOf(rest, { isWordPress: true, rest });
    return { index: home.endsWith('/') ? home : `${home}/`, message: '' };
  }
  return {
    message: answer.problem?.message ?? `${rest} answered ${answer.status}, without an index of its interface.`,
  };
}

/** Where the account's posts are asked for: what the place says, WordPress.com by its host, or what the site says itself. */
export async function locate(place: ChannelPlace, site: PublicSite): Promise<FoundWordPress> {
  const home = place.url.endsWith('/') ? place.url : new URL('.', place.url).href;
  if (place.api !== undefined) return { home, rest: place.api };
  const { host } = new URL(place.url);
  if (/\.wordpress\.com$/.test(host))
    return { home, rest: `https://public-api.wordpress.com/rest/v1.1/sites/${host}/` };
  return (
    (await findWordPress(place.url, site)) ?? {
      home,
      rest: undefined,
      closed: `${home} says nothing of a REST interface.`,
    }
  );
}

export async function identifyWordPress(url: string, site: PublicSite): Promise<ChannelPlace | undefined> {
  const found = await findWordPress(url, site);
  if (found === undefined) return undefined;
  const { home, rest } = found;
  return {
    platform: 'wordpress',
    handle: new URL(home).hostname,
    url: home,
    ...(rest === undefined ? {} : { api: rest }),
  };
}
