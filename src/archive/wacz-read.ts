import type { CompletenessReport } from '../model/completeness.ts';
import type { Gap } from '../model/gap.ts';
import type { CrawlReport, ScopeReport } from '../model/snapshot.ts';
import { parseObject } from './verify-lines.ts';
import { asCompletenessReport } from './wacz-read-completeness.ts';
import { damaged, openWaczFiles, type WaczFile, type WaczFiles } from './wacz-read-files.ts';
import { pagesIn, type WaczPage } from './wacz-read-pages.ts';

/** What a WACZ says of itself; null where it says nothing. Nothing of it is verified. */
export interface WaczSummary {
  readonly title: string | null;
  readonly description: string | null;
  /** As written, RFC 3339. */
  readonly created: string | null;
  readonly software: string | null;
  readonly mainPageUrl: string | null;
  readonly mainPageDate: string | null;
  readonly waczVersion: string | null;
  /** Size of the WACZ itself. */
  readonly bytes: number;
  readonly files: readonly WaczFile[];
  /** The first pages, in the order they were captured. */
  readonly pages: readonly WaczPage[];
  readonly pageCount: number;
  /** reports/crawl.json, when there is one. */
  readonly crawl: CrawlReport | null;
  readonly gaps: readonly Gap[];
  /** reports/completeness.json, when there is one. */
  readonly completeness: CompletenessReport | null;
  readonly signature: WaczSignature | null;
}

/** Who the signature says has signed; `snapshot verify` tells whether that is so. */
export interface WaczSignature {
  readonly publicKey: string | null;
  readonly domain: string | null;
  readonly created: string | null;
}

export interface SummaryOptions {
  /** Most pages to list, 1000 unless set; all are counted. */
  readonly maxPages?: number;
}

const MAX_PAGES = 1000;

/**
 * Reads the directory, the manifest, the page list and the reports of a WACZ, and no WARC, so it is quick for any size.
 * @throws KnownError `verify.no-such-file`, `verify.unreadable`, `verify.not-a-wacz`, `wacz.damaged`
 */
export async function readWaczSummary(file: string, options: SummaryOptions = {}): Promise<WaczSummary> {
  const files = await openWaczFiles(file);
  try {
    const manifest = parseObject((await files.text('datapackage.json')) ?? '');
    if (manifest === undefined) throw damaged(file);
    const { pages, pageCount } = await firstPages(files, options.maxPages ?? MAX_PAGES);
    const crawl = asCrawlReport(parseObject((await files.text('reports/crawl.json')) ?? ''));
    return {
      title: textOf(manifest.title),
      description: textOf(manifest.description),
      created: textOf(manifest.created),
      software: textOf(manifest.software),
      mainPageUrl: textOf(manifest.mainPageUrl),
      mainPageDate: textOf(manifest.mainPageDate),
      waczVersion: textOf(manifest.wacz_version),
      bytes: files.sizeBytes,
      files: files.list,
      pages,
      pageCount,
      crawl,
      gaps: crawl?.gaps ?? [],
      completeness: asCompletenessReport(parseObject((await files.text('reports/completeness.json')) ?? '')),
      signature: signatureOf(parseObject((await files.text('datapackage-digest.json')) ?? '')),
    };
  } finally {
    await files.close();
  }
}

/**
 * All pages of a WACZ, one after the other.
 * @throws KnownError `verify.no-such-file`, `verify.unreadable`, `verify.not-a-wacz`, `wacz.damaged`
 */
export async function* readWaczPages(file: string): AsyncGenerator<WaczPage> {
  const files = await openWaczFiles(file);
  try {
    yield* pagesIn(files);
  } finally {
    await files.close();
  }
}

async function firstPages(files: WaczFiles, most: number): Promise<{ pages: WaczPage[]; pageCount: number }> {
  const pages: WaczPage[] = [];
  let pageCount = 0;
  for await (const page of pagesIn(files)) {
    pageCount += 1;
    if (pages.length < most) pages.push(page);
  }
  return { pages, pageCount };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Another tool may have a file of this name: only what has our shape is taken for a report. */
function asCrawlReport(json: Readonly<Record<string, unknown>> | undefined): CrawlReport | null {
  const isOurs =
    json !== undefined &&
    (json.state === 'complete' || json.state === 'partial') &&
    typeof json.pages === 'number' &&
    Array.isArray(json.gaps);
  if (!isOurs) return null;
  const { scope, ...report } = json as unknown as CrawlReport;
  return isScope(scope) ? { ...report, scope } : report;
}

/** What cannot be understood says nothing, as if it were not there. */
function isScope(scope: Partial<ScopeReport> | undefined): scope is ScopeReport {
  if (typeof scope !== 'object' || scope === null) return false;
  const { kind = '', include, exclude, maxDepth, sitemaps } = scope;
  const areTexts = (list: unknown) => Array.isArray(list) && list.every((item) => typeof item === 'string');
  const isDepth = maxDepth === null || typeof maxDepth === 'number';
  return (
    ['page', 'prefix', 'host'].includes(kind) &&
    areTexts(include) &&
    areTexts(exclude) &&
    isDepth &&
    typeof sitemaps === 'boolean'
  );
}

function signatureOf(json: Readonly<Record<string, unknown>> | undefined): WaczSignature | null {
  const signed = json?.signedData;
  if (typeof signed !== 'object' || signed === null) return null;
  const { publicKey, domain, created } = signed as Record<string, unknown>;
  return { publicKey: textOf(publicKey), domain: textOf(domain), created: textOf(created) };
}
