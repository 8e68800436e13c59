import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ArchivedHead, ArchivedResponse } from '../../model/archived-response.ts';
import type { Finding } from '../../model/finding.ts';
import { asTime, asUrl } from './json-reader.ts';

export interface SitemapReading {
  /** Whether an address of a sitemap is that of a post. @param file the sitemap's own address */
  readonly isPost: (url: string, file: string) => boolean;
}

const LIST = 'sitemap';
/** Four times what a sitemap may be by its rules. */
const maxBytes = 200 * 1024 * 1024;

/** Says from the index alone whether an answer is a sitemap or names one. */
export function looksLikeSitemap({
  url,
  method,
  status,
  mime,
  isPart,
}: Pick<ArchivedHead, 'url' | 'method' | 'status' | 'mime' | 'isPart'>): boolean {
  if (method !== 'GET' || status !== 200 || isPart || !URL.canParse(url)) return false;
  const { pathname, search } = new URL(url);
  if (pathname === '/robots.txt') return true;
  return /sitemap/i.test(pathname + search) && !/html|javascript|css|^image\//.test(mime);
}

/**
 * What sitemaps and robots.txt say there is: each address of a post is listed; the list has ended when every file that
 * robots.txt or an index names was read.
 * @see https://www.sitemaps.org/protocol.html
 */
export async function* readSitemap(response: ArchivedResponse, { isPost }: SitemapReading): AsyncGenerator<Finding> {
  const { url } = response;
  if (new URL(url).pathname === '/robots.txt') {
    yield* named((await response.text().catch(() => '')).matchAll(/^\s*sitemap:\s*(\S+)/gim), url);
    return;
  }
  let text: string;
  try {
    text = await unpacked(response);
  } catch (error) {
    yield unreadable(url, `The sitemap ${url} cannot be read: ${error instanceof Error ? error.message : error}.`);
    return;
  }
  const root = /<(?:[\w.-]+:)?(urlset|sitemapindex)\b/.exec(text)?.[1];
  // A guessed address often answers with a page of the site instead: no sitemap, and none was promised.
  if (root === undefined) return;
  if (!/<\/(?:[\w.-]+:)?(urlset|sitemapindex)\s*>\s*$/.test(text.slice(-200)) && !/\/>\s*$/.test(text)) {
    yield unreadable(url, `The sitemap ${url} breaks off in the middle.`);
  } else yield { kind: 'end-of-list', list: LIST, part: partOf(url) };
  if (root === 'sitemapindex') yield* named(locations(text), url);
  else yield* listed(text, url, isPost);
}

function* named(matches: Iterable<RegExpMatchArray>, base: string): Generator<Finding> {
  const files = [...matches].map(([, location]) => asUrl(plain(location ?? ''), base)).filter((file) => file !== null);
  if (files.length > 0) yield { kind: 'parts-of-list', list: LIST, parts: files.map(partOf) };
}

function* listed(text: string, file: string, isPost: SitemapReading['isPost']): Generator<Finding> {
  for (const entry of text.split(/<(?:[\w.-]{1,20}:)?url>/).slice(1)) {
    const [location] = [...locations(entry)];
    const url = asUrl(plain(location?.[1] ?? ''), file);
    if (url === null || !isPost(url, file)) continue;
    const published = asTime(/<news:publication_date>([^<]*)</.exec(entry)?.[1]);
    yield { kind: 'listed', listed: { id: null, url, published, list: LIST } };
  }
}

/** `loc` in the sitemap's own namespace; those of pictures and films have a prefix of theirs. */
function locations(text: string): IterableIterator<RegExpMatchArray> {
  return text.matchAll(/<(?:(?:sm|sitemap|ns\d+):)?loc>([^<]*(?:<!\[CDATA\[[^\]]*\]\]>)?[^<]*)<\//g);
}

/** Indexes name their files with http where the site has https, and with or without www. */
function partOf(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/#.*$/, '');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .trim();
}

/** Files named `.gz` are packed, and so are some that are not; their first bytes tell. */
async function unpacked(response: ArchivedResponse): Promise<string> {
  const pieces: Uint8Array[] = [];
  let isGzip = false;
  let length = 0;
  for await (const piece of response.stream()) {
    if (length === 0) isGzip = piece[0] === 0x1f && piece[1] === 0x8b;
    length += piece.length;
    if (length > maxBytes) throw new Error('it is too large');
    pieces.push(piece);
  }
  if (!isGzip) return Buffer.concat(pieces).toString('utf8');
  const plainPieces: Buffer[] = [];
  let plainLength = 0;
  for await (const piece of Readable.from(pieces).pipe(createGunzip())) {
    plainLength += (piece as Buffer).length;
    if (plainLength > maxBytes) throw new Error('it unpacks to too much');
    plainPieces.push(piece as Buffer);
  }
  return Buffer.concat(plainPieces).toString('utf8');
}

function unreadable(where: string, message: string): Finding {
  return { kind: 'unreadable', id: null, where, message };
}
