import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Parser } from 'htmlparser2';

/** What a sitemap or a feed lists. */
export interface LinkList {
  readonly kind: 'sitemap' | 'sitemap-index' | 'feed' | 'unknown';
  /** Addresses as written; relative ones are the caller's to resolve. */
  readonly links: readonly string[];
}

const maxLinks = 200_000;
/** Four times what a sitemap may be. */
const maxBytes = 200 * 1024 * 1024;

const rootKinds: Readonly<Record<string, LinkList['kind']>> = {
  urlset: 'sitemap',
  sitemapindex: 'sitemap-index',
  rss: 'feed',
  feed: 'feed',
  'rdf:rdf': 'feed',
};

/**
 * Reads a sitemap, sitemap index, RSS, Atom or JSON Feed as a stream, also gzipped (seen by its first bytes, as many
 * servers name it wrongly). Damaged XML gives what could be read.
 */
export async function readLinkList(chunks: AsyncIterable<Uint8Array>): Promise<LinkList> {
  const plain = await gunzipIfNeeded(chunks);
  const reader = new ListReader();
  let json: string | undefined;
  let first = true;
  let total = 0;
  for await (const chunk of plain) {
    // A packed list can unpack to a thousand times its size, and one of nothing but spaces has no links to stop at.
    total += chunk.length;
    if (total > maxBytes) break;
    const text = Buffer.from(chunk).toString('utf8');
    if (first && /^\s*\{/.test(text)) json = '';
    first = false;
    if (json === undefined) reader.write(text);
    else if (json.length < 16_000_000) json += text;
  }
  return json === undefined ? reader.end() : fromJsonFeed(json);
}

async function gunzipIfNeeded(chunks: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const iterator = chunks[Symbol.asyncIterator]();
  const head = await iterator.next();
  if (head.done) return Readable.from([]);
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield head.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  const isGzip = head.value[0] === 0x1f && head.value[1] === 0x8b;
  return isGzip ? Readable.from(whole()).pipe(createGunzip()) : whole();
}

/** Collects `loc`, `link` and `link href` while the XML goes by. */
class ListReader {
  #kind: LinkList['kind'] = 'unknown';
  readonly #links: string[] = [];
  #text: string | undefined;
  #inItem = false;
  readonly #parser = new Parser(
    {
      onopentag: (name, attributes) => this.#open(name, attributes),
      ontext: (text) => {
        if (this.#text !== undefined) this.#text += text;
      },
      onclosetag: (name) => this.#close(name),
    },
    { xmlMode: true, lowerCaseTags: true, decodeEntities: true },
  );

  write(text: string): void {
    this.#parser.write(text);
  }

  end(): LinkList {
    this.#parser.end();
    return { kind: this.#kind, links: this.#links };
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#kind === 'unknown') this.#kind = rootKinds[name] ?? 'unknown';
    if (name === 'item' || name === 'entry' || name === 'channel') this.#inItem = true;
    if (name === 'loc') this.#text = '';
    if (name !== 'link' || this.#kind !== 'feed') return;
    const { href, rel } = attributes;
    if (href === undefined) this.#text = this.#inItem ? '' : undefined;
    else if (rel === undefined || rel === 'alternate' || rel === 'next') this.#add(href);
  }

  #close(name: string): void {
    if ((name === 'loc' || name === 'link') && this.#text !== undefined) {
      this.#add(this.#text);
      this.#text = undefined;
    }
  }

  #add(link: string): void {
    const trimmed = link.trim();
    if (trimmed !== '' && this.#links.length < maxLinks) this.#links.push(trimmed);
  }
}

function fromJsonFeed(text: string): LinkList {
  try {
    const feed = JSON.parse(text) as { version?: unknown; items?: { url?: unknown }[]; next_url?: unknown };
    if (typeof feed.version !== 'string' || !feed.version.includes('jsonfeed')) return { kind: 'unknown', links: [] };
    const links = [...(feed.items ?? []).map((item) => item.url), feed.next_url];
    return { kind: 'feed', links: links.filter((link) => typeof link === 'string') };
  } catch {
    return { kind: 'unknown', links: [] };
  }
}
