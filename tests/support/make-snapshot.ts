import { join } from 'node:path';
import { createSigningKeyPem, signerFromPem } from '../../src/archive/signing-key.ts';
import { type SealedFile, SnapshotWriter, type SnapshotWriterOptions } from '../../src/archive/snapshot-writer.ts';
import type { Clock } from '../../src/base/clock.ts';
import { sha256 } from '../../src/base/digest.ts';
import type { IdSource } from '../../src/base/ids.ts';
import type { Body, Exchange } from '../../src/model/http.ts';
import type { PageCapture, PageResource, Picture } from '../../src/model/page.ts';
import type { Signer } from '../../src/model/signer.ts';

/** 23 November 2026, half past nine, to the millisecond. */
export const SNAPSHOT_TIME = new Date('2026-11-23T09:30:00.250Z');

/** A clock that stands still. */
export const stillClock: Clock = { now: () => SNAPSHOT_TIME };

/** `00000000-0000-4000-8000-000000000001` and on. */
export function countingIds(): IdSource {
  let count = 0;
  return {
    uuid: () => {
      count += 1;
      return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
    },
  };
}

/** `milliseconds` after SNAPSHOT_TIME. */
export function after(milliseconds: number): Date {
  return new Date(SNAPSHOT_TIME.getTime() + milliseconds);
}

/** A body in memory. */
export function bodyOf(content: string | Uint8Array): Body {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return {
    lengthBytes: bytes.length,
    sha256: sha256(bytes),
    async *stream() {
      if (bytes.length > 0) yield bytes;
    },
    async dispose() {},
  };
}

/** A GET that was answered with 200 and HTML, except for what is given. */
export function exchangeOf(
  url: string,
  parts: Partial<Exchange> & { readonly content?: string | Uint8Array } = {},
): Exchange {
  const { content = '', ...given } = parts;
  return {
    url,
    method: 'GET',
    requestHeaders: [
      ['User-Agent', 'Mozilla/5.0 (Lastpost)'],
      ['Accept', '*/*'],
    ],
    status: 200,
    statusText: 'OK',
    responseHeaders: [['Content-Type', 'text/html; charset=utf-8']],
    body: bodyOf(content),
    bodyIsRaw: false,
    fetchedAt: SNAPSHOT_TIME,
    ...given,
  };
}

