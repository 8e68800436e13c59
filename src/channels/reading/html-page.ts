import { type CheerioAPI, load } from 'cheerio';
import type { ArchivedResponse } from '../../model/archived-response.ts';
import { asUrl } from './json-reader.ts';
import { isHome } from './list-address.ts';

/** A page of HTML, opened. */
export interface HtmlPage {
  readonly $: CheerioAPI;
  /** Where it was read. */
  readonly url: string;
  /** Its canonical address: the one it names itself where that can be believed, or else where it was read. */
  readonly address: string;
  /** What relative addresses are relative to. */
  readonly base: string;
  readonly lang: string | null;
  /** Words of its body's class, which say with many systems what the page is. */
  readonly bodyClasses: ReadonlySet<string>;
  /** `meta` by name or property; null when it is not there or empty. */
  meta(name: string): string | null;
}

/** Opens a page of HTML. Undefined for a piece of one, as scripts fetch them, and for what cannot be read. */
export async function openPage(response: ArchivedResponse, home: string): Promise<HtmlPage | undefined> {
  const text = await response.text().catch(() => '');
  if (!/<html[\s>]|<body[\s>]|<!doctype html/i.test(text)) return undefined;
  const $ = load(text);
  const url = response.url.replace(/#.*$/, '');
  const base = asUrl($('base[href]').first().attr('href'), url) ?? url;
  const lang = $('html').attr('lang')?.trim() || $('html').attr('xml:lang')?.trim() || null;
  return {
    $,
    url,
    base,
    address: addressOf(url, asUrl($('link[rel~="canonical"]').first().attr('href'), base), home),
    lang,
    bodyClasses: new Set(($('body').attr('class') ?? '').split(/\s+/).filter((word) => word !== '')),
    meta: (name) => metaOf($, name),
  };
}

function metaOf($: CheerioAPI, name: string): string | null {
  for (const element of $('meta[name],meta[property],meta[itemprop]')) {
    const { name: own, property, itemprop, content = '' } = element.attribs;
    const isIt = [own, property, itemprop].some((said) => said?.toLowerCase() === name);
    if (isIt && content.trim() !== '') return content.trim();
  }
  return null;
}

/** A canonical address on another host, or that of the home page on every page, is a mistake of the site's. */
function addressOf(url: string, canonical: string | null, home: string): string {
  if (canonical === null) return url;
  const host = (of: string) => new URL(of).host.replace(/^www\./, '');
  if (host(canonical) !== host(url)) return url;
  if (isHome(canonical, home) && !isHome(url, home)) return url;
  return canonical.replace(/#.*$/, '');
}
