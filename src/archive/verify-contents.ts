import type { FileHandle } from 'node:fs/promises';
import type { VerifyReport } from '../model/verify.ts';
import { createCdxjCheck } from './verify-cdxj.ts';
import type { Findings, Report } from './verify-findings.ts';
import { checkIdx, type IdxLine, readIdx } from './verify-idx.ts';
import { checkLayout, checkResources, type FileFacts, type Manifest, readManifest } from './verify-manifest.ts';
import type { Measure } from './verify-measure.ts';
import { checkPages } from './verify-pages.ts';
import { checkDigest } from './verify-signature.ts';
import { createWarcCheck, type WarcCheck } from './verify-warc.ts';
import type { ZipArchive } from './zip-read-archive.ts';
import { readContent } from './zip-read-content.ts';
import { checkOwnFields } from './zip-read-sanity.ts';
import { readSpan } from './zip-read-span.ts';
import { STORED, type ZipContent } from './zip-read-types.ts';

const WARC = /^archive\/[^/]+\.warc(\.gz)?$/;
const INDEX = /^indexes\/[^/]+\.cdxj?(\.gz)?$/;
const SECOND_INDEX = /^indexes\/[^/]+\.idx$/;
const PAGES = /^pages\/[^/]+\.jsonl$/;

/** A manifest of some hundred thousand files; it is the only kind of file that is held in memory whole. */
const MAX_MANIFEST_BYTES = 64 << 20;

export interface ContentsJob {
  readonly handle: FileHandle;
  readonly sizeBytes: number;
  readonly zip: ZipArchive;
  readonly findings: Findings;
  readonly measure: Measure;
}

/** Reads every file once: WARCs first, because the index and the pages are held against their records. */
export async function verifyContents(job: ContentsJob): Promise<VerifyReport> {
  const { zip, findings, sizeBytes } = job;
  const { report } = findings;
  const facts = new Map<string, FileFacts>();
  const files = zip.entries.filter(({ name }) => !name.endsWith('/')).map(({ name }) => name);
  const read = readerOf(job, facts);
  checkLayout(files, report);
  checkPacking(zip, findings);
  const manifest = readManifest(await manifestText(job, 'datapackage.json'), report);
  const warc = await verifyWarcs(read, manifest, report);
  const cdxjLines = await verifyIndexes(job, read, warc);
  const pages = await verifyPages(read, warc, report);
  await read(/(?:)/);
  checkResources(manifest, facts, report);
  const digest = await manifestText(job, 'datapackage-digest.json');
  const signature = checkDigest(digest, facts.get('datapackage.json')?.sha256, report);
  if (/^Lastpost\b/.test(manifest.software ?? '')) {
    checkOwnFields(zip.entries, zip.end, (rule, offset, message) => report(rule, { file: '', offset }, message));
  }
  const problems = findings.list();
  return {
    ok: problems.length === 0,
    problems,
    counts: { files: files.length, bytes: sizeBytes, warcRecords: warc.table.rows, cdxjLines, pages },
    signature,
    software: manifest.software,
  };
}

/** Reads the files of one kind that were not read before. */
type ReadFiles = (kind: RegExp, use?: (path: string, chunks: AsyncIterator<Buffer>) => Promise<void>) => Promise<void>;

function readerOf({ zip, measure }: ContentsJob, facts: Map<string, FileFacts>): ReadFiles {
  const done = new Set<ZipContent>();
  return async (kind, use) => {
    for (const content of zip.contents) {
      const { name } = content.entry;
      if (done.has(content) || !kind.test(name)) continue;
      done.add(content);
      const found = await measure(content, use === undefined ? undefined : (chunks) => use(name, chunks));
      if (!name.endsWith('/')) facts.set(name, found);
    }
  };
}

async function verifyWarcs(read: ReadFiles, { needsOthers }: Manifest, report: Report): Promise<WarcCheck> {
  const warc = createWarcCheck(report);
  await read(WARC, (path, chunks) => warc.walk(path, chunks));
  warc.finish({ revisitsLeadOut: needsOthers });
  return warc;
}

async function verifyIndexes(
  { handle, zip, findings }: ContentsJob,
  read: ReadFiles,
  warc: WarcCheck,
): Promise<number> {
  const { report } = findings;
  const cdxj = createCdxjCheck(warc, report);
  await read(INDEX, (path, chunks) => cdxj.walk(path, chunks));
  cdxj.finish();
  const indexes = new Map(zip.contents.map((content) => [content.entry.name, content]));
  const second = new Map<string, IdxLine[]>();
  await read(SECOND_INDEX, async (path, chunks) => {
    second.set(path, await readIdx(path, chunks, report));
  });
  for (const [path, lines] of second) await checkIdx(handle, path, lines, indexes, report);
  return cdxj.lines();
}

async function verifyPages(read: ReadFiles, warc: WarcCheck, report: Report): Promise<number> {
  const addresses = warc.table.sorted((row) => (row.kind === 'other' ? undefined : row.url));
  let pages = 0;
  await read(PAGES, async (path, chunks) => {
    pages += await checkPages(path, chunks, addresses, report);
  });
  return pages;
}

/** Replay reads WARCs and packed indexes by byte ranges, which only a stored file gives. */
function checkPacking(zip: ZipArchive, findings: Findings): void {
  for (const { name, method, at } of zip.entries) {
    if (method === STORED || !/^archive\/.|^indexes\/.*\.gz$/.test(name)) continue;
    findings.report(
      'zip.method',
      { file: '', offset: at + 10 },
      `${name} must be stored in the ZIP, not compressed again.`,
    );
  }
}

/** Text of a small file, which is measured in its turn like any other, so that its damage is reported. */
async function manifestText({ handle, zip, findings }: ContentsJob, path: string): Promise<string | undefined> {
  const content = zip.contents.find(({ entry }) => entry.name === path);
  if (content === undefined) return undefined;
  const { bytes } = content.entry;
  if (bytes > MAX_MANIFEST_BYTES) {
    findings.report(
      'zip.limit',
      { file: path, offset: 0 },
      `${path} is ${bytes} bytes long; the limit is ${MAX_MANIFEST_BYTES}.`,
    );
    return undefined;
  }
  return (await readWhole(handle, content)).toString('utf8');
}

async function readWhole(handle: FileHandle, content: ZipContent): Promise<Buffer> {
  if (content.entry.method === STORED) return readSpan(handle, content.dataAt, content.entry.bytes);
  const parts: Buffer[] = [];
  for await (const chunk of readContent(handle, content, () => undefined)) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}
