import type { BrowserReport } from '../model/browser-settings.ts';
import type { EarlierAnswer, EarlierPage, EarlierPages, EarlierViewer } from '../model/earlier-pages.ts';
import type { EarlierArchive, EarlierRecord } from './earlier-archive.ts';
import { REPEATABLE_RULES } from './page-records.ts';
import { cutLines, parseObject } from './verify-lines.ts';

/** A page's line without its text, which lies in a record of its own as well. */
type PageLine = Readonly<Record<string, unknown>>;

/** All that a snapshot has of a page, to be taken over as it lies there. */
export interface TakenOver {
  readonly line: PageLine & { readonly text: string };
  /** The page's own answers and what was seen of it, in the order in which they are to be written. */
  readonly records: readonly EarlierRecord[];
}

const SEEN = ['view', 'fullPage', 'thumbnail', 'text', 'pageinfo'] as const;

/** As for reading a snapshot: more than this is an attack on the memory. */
const MAX_BYTES = 64 << 20;

/**
 * The pages of an earlier snapshot that can be taken over unopened: what they were made of is known, and was opened late
 * enough. Pages that were taken over themselves keep the date on which they were opened.
 */
export class PagesOfArchive implements EarlierPages {
  readonly #archive: EarlierArchive;
  readonly #openedAfterMs: number;
  #lines: Promise<ReadonlyMap<string, PageLine>> | undefined;

  /** @param openedAfter pages that were opened before are opened again */
  constructor(archive: EarlierArchive, openedAfter: Date) {
    this.#archive = archive;
    this.#openedAfterMs = openedAfter.getTime();
  }

  async viewer(): Promise<EarlierViewer | undefined> {
    const report = parseObject((await this.#text('reports/crawl.json')) ?? '');
    if (report?.session !== undefined || typeof report?.browser !== 'object') return undefined;
    const behaviours = (report.behaviours ?? []) as readonly { readonly sha256: string }[];
    return { browser: report.browser as BrowserReport, behaviours: behaviours.map(({ sha256 }) => sha256) };
  }

  async page(url: string): Promise<EarlierPage | undefined> {
    const line = await this.#lineOf(url);
    if (line === undefined || (await this.#ownRecords(url, String(line.ts))) === undefined) return undefined;
    const info = parseObject((await this.#payload(`urn:pageinfo:${url}`)) ?? '');
    const text = await this.#payload(`urn:text:${url}`);
    if (info?.repeatable !== REPEATABLE_RULES || typeof info.urls !== 'object' || text === undefined) return undefined;
    const parts = Object.entries(info.urls as Record<string, { readonly type?: unknown }>)
      .map(([address, { type }]) => ({ url: address, type: String(type ?? '') }))
      .filter(({ type }) => type !== 'ping');
    return {
      url,
      title: String(line.title ?? ''),
      text,
      language: String(line.language ?? ''),
      parts,
      links: textsOf(info.links),
      feeds: textsOf(info.feeds),
      canonical: typeof info.canonical === 'string' ? info.canonical : '',
      files: textsOf(info.files),
      robots: textsOf(info.robots),
      isRepeatable: true,
    };
  }

  async answer(url: string): Promise<EarlierAnswer | undefined> {
    const record = await this.#archive.only(url);
    if (record === undefined) return undefined;
    const { status, sha256, fields } = record;
    return {
      status,
      sha256,
      etag: fields.get('http:etag') ?? '',
      lastModified: fields.get('http:last-modified') ?? '',
      location: fields.get('http:location') ?? '',
      isWhole: status === 200 && (await this.#archive.find(url, sha256)) !== undefined,
    };
  }

  /** @throws Error when `page` has not found it */
  async takeOver(url: string): Promise<TakenOver> {
    const line = await this.#lineOf(url);
    const own = line && (await this.#ownRecords(url, String(line.ts)));
    const text = await this.#payload(`urn:text:${url}`);
    if (line === undefined || own === undefined || text === undefined) throw new Error(`There is no page ${url}.`);
    const seen = await Promise.all(SEEN.map((kind) => this.#archive.only(`urn:${kind}:${url}`)));
    return { line: { ...line, text }, records: [...own, ...seen.filter((record) => record !== undefined)] };
  }

  /** The answer that the page's line names by its date, and the one that has its body where that is another. */
  async #ownRecords(url: string, ts: string): Promise<readonly EarlierRecord[] | undefined> {
    const address = url.replace(/#.*$/, '');
    const named = await this.#archive.at(address, ts);
    if (named?.status !== 200) return undefined;
    if (named.mime !== 'warc/revisit') return [named];
    const original = await this.#archive.find(address, named.sha256);
    const isItsOriginal =
      original !== undefined &&
      named.fields.get('warc-refers-to-target-uri') === address &&
      sameTime(named.fields.get('warc-refers-to-date'), original.at);
    return isItsOriginal ? [original, named] : undefined;
  }

  async #lineOf(url: string): Promise<PageLine | undefined> {
    this.#lines ??= readLines(this.#archive);
    const line = (await this.#lines).get(url);
    return line !== undefined && Date.parse(String(line.ts)) >= this.#openedAfterMs ? line : undefined;
  }

  async #payload(urn: string): Promise<string | undefined> {
    const record = await this.#archive.only(urn);
    return record === undefined ? undefined : this.#archive.resource(record, MAX_BYTES);
  }

  async #text(path: string): Promise<string | undefined> {
    const parts: Buffer[] = [];
    for await (const part of this.#archive.read(path)) parts.push(Buffer.from(part));
    return parts.length === 0 ? undefined : Buffer.concat(parts).toString('utf8');
  }
}

async function readLines(archive: EarlierArchive): Promise<ReadonlyMap<string, PageLine>> {
  const found = new Map<string, PageLine>();
  const lines = cutLines({
    line: (bytes) => {
      const { text: _, ...line } = parseObject(bytes.toString('utf8')) ?? {};
      if (typeof line.url === 'string' && typeof line.ts === 'string') found.set(line.url, line);
    },
    tooLong: () => undefined,
  });
  for await (const chunk of archive.read('pages/pages.jsonl')) lines.update(chunk, 0);
  lines.end();
  return found;
}

function textsOf(given: unknown): readonly string[] {
  return Array.isArray(given) ? given.filter((text) => typeof text === 'string') : [];
}

function sameTime(a: string | undefined, b: string): boolean {
  return a !== undefined && Date.parse(a) === Date.parse(b);
}