/** The smallest PNG: one transparent pixel. */
export const PIXEL: Picture = {
  mime: 'image/png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** A page as a crawl hands it over, except for what is given. */
export function pageOf(url: string, parts: Partial<PageCapture> = {}): PageCapture {
  return {
    id: '11111111-1111-4111-8111-111111111111',
    url,
    finalUrl: url,
    at: SNAPSHOT_TIME,
    status: 200,
    mime: 'text/html',
    title: 'The Example Blog',
    text: 'We are closing. Thank you for reading.',
    language: 'en',
    isSeed: true,
    depth: 0,
    resources: [],
    gaps: [],
    ...parts,
  };
}

export async function openWriter(
  workDir: string,
  options: Partial<SnapshotWriterOptions> = {},
): Promise<SnapshotWriter> {
  return SnapshotWriter.open({
    workDir,
    software: 'Lastpost 0.1.0',
    warcinfo: { robots: 'obey', 'http-header-user-agent': 'Mozilla/5.0 (Lastpost)' },
    clock: stillClock,
    ids: countingIds(),
    ...options,
  });
}

export interface MadeSnapshot extends SealedFile {
  /** Present when signed. */
  readonly signer?: Signer;
  readonly pageUrls: readonly string[];
}

const SITE = 'https://blog.example.org';
const PARAGRAPH = '<p>What we wrote here between 2014 and 2026 stays readable in the archive.</p>\n';

/**
 * A small blog, sealed into `<dir>/snapshot.wacz` without a browser: two pages (one reached through a redirect), a style
 * sheet, an image that is also served under a second address (a revisit), a POST, a 404 and a report.
 * @param options.signed true unless set
 */
export async function makeSnapshot(
  dir: string,
  options: {
    readonly signed?: boolean;
    readonly file?: string;
    readonly force?: boolean;
    /** More reports, by name. */
    readonly reports?: Readonly<Record<string, unknown>>;
  } & Partial<SnapshotWriterOptions> = {},
): Promise<MadeSnapshot> {
  const { signed = true, file = join(dir, 'snapshot.wacz'), force = false, reports = {}, ...writerOptions } = options;
  const writer = await openWriter(join(dir, 'snapshot.work'), writerOptions);
  for (const exchange of blogExchanges()) await writer.addExchange(exchange);
  for (const page of blogPages()) await writer.addPage(page);
  await writer.addReport('crawl', { state: 'complete', pages: 2, gaps: [] });
  for (const [name, report] of Object.entries(reports)) await writer.addReport(name, report);
  const signer = signed ? signerFromPem(createSigningKeyPem()) : undefined;
  const sealed = await writer.seal({
    file,
    force,
    title: 'The Example Blog',
    description: 'Everything that was public on the last day.',
    mainPageUrl: `${SITE}/`,
    mainPageDate: SNAPSHOT_TIME,
    ...(signer === undefined ? {} : { signer }),
  });
  const pageUrls = blogPages().map((page) => page.url);
  return { ...sealed, pageUrls, ...(signer === undefined ? {} : { signer }) };
}

/** What the browser would have handed over, in the order it came. */
export function blogExchanges(): readonly Exchange[] {
  const image = Buffer.alloc(4096, 'an image of the founders, 2014 ');
  const png = { responseHeaders: [['Content-Type', 'image/png']], content: image } as const;
  return [
    exchangeOf(`${SITE}/`, {
      content: `<!doctype html><title>The Example Blog</title><link rel="stylesheet" href="/style.css">${PARAGRAPH.repeat(20)}`,
      responseHeaders: [
        ['content-type', 'text/html; charset=utf-8'],
        ['content-encoding', 'br'],
        ['content-length', '211'],
        ['set-cookie', 'session=do-not-keep'],
      ],
    }),
    exchangeOf(`${SITE}/style.css`, {
      content: 'body { font-family: Georgia, serif }\n',
      responseHeaders: [['Content-Type', 'text/css']],
      fetchedAt: after(20),
    }),
    exchangeOf(`${SITE}/founders.png`, { ...png, fetchedAt: after(30) }),
    exchangeOf(`${SITE}/founders.png?w=640`, { ...png, fetchedAt: after(40) }),
    exchangeOf(`${SITE}/api/visits`, {
      method: 'POST',
      requestHeaders: [['Content-Type', 'application/json']],
      requestBody: Buffer.from('{"page":"/","first":true}'),
      responseHeaders: [['Content-Type', 'application/json']],
      content: '{"visits":48211}',
      fetchedAt: after(50),
    }),
    exchangeOf(`${SITE}/gone.js`, {
      status: 404,
      statusText: 'Not Found',
      content: 'No such file.',
      fetchedAt: after(60),
    }),
    exchangeOf(`${SITE}/p/1`, {
      status: 301,
      statusText: 'Moved Permanently',
      responseHeaders: [['Location', '/posts/farewell']],
      fetchedAt: after(2000),
    }),
    exchangeOf(`${SITE}/posts/farewell`, {
      content: `<!doctype html><title>Farewell</title>${PARAGRAPH.repeat(12)}`,
      fetchedAt: after(2050),
    }),
  ];
}

/** The two pages those exchanges belong to. */
export function blogPages(): readonly PageCapture[] {
  return [
    pageOf(`${SITE}/`, {
      resources: [
        resource(`${SITE}/`, 200, 'text/html', 'document'),
        resource(`${SITE}/style.css`, 200, 'text/css', 'stylesheet'),
        resource(`${SITE}/founders.png`, 200, 'image/png', 'image'),
        resource(`${SITE}/founders.png?w=640`, 200, 'image/png', 'image'),
        { ...resource(`${SITE}/api/visits`, 200, 'application/json', 'fetch'), method: 'POST' },
        resource(`${SITE}/gone.js`, 404, 'text/html', 'script'),
      ],
      view: PIXEL,
      thumbnail: PIXEL,
    }),
    pageOf(`${SITE}/p/1`, {
      id: '22222222-2222-4222-8222-222222222222',
      finalUrl: `${SITE}/posts/farewell`,
      at: after(2050),
      title: 'Farewell',
      text: 'What we wrote here between 2014 and 2026 stays readable in the archive.',
      isSeed: false,
      depth: 1,
      resources: [
        resource(`${SITE}/p/1`, 301, '', 'document'),
        resource(`${SITE}/posts/farewell`, 200, 'text/html', 'document'),
        { ...resource(`${SITE}/style.css`, 200, 'text/css', 'stylesheet'), fromCache: true },
      ],
      view: PIXEL,
      fullPage: PIXEL,
    }),
  ];
}

function resource(url: string, status: number, mime: string, type: string): PageResource {
  return { url, method: 'GET', status, mime, type, fromCache: false };
}
