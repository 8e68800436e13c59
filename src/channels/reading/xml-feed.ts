import type { PostAuthor, PostReference } from '../../model/post.ts';
import type { Feed, FeedContent, FeedEntry } from './feed-entry.ts';
import { readFeedMedia } from './feed-media.ts';
import { htmlToText } from './html-to-text.ts';
import { asTime, asUrl } from './json-reader.ts';
import { type XmlElement, XmlTree } from './xml-tree.ts';

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0.
 * @returns undefined when it is none of them
 * @throws RangeError for one that nests without end
 * @see https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/spec, RFC 4287
 */
export function readXmlFeed(text: string, url: string): Feed | undefined {
  const xml = new XmlTree(text);
  const { root } = xml;
  if (root === undefined) return undefined;
  const kind = xml.nameOf(root).replace(/^.*:/, '').toLowerCase();
  if (kind !== 'rss' && kind !== 'rdf' && kind !== 'feed') return undefined;
  const channel = kind === 'feed' ? root : xml.child(root, 'channel');
  // RSS 1.0 has its items beside the channel, not in it.
  const holders = kind === 'rss' ? [root, channel] : kind === 'rdf' ? [root] : [channel];
  const items = holders.flatMap((holder) => xml.children(holder, 'item', 'atom:entry', 'entry'));
  const site = kind === 'feed' ? url : (asUrl(xml.text(xml.child(channel, 'link')), url) ?? url);
  const feed = { xml, url: site, lang: langOf(xml, channel), author: channel ? authorOf(xml, channel, site) : null };
  const entries = items.map((item) => readEntry(feed, item));
  return { entries, isWhole: xml.isWhole, next: nextOf(xml, channel, url), troubles: [] };
}

/** The next page of a paged feed, or the archive before a feed of the newest. */
function nextOf(xml: XmlTree, channel: XmlElement | undefined, url: string): string | null {
  const links = xml.children(channel, 'atom:link', 'link');
  const ofRel = (rel: string) => links.find((link) => xml.attribute(link, 'rel') === rel);
  return asUrl(xml.attribute(ofRel('next') ?? ofRel('prev-archive'), 'href'), url);
}

interface Round {
  readonly xml: XmlTree;
  /** What relative addresses are relative to where nothing else is said. */
  readonly url: string;
  readonly lang: string | null;
  readonly author: PostAuthor | null;
}

function readEntry(feed: Round, item: XmlElement): FeedEntry {
  const { xml } = feed;
  const base = xml.base(item, feed.url);
  const guid = xml.child(item, 'guid', 'atom:id', 'id');
  const id = xml.text(guid);
  const url = linkOf(xml, item, base) ?? permalink(xml, guid);
  const text = (...names: readonly string[]) => xml.text(xml.child(item, ...names));
  return {
    id,
    url,
    title: titleOf(xml, xml.child(item, 'title', 'atom:title', 'dc:title')),
    published: asTime(
      text(
        'pubDate',
        'atom:published',
        'published',
        'atom:issued',
        'issued',
        'dc:date',
        'dcterms:issued',
        'dcterms:created',
      ),
    ),
    updated: asTime(text('atom:updated', 'updated', 'atom:modified', 'modified', 'dcterms:modified')),
    content: contentOf(xml, item, url, base),
    author: authorOf(xml, item, base) ?? feed.author,
    lang: text('dc:language', 'language') ?? xml.lang(item) ?? feed.lang,
    tags: tagsOf(xml, item),
    media: readFeedMedia(xml, item, base),
    replyTo: answered(xml, item, base),
    more: (name, attribute) => moreOf(xml, item, name, attribute),
  };
}

/**
 * Atom says whether a title is markup. RSS has none in titles, and many feeds do it nevertheless: so known tags and
 * entities are read as such, and "<angles>" of the author's stay.
 */
function titleOf(xml: XmlTree, element: XmlElement | undefined): string | null {
  const title = xml.text(element);
  if (title === null || element === undefined) return null;
  if (xml.nameOf(element) === 'atom:title' && !isMarkup(xml, element)) return title;
  return (
    htmlToText(title.replace(/<(?!\/?(?:a|abbr|b|br|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u)\b)/gi, '&lt;'))
      .text || null
  );
}

function langOf(xml: XmlTree, channel: XmlElement | undefined): string | null {
  if (channel === undefined) return null;
  return xml.text(xml.child(channel, 'language', 'dc:language')) ?? xml.lang(channel);
}

