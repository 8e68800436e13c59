import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { timestamp14 } from '../base/clock.ts';
import type { CapturedLook, CapturedResource, QaTarget } from '../model/qa.ts';
import { cutLines, parseObject } from './verify-lines.ts';
import { type IndexEntry, indexEntries } from './wacz-read-index.ts';
import { openWaczSpans, type WaczSpans } from './wacz-read-span.ts';
import { parseFields } from './warc-read-head.ts';

const unpack = promisify(gunzip);

/** A picture of a very large screen is some 20 MB; more than this is an attack on the memory. */
const MAX_RECORD_BYTES = 128 << 20;

/** Where the page lists stand: Browsertrix keeps what it found by following links in the second. */
const PAGE_LISTS = ['pages/pages.jsonl', 'pages/extraPages.jsonl'];

const KINDS = ['view', 'text', 'pageinfo'] as const;
type Kind = (typeof KINDS)[number];
type Place = Pick<IndexEntry, 'file' | 'offset' | 'lengthBytes'>;
type Places = Partial<Record<Kind, Place>>;

/** How the pages of a snapshot looked at the capture. Holds places, not pictures. */
export interface CapturedLooks {
  /** The pages that were chosen, in the order of the page lists, each address once. */
  readonly targets: readonly QaTarget[];
  /** Pages in the snapshot, chosen or not. */
  readonly known: number;
  /** True for an address that the capture posted to, or that had no good answer then: a GET of it need have none. */
  mayBeMissing(url: string): boolean;
  look(url: string): Promise<CapturedLook>;
  close(): Promise<void>;
}

/**
 * Finds through the index where a snapshot keeps picture, text and parts of its pages. Reads the index once, as a stream.
 * @param choose says for each page, with its place from 0 on among all, whether it is wanted
 * @throws KnownError `verify.no-such-file`, `verify.unreadable`, `verify.not-a-wacz`, `wacz.damaged`
 */
export async function openCapturedLooks(
  file: string,
  choose: (target: QaTarget, place: number) => boolean,
): Promise<CapturedLooks> {
  const spans = await openWaczSpans(file);
  try {
    const { targets, known } = await chosenPages(spans, choose);
    const wanted = new Map<string, Places>(targets.map(({ url }) => [url, {}]));
    const mayBeMissing = await findPlaces(spans, wanted);
    return {
      targets,
      known,
      mayBeMissing: (url) => mayBeMissing.has(url),
      look: (url) => readLook(spans, wanted.get(url) ?? {}),
      close: () => spans.close(),
    };
  } catch (error) {
    await spans.close();
    throw error;
  }
}

async function chosenPages(spans: WaczSpans, choose: (target: QaTarget, place: number) => boolean) {
  const chosen = new Map<string, QaTarget>();
  const seen = new Set<string>();
  const take = (line: Buffer) => {
    const target = targetOf(parseObject(line.toString('utf8')));
    if (target === undefined || seen.has(target.url)) return;
    if (choose(target, seen.size)) chosen.set(target.url, target);
    seen.add(target.url);
  };
  for (const path of PAGE_LISTS) {
    const lines = cutLines({ line: take, tooLong: () => undefined });
    for await (const chunk of spans.read(path)) lines.update(chunk, 0);
    lines.end();
  }
  return { targets: [...chosen.values()], known: seen.size };
}

function targetOf(json: Readonly<Record<string, unknown>> | undefined): QaTarget | undefined {
  if (json === undefined || typeof json.url !== 'string' || !/^https?:/i.test(json.url)) return undefined;
  if (!URL.canParse(json.url)) return undefined;
  const ts = typeof json.ts === 'string' ? Date.parse(json.ts) : Number.NaN;
  return {
    url: json.url,
    timestamp: Number.isNaN(ts) ? '' : timestamp14(new Date(ts)),
    title: typeof json.title === 'string' ? json.title.trim() : '',
  };
}

/** Fills in where each record stands. @returns the addresses that were posted to, or had no good answer */
async function findPlaces(spans: WaczSpans, wanted: ReadonlyMap<string, Places>): Promise<ReadonlySet<string>> {
  const unanswered = new Unanswered();
  for await (const entry of indexEntries(spans)) {
    if (/^https?:/i.test(entry.url)) {
      unanswered.look(entry);
      continue;
    }
    const [, kind, page] = /^urn:(view|text|pageinfo):(.+)$/.exec(entry.url) ?? [];
    const places = page === undefined ? undefined : wanted.get(page);
    // The first is kept: a page that was captured twice is shown as of its first time.
    if (places !== undefined && kind !== undefined) places[kind as Kind] ??= entry;
  }
  return unanswered.urls;
}

/** Gathers the addresses that a plain GET had no good answer for. The index is sorted: an address's lines stand together. */
class Unanswered {
  readonly urls = new Set<string>();
  #answered = '';

  look({ url, method, status }: IndexEntry): void {
    const isPosted = method !== 'GET' && method !== 'HEAD';
    if (isPosted || (status >= 400 && url !== this.#answered)) {
      this.urls.add(url);
    } else if (status < 400) {
      this.urls.delete(url);
      this.#answered = url;
    }
  }
}

async function readLook(spans: WaczSpans, places: Places): Promise<CapturedLook> {
  const payloads = await Promise.all(
    KINDS.map(async (kind) => {
      const place = places[kind];
      return place === undefined ? undefined : readPayload(spans, place);
    }),
  );
  const [view, text, pageinfo] = payloads;
  return {
    picture: view !== undefined && isPng(view) ? view : null,
    text: text?.toString('utf8') ?? null,
    resources: pageinfo === undefined ? null : resourcesOf(pageinfo),
  };
}

/** The payload of a `resource` record, undefined when the record is not there or damaged. */
async function readPayload(spans: WaczSpans, { file, offset, lengthBytes }: Place): Promise<Buffer | undefined> {
  if (lengthBytes > MAX_RECORD_BYTES) return undefined;
  const bytes = await spans.span(file, offset, lengthBytes);
  const record = file.endsWith('.gz') ? await unpackQuietly(bytes) : bytes;
  const end = record?.indexOf('\r\n\r\n') ?? -1;
  if (record === undefined || end === -1) return undefined;
  const fields = parseFields(record.toString('utf8', 0, end));
  const length = Number(fields.get('content-length'));
  if (fields.get('warc-type') !== 'resource' || !Number.isSafeInteger(length)) return undefined;
  return record.subarray(end + 4, end + 4 + length);
}

async function unpackQuietly(bytes: Buffer): Promise<Buffer | undefined> {
  return unpack(bytes, { maxOutputLength: MAX_RECORD_BYTES }).catch(() => undefined);
}

function isPng(bytes: Buffer): boolean {
  return bytes.subarray(1, 4).toString('latin1') === 'PNG';
}

function resourcesOf(pageinfo: Buffer): CapturedResource[] | null {
  const urls = parseObject(pageinfo.toString('utf8'))?.urls;
  if (typeof urls !== 'object' || urls === null) return null;
  return Object.entries(urls as Record<string, { status?: unknown; type?: unknown } | null>).map(([url, said]) => ({
    url,
    status: typeof said?.status === 'number' ? said.status : 0,
    type: typeof said?.type === 'string' ? said.type : '',
  }));
}
