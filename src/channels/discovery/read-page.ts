import { type CheerioAPI, load } from 'cheerio';
import { readJsonLd } from './read-json-ld.ts';
import { readMeta, softwareOf } from './read-meta.ts';
import type { FoundFeed, How, PageReading, Sighting, SiteLink } from './sighting.ts';

type Link = ReturnType<CheerioAPI>;

const feedType = /^application\/(rss|atom|feed|rdf)\+(xml|json)$/i;
/** Whoever made the site, its theme or its shop stands in the footer as well, under links of their own. */
const credit =
  /web ?-?(site|seite|design)\b.{0,20}\b(by|von|durch)\b|\b(design(ed)?|built|made|developed|powered|theme|template|hosted) (by|with|von|in)\b|umsetzung|realisi(ert|erung|erung durch)|programmierung|webdesign|gestaltung|konzept|agentur:|proudly powered/i;
const share = /\b(share|teilen|teile|tweet this|weitersagen|empfehlen)\b/i;
const comments = '.comment,.comments,#comments,.comment-list,.commentlist,.comment-respond';
const LONGEST_CREDIT = 160;
const BARE_LETTERS = 200;

/**
 * Reads one page of a brand's site: where it says the brand is, and where to look further.
 * @param html as served @param url the address that answered
 * @param isOwnHost whether a host is the site itself
 */
export function readPage(html: string, url: string, isOwnHost: (host: string) => boolean): PageReading {
  const $ = load(html);
  const base = baseOf($, url);
  const { sightings: described, name } = readJsonLd($);
  const sightings: Sighting[] = [...readMeta($), ...described];
  const links: SiteLink[] = [];
  for (const element of $('a[href],area[href]')) {
    const link = $(element);
    const target = targetOf(link.attr('href') ?? '', base);
    if (target === undefined || link.closest(comments).length > 0) continue;
    if (isOwnHost(target.host))
      links.push({ url: target.href, text: wordsOf(link), isInFrame: areaOf(link) !== 'link' });
    else if (!isShare(link)) sightings.push(sightingOf(link, target));
  }
  const text = $('body').clone().find('script,style,noscript,template').remove().end().text();
  return {
    title: textOf($('title').first().text()),
    siteName: textOf($('meta[property="og:site_name"]').attr('content') ?? '') ?? name,
    sightings: sightings.flatMap((sighting) => absolute(sighting, base)),
    links: [...refreshOf($, base, isOwnHost), ...links],
    feeds: feedsOf($, base),
    software: softwareOf($),
    isBare: text.replace(/\s+/g, ' ').length < BARE_LETTERS && $('a[href]').length < 3 && $('script').length > 0,
  };
}

function baseOf($: CheerioAPI, url: string): string {
  const base = $('base[href]').first().attr('href');
  return base !== undefined && URL.canParse(base, url) ? new URL(base, url).href : url;
}

function targetOf(href: string, base: string): URL | undefined {
  if (!URL.canParse(href.trim(), base)) return undefined;
  const url = new URL(href.trim(), base);
  return /^https?:$/.test(url.protocol) ? url : undefined;
}

function absolute(sighting: Sighting, base: string): readonly Sighting[] {
  const url = targetOf(sighting.address, base);
  return url === undefined ? [] : [{ ...sighting, address: url.href }];
}

function textOf(text: string): string | null {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain === '' ? null : plain;
}

function wordsOf(link: Link): string {
  const marks = [link.text(), link.attr('title') ?? '', link.attr('aria-label') ?? ''];
  return marks.join(' ').replace(/\s+/g, ' ').trim();
}

function isShare(link: Link): boolean {
  return (
    share.test(wordsOf(link)) ||
    link.closest('[class*="share-" i],[class*="sharing" i],[class*="-share" i]').not('body').length > 0
  );
}

/** A heading and a foot inside an article are the article's, not the page's. */
function areaOf(link: Link): How {
  if (link.closest('article').length > 0) return 'link';
  if (link.closest('footer,[role=contentinfo],[class*="footer" i],[id*="footer" i]').not('body,html').length > 0)
    return 'footer link';
  if (link.closest('header,[role=banner],[id="header" i]').not('body,html').length > 0) return 'header link';
  return link.closest('nav,[role=navigation]').length > 0 ? 'navigation link' : 'link';
}

function sightingOf(link: Link, target: URL): Sighting {
  const area = areaOf(link);
  const isMe = /(^|\s)me(\s|$)/i.test(link.attr('rel') ?? '');
  const isAuthors =
    link.closest('[rel~=author],.author,.byline,[class*="author" i],[itemprop=author]').not('body,html').length > 0;
  return { how: isMe ? 'rel=me' : area, address: target.href, isOthers: isAuthors || isCredited(link) };
}

/** Looks at what stands before the link in the smallest element round it that says something besides. */
function isCredited(link: Link): boolean {
  const own = link.text().replace(/\s+/g, ' ').trim();
  for (
    let box = link.parent();
    box.length > 0 && !box.is('body,footer,header,nav,ul,ol,section,aside');
    box = box.parent()
  ) {
    const text = box.text().replace(/\s+/g, ' ').trim();
    if (text.length > LONGEST_CREDIT) return false;
    if (text !== own) return credit.test(own === '' ? text : text.slice(0, text.lastIndexOf(own) + own.length));
  }
  return credit.test(own);
}

function feedsOf($: CheerioAPI, base: string): readonly FoundFeed[] {
  return $('link[rel~="alternate" i][href]')
    .toArray()
    .flatMap((element) => {
      const link = $(element);
      const url = targetOf(link.attr('href') ?? '', base);
      const isFeed = feedType.test((link.attr('type') ?? '').trim());
      return isFeed && url !== undefined ? [{ url: url.href, title: textOf(link.attr('title') ?? '') }] : [];
    });
}

/** An empty front page that leads on by itself. */
function refreshOf($: CheerioAPI, base: string, isOwnHost: (host: string) => boolean): readonly SiteLink[] {
  const content = $('meta[http-equiv="refresh" i]').first().attr('content') ?? '';
  const href = /^\s*\d+\s*[;,]\s*url\s*=\s*["']?([^"']+)/i.exec(content)?.[1];
  const url = href === undefined ? undefined : targetOf(href, base);
  return url !== undefined && isOwnHost(url.host) ? [{ url: url.href, text: 'refresh', isInFrame: true }] : [];
}