function linkOf(xml: XmlTree, item: XmlElement, base: string): string | null {
  const links = xml.children(item, 'link', 'atom:link');
  const atom = links.filter((link) => xml.attribute(link, 'href') !== null);
  const page = atom.filter((link) => (xml.attribute(link, 'rel') ?? 'alternate') === 'alternate');
  const [best] = [...page].sort((a, b) => Number(isHtml(xml, b)) - Number(isHtml(xml, a)));
  const named = links.map((link) => xml.text(link)).find((text) => text !== null);
  return asUrl(named, base) ?? (best ? asUrl(xml.attribute(best, 'href'), xml.base(best, base)) : null);
}

function isHtml(xml: XmlTree, link: XmlElement): boolean {
  return /html|^$/.test(xml.attribute(link, 'type') ?? '');
}

/** A guid is an address unless it says that it is none. */
function permalink(xml: XmlTree, guid: XmlElement | undefined): string | null {
  return xml.attribute(guid, 'isPermaLink')?.toLowerCase() === 'false' ? null : asUrl(xml.text(guid));
}

function contentOf(xml: XmlTree, item: XmlElement, url: string | null, base: string): FeedContent | null {
  const whole = xml.child(item, 'content:encoded', 'atom:content', 'content');
  const summary = xml.child(item, 'atom:summary', 'summary', 'description', 'dc:description');
  const more = xml.child(xml.child(item, 'media:group') ?? item, 'media:description');
  const isElsewhere = whole !== undefined && xml.attribute(whole, 'src') !== null;
  for (const element of [isElsewhere ? undefined : whole, summary, more]) {
    if (element === undefined || xml.text(element) === null) continue;
    const isHtmlText = isMarkup(xml, element);
    const markup = isXhtml(xml, element) ? xml.inner(element) : (xml.text(element) ?? '');
    const own = xml.hasBase(element) ? xml.base(element, base) : (url ?? base);
    return { markup, isHtml: isHtmlText, isWhole: element === whole, base: own };
  }
  return null;
}

function isXhtml(xml: XmlTree, element: XmlElement): boolean {
  const type = xml.attribute(element, 'type');
  return type === 'xhtml' || type === 'application/xhtml+xml' || xml.attribute(element, 'mode') === 'xml';
}

/** Atom says what it is, and text is what it is when it does not say; RSS never says, and it is markup. */
function isMarkup(xml: XmlTree, element: XmlElement): boolean {
  const name = xml.nameOf(element);
  if (name === 'media:description') return xml.attribute(element, 'type') === 'html';
  if (!name.startsWith('atom:')) return true;
  const type = xml.attribute(element, 'type') ?? 'text';
  return type.includes('html') || (xml.attribute(element, 'mode') ?? '') !== '';
}

function authorOf(xml: XmlTree, holder: XmlElement, base: string): PostAuthor | null {
  const atom = xml.child(holder, 'atom:author', 'author');
  const part = (name: string) => xml.text(xml.child(atom, `atom:${name}`, name));
  const person = { id: null, handle: null, name: part('name'), url: asUrl(part('uri') ?? part('url'), base) };
  if (person.name !== null || person.url !== null) return person;
  const said = xml.text(xml.child(holder, 'dc:creator', 'itunes:author')) ?? xml.text(atom);
  if (said === null) return null;
  // RSS 2.0 has an e-mail address with the name in brackets behind it.
  const [, inBrackets] = said.match(/^[^\s@]+@[^\s@]+ \((.+)\)$/) ?? [];
  return { id: null, handle: null, name: inBrackets ?? said, url: null };
}

function tagsOf(xml: XmlTree, item: XmlElement): readonly string[] {
  const said = xml
    .children(item, 'category', 'atom:category', 'dc:subject')
    .map((element) => xml.attribute(element, 'label') ?? xml.attribute(element, 'term') ?? xml.text(element));
  return [...new Set(said.filter((tag) => tag !== null).map((tag) => tag.replace(/^#/, '')))];
}

/** @see RFC 4685 */
function answered(xml: XmlTree, item: XmlElement, base: string): PostReference | null {
  const element = xml.child(item, 'thr:in-reply-to');
  if (element === undefined) return null;
  const id = xml.attribute(element, 'ref');
  return { id, url: asUrl(xml.attribute(element, 'href'), base) ?? asUrl(id), author: null, text: null };
}

function moreOf(xml: XmlTree, item: XmlElement, name: string, attribute: string | undefined): string | null {
  let level: readonly XmlElement[] = [item];
  // Extensions stand in the entry, or some levels deep in it, as media:statistics does.
  for (let depth = 0; depth < 4 && level.length > 0; depth += 1) {
    const found = level.flatMap((holder) => xml.children(holder, name));
    for (const element of found) {
      const value = attribute === undefined ? xml.text(element) : xml.attribute(element, attribute);
      if (value !== null) return value;
    }
    level = level.flatMap((holder) => xml.children(holder));
  }
  return null;
}
