import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { CapturedResource } from '../model/qa.ts';
import { cutLines, parseObject } from './verify-lines.ts';
import { type IndexEntry, indexEntries } from './wacz-read-index.ts';
import { openWaczSpans, type WaczSpans } from './wacz-read-span.ts';
import { parseFields } from './warc-read-head.ts';

const unpack = promisify(gunzip);

/** As for `wacz-read-looks`: more than this is an attack on the memory. */
const MAX_RECORD_BYTES = 128 << 20;
/** Of a page's archived HTML, packed; links beyond are not looked for. */
const PAGE_LISTS = ['pages/pages.jsonl', 'pages/extraPages.jsonl'];
/** A record of the page's own second is the page's; the list and the record may differ by a fraction. */
const SLACK_MS = 2_000;

type Kind = 'view' | 'text' | 'pageinfo';

/** A record that is kept of a page: equal digests mean equal bytes, without reading either. */
export interface KeptRecord {
  readonly digest: string;
  read(): Promise<Buffer | undefined>;
}

export interface SidePage {
  readonly url: string;
  readonly title: string;
  readonly status: number | null;
  readonly view: KeptRecord | undefined;
  readonly text: KeptRecord | undefined;
  readonly pageinfo: KeptRecord | undefined;
}

export interface PageParts {
  readonly resources: readonly CapturedResource[];
  /** Where its links lead; undefined when the snapshot does not say. */
  readonly links: readonly string[] | undefined;
}

/** One of two snapshots that are compared. Holds places and statuses, no bodies. */
export interface SnapshotSide {
  /** By address, in the order of the page lists. */
  readonly pages: ReadonlyMap<string, SidePage>;
  /** Statuses of whole answers to a GET, the latest for each address; revisits count as what they repeat. */
  readonly statuses: ReadonlyMap<string, number>;
  /** What a page was made of; undefined when nothing is kept of it, or it is damaged. */
  parts(page: SidePage): Promise<PageParts | undefined>;
  close(): Promise<void>;
}

interface Listed {
  readonly url: string;
  readonly title: string;
  readonly status: number | null;
  readonly atMs: number;
}

/**
 * Opens a snapshot for comparing: reads page lists and index once, as streams. Of records that are kept for a page, the
 * latest that is not later than the page is its own; a snapshot may hold older ones for a page that has not changed.
 * @throws KnownError `verify.no-such-file`, `verify.unreadable`, `verify.not-a-wacz`, `wacz.damaged`
 */
export async function openSnapshotSide(file: string): Promise<SnapshotSide> {
  const spans = await openWaczSpans(file);
  try {
    const listed = await listedPages(spans);
    const { kept, statuses } = await readIndex(spans, listed);
    const pages = new Map<string, SidePage>();
    for (const [url, { title, status }] of listed) {
      const record = (kind: Kind) => keptRecord(spans, kept.get(`${kind}:${url}`));
      const pageStatus = status ?? statuses.get(url) ?? null;
      pages.set(url, {
        url,
        title,
        status: pageStatus,
        view: record('view'),
        text: record('text'),
        pageinfo: record('pageinfo'),
      });
    }
    return { pages, statuses, parts: readParts, close: () => spans.close() };
  } catch (error) {
    await spans.close();
    throw error;
  }
}

async function listedPages(spans: WaczSpans): Promise<ReadonlyMap<string, Listed>> {
  const pages = new Map<string, Listed>();
  const take = (line: Buffer) => {
    const json = parseObject(line.toString('utf8'));
    if (typeof json?.url !== 'string' || !/^https?:/i.test(json.url) || !URL.canParse(json.url)) return;
    pages.set(json.url, {
      url: json.url,
      title: typeof json.title === 'string' ? json.title.trim() : '',
      status: typeof json.status === 'number' ? json.status : null,
      atMs: typeof json.ts === 'string' ? Date.parse(json.ts) : Number.NaN,
    });
  };
  for (const path of PAGE_LISTS) {
    const lines = cutLines({ line: take, tooLong: () => undefined });
    for await (const chunk of spans.read(path)) lines.update(chunk, 0);
    lines.end();
  }
  return pages;
}

async function readIndex(spans: WaczSpans, listed: ReadonlyMap<string, Listed>) {
  const kept = new Map<string, IndexEntry>();
  const statuses = new Map<string, number>();
  const latest = new Map<string, string>();
  for await (const entry of indexEntries(spans)) {
    const [, kind, url] = /^urn:(view|text|pageinfo):(.+)$/.exec(entry.url) ?? [];
    const page = url === undefined ? undefined : listed.get(url);
    if (kind !== undefined && page !== undefined) {
      const name = `${kind}:${page.url}`;
      kept.set(name, nearer(entry, kept.get(name), page.atMs));
    }
    const isAnswer = /^https?:/i.test(entry.url) && entry.method === 'GET' && !entry.isPart && entry.status > 0;
    if (!isAnswer || (latest.get(entry.url) ?? '') > entry.at) continue;
    latest.set(entry.url, entry.at);
    statuses.set(entry.url, entry.status);
  }
  return { kept, statuses };
}

/** The latest that is not later than the page; where all are later, the earliest. */
function nearer(entry: IndexEntry, known: IndexEntry | undefined, pageAtMs: number): IndexEntry {
  if (known === undefined) return entry;
  const until = Number.isNaN(pageAtMs) ? Number.POSITIVE_INFINITY : pageAtMs + SLACK_MS;
  const [a, b] = [Date.parse(entry.at), Date.parse(known.at)];
  if (a <= until && b <= until) return a > b ? entry : known;
  if (a > until && b > until) return a < b ? entry : known;
  return a <= until ? entry : known;
}

function keptRecord(spans: WaczSpans, entry: IndexEntry | undefined): KeptRecord | undefined {
  if (entry === undefined) return undefined;
  return { digest: entry.digest, read: () => readPayload(spans, entry) };
}

async function readPayload(spans: WaczSpans, entry: IndexEntry): Promise<Buffer | undefined> {
  const { file, offset, lengthBytes } = entry;
  if (lengthBytes > MAX_RECORD_BYTES) return undefined;
  const bytes = await spans.span(file, offset, lengthBytes);
  const record = file.endsWith('.gz')
    ? await unpack(bytes, { maxOutputLength: MAX_RECORD_BYTES }).catch(() => undefined)
    : bytes;
  const end = record?.indexOf('\r\n\r\n') ?? -1;
  if (record === undefined || end === -1) return undefined;
  const fields = parseFields(record.toString('utf8', 0, end));
  const length = Number(fields.get('content-length'));
  if (fields.get('warc-type') !== 'resource' || !Number.isSafeInteger(length)) return undefined;
  return record.subarray(end + 4, end + 4 + length);
}

async function readParts({ pageinfo }: SidePage): Promise<PageParts | undefined> {
  const json = parseObject((await pageinfo?.read())?.toString('utf8') ?? '');
  if (typeof json?.urls !== 'object' || json.urls === null) return undefined;
  const said = Object.entries(json.urls as Record<string, { status?: unknown; type?: unknown } | null>);
  const resources = said.map(([url, part]) => ({
    url,
    status: typeof part?.status === 'number' ? part.status : 0,
    type: typeof part?.type === 'string' ? part.type : '',
  }));
  const links = Array.isArray(json.links) ? json.links.filter((link) => typeof link === 'string') : undefined;
  return { resources, links };
}
