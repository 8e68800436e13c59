import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flushDirectory } from '../base/atomic-write.ts';
import type { Clock } from '../base/clock.ts';
import type { IdSource } from '../base/ids.ts';
import type { Exchange } from '../model/http.ts';
import type { PageCapture, UnchangedPage } from '../model/page.ts';
import { CaptureJournal } from './capture-journal.ts';
import { CaptureMemory, exchangeEntry, isRevisitable, type Original, type Verdict } from './capture-memory.ts';
import { cdxjLine } from './cdxj.ts';
import { writeCdxjIndex } from './cdxj-index.ts';
import { CdxjSorter } from './cdxj-sorter.ts';
import type { EarlierArchive } from './earlier-archive.ts';
import type { TakenOver } from './earlier-pages.ts';
import { exchangeLine } from './exchange-line.ts';
import { exchangeRecords } from './exchange-records.ts';
import { mediaType } from './http-block.ts';
import { pageRecords } from './page-records.ts';
import { type FrontPage, PagesFile } from './pages-file.ts';
import { Takeover } from './takeover.ts';
import { entryOf, type IndexEntry } from './wacz-read-index.ts';
import { recordUri, type WarcRecord } from './warc-record.ts';
import { type Placement, type WarcEnd, WarcWriter, type WarcWriterOptions } from './warc-writer.ts';

export interface SnapshotContentOptions {
  readonly workDir: string;
  readonly software: string;
  readonly warcinfo: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly maxWarcBytes?: number;
  readonly indexBlockLines?: number;
  readonly indexRunBytes?: number;
  /** Records that have not changed since are taken over from it as they are. Whoever opened it closes it. */
  readonly earlier?: EarlierArchive | undefined;
}

/** The folder in the work folder for what does not go into the WACZ. */
export const SCRATCH = 'scratch';

/** Quotes inside a value are escaped in JSON, so no address can look like this. */
const INCOMPLETE = /"status":"304"|[,{]"range":/;

const PAGES = ['pages', 'pages.jsonl'] as const;
const JOURNAL = [SCRATCH, 'journal.jsonl'] as const;

const DEFAULT_WARC_BYTES = 1_000_000_000;

/** How far a snapshot in the making is safe on the disk: what `reopen` cuts its files back to. */
export interface ContentMark {
  readonly warc: WarcEnd;
  readonly journalBytes: number;
  readonly pagesBytes: number;
}

interface OpenFiles {
  readonly warc: WarcWriter;
  readonly journal: CaptureJournal;
  readonly pages: PagesFile;
}

/** The growing insides of a snapshot: WARC files, index lines and pages, kept in step. One call at a time. */
export class SnapshotContent {
  readonly #options: SnapshotContentOptions;
  readonly #warc: WarcWriter;
  readonly #journal: CaptureJournal;
  readonly #index: CdxjSorter;
  readonly #pages: PagesFile;
  readonly #memory: CaptureMemory;
  readonly #takeover: Takeover;
  #responses = 0;

  private constructor(options: SnapshotContentOptions, { warc, journal, pages }: OpenFiles) {
    this.#options = options;
    this.#warc = warc;
    this.#journal = journal;
    this.#index = new CdxjSorter({ folder: join(options.workDir, SCRATCH), runCharacters: options.indexRunBytes });
    this.#pages = pages;
    this.#memory = new CaptureMemory((offset) => journal.read(offset));
    const { earlier } = options;
    this.#takeover = new Takeover({ earlier, warc, journal, index: this.#index, memory: this.#memory });
  }

  /** The folders are there already, and empty. */
  static async create(options: SnapshotContentOptions): Promise<SnapshotContent> {
    const { workDir } = options;
    const pages = await PagesFile.create(join(workDir, ...PAGES));
    const journal = await CaptureJournal.create(join(workDir, ...JOURNAL));
    for (const folder of ['archive', 'pages', SCRATCH]) await flushDirectory(join(workDir, folder));
    return new SnapshotContent(options, { warc: new WarcWriter(warcOptions(options)), journal, pages });
  }

  /**
   * Goes on with what an earlier process left: what came after the mark is cut off, the index and the memory come back
   * from the journal.
   * @throws Error when a file is shorter than it was at the mark
   */
  static async reopen(options: SnapshotContentOptions, mark: ContentMark): Promise<SnapshotContent> {
    const { workDir } = options;
    const scratch = join(workDir, SCRATCH);
    for (const name of await readdir(scratch)) if (CdxjSorter.isRun(name)) await rm(join(scratch, name));
    const content = new SnapshotContent(options, {
      warc: await WarcWriter.reopen(warcOptions(options), mark.warc),
      journal: await CaptureJournal.reopen(join(workDir, ...JOURNAL), mark.journalBytes),
      pages: await PagesFile.reopen(join(workDir, ...PAGES), mark.pagesBytes),
    });
    await content.#remember();
    return content;
  }

  get bytes(): number {
    return this.#warc.bytes;
  }

  get responses(): number {
    return this.#responses;
  }

  async addExchange(exchange: Exchange): Promise<void> {
    const verdict = await this.#memory.judge(exchange);
    if (verdict.write === 'nothing') return this.#leaveOut(exchange, verdict.date);
    const original = await this.#originalOf(exchange, verdict);
    const [answer, request] = exchangeRecords(exchange, verdict.date, this.#options.ids, original);
    const placement = await this.#place(answer, [request], mediaType(exchange.responseHeaders));
    const line = exchangeLine(exchange, verdict.date, placement, original);
    const entry = exchangeEntry(exchange, verdict.date, answer.id, line);
    const offset = await this.#journal.append(entry).catch(async (error: unknown) => {
      await this.#warc.takeBack(placement);
      throw error;
    });
    this.#index.add(line);
    this.#responses += 1;
    this.#memory.remember(entry, offset);
    await this.#index.relieve();
  }

  /**
   * A page that has not changed since the earlier snapshot: its line and its records are taken over as they are.
   * @param now what is new of it; `checked` says when it was found to be the same, UTC ISO 8601
   */
  async addUnchangedPage({ line, records }: TakenOver, now: UnchangedPage): Promise<void> {
    const lines: string[] = [];
    for (const record of records) {
      const isAnswer = !record.url.startsWith('urn:') && record.mime !== 'warc/revisit';
      // Its body may be there since it was checked; later pages may refer to it.
      if (isAnswer) await this.#takeover.original(record.url, record.sha256);
      else lines.push((await this.#takeover.copy(record)).line);
    }
    const offset = await this.#journal.append({ kind: 'page', lines });
    await this.#pages.addUnchanged(line, now).catch(async (error: unknown) => {
      await this.#journal.takeBack(offset);
      throw error;
    });
    for (const each of lines) this.#index.add(each);
    await this.#index.relieve();
  }

  async addPage(page: PageCapture): Promise<void> {
    const date = this.#memory.dateOfPage(page.url, page.at);
    const lines: string[] = [];
    for (const { url, digest, record } of pageRecords(page, date, this.#options.ids)) {
      const same = await this.#options.earlier?.find(url, digest);
      if (same !== undefined) {
        lines.push((await this.#takeover.copy(same)).line);
        continue;
      }
      const mime = mediaType([['content-type', record.contentType]]);
      const placement = await this.#place(record, [], mime);
      lines.push(cdxjLine({ url, date, digest, mime, status: 200, placement }));
    }
    const offset = await this.#journal.append({ kind: 'page', lines });
    await this.#pages.add(page, date).catch(async (error: unknown) => {
      await this.#journal.takeBack(offset);
      throw error;
    });
    for (const line of lines) this.#index.add(line);
    await this.#index.relieve();
  }

  /** Waits until everything so far is on the disk, and tells how far that is. */
  async flush(): Promise<ContentMark> {
    const [warc] = await Promise.all([this.#warc.flush(), this.#journal.flush(), this.#pages.flush()]);
    return { warc, journalBytes: this.#journal.bytes, pagesBytes: this.#pages.bytes };
  }

  /** Index lines of the answers so far, in the order of arrival, as the sealed index will have them. */
  async *entries(): AsyncGenerator<IndexEntry> {
    for await (const { entry } of this.#journal.entries()) {
      if (entry.kind !== 'exchange' && entry.kind !== 'copy') continue;
      const found = entryOf(entry.line);
      if (found !== undefined) yield { ...found, record: recordUri(entry.id).replace(/^<|>$/g, '') };
    }
  }

  /** @see PagesFile.frontPage */
  frontPage(url: string): Promise<FrontPage | undefined> {
    return this.#pages.frontPage(url);
  }

  /** @see CaptureMemory.dateOfPage */
  dateOfPage(url: string, at: Date): Date {
    return this.#memory.dateOfPage(url, at);
  }

  /** Ends the files and writes the index. Safe to call again, and after an error. */
  async finish(): Promise<void> {
    await this.#warc.finish();
    await this.#pages.finish();
    await writeCdxjIndex(join(this.#options.workDir, 'indexes'), this.#findable(), this.#options.indexBlockLines);
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    await Promise.all([this.#warc.close(), this.#pages.close(), this.#journal.close()]);
  }

  /** Whose body an exchange has; undefined when it has to be written whole. @throws Error for a 304 that stands for nothing */
  async #originalOf(exchange: Exchange, verdict: Verdict): Promise<Original | undefined> {
    const { url, body, standsFor } = exchange;
    if (standsFor === undefined) {
      if (verdict.write === 'revisit') return verdict.original;
      return isRevisitable(exchange) ? this.#takeover.original(url, body.sha256) : undefined;
    }
    const original = await this.#takeover.original(url, standsFor);
    if (original === undefined) throw new Error(`The earlier snapshot has no ${standsFor} of ${url}.`);
    return original;
  }

  async #leaveOut({ url, fetchedAt }: Exchange, date: Date): Promise<void> {
    if (date.getTime() === fetchedAt.getTime()) return;
    const entry = { kind: 'stand-in', url, fetchedMs: fetchedAt.getTime(), dateMs: date.getTime() } as const;
    await this.#journal.append(entry);
    this.#memory.rememberStandIn(entry);
  }

  async #remember(): Promise<void> {
    for await (const { offset, entry } of this.#journal.entries()) {
      if (entry.kind === 'stand-in') this.#memory.rememberStandIn(entry);
      if (entry.kind === 'copy') {
        this.#memory.rememberCopy(entry, offset);
        this.#index.add(entry.line);
      }
      if (entry.kind === 'page') for (const line of entry.lines) this.#index.add(line);
      if (entry.kind === 'exchange') {
        this.#memory.remember(entry, offset);
        this.#index.add(entry.line);
        this.#responses += 1;
      }
      await this.#index.relieve();
    }
  }

  async #place(first: WarcRecord, others: readonly WarcRecord[], mime: string): Promise<Placement> {
    const [placement] = await this.#warc.append([first, ...others], mime);
    if (placement === undefined) throw new Error('A record was written nowhere.');
    return placement;
  }

  /**
   * Index lines that replay should find. Wabac takes the capture nearest in time and gives up when that is a part of a
   * film or a bare "not modified", so where the whole was fetched too these are in the WARC only. Wabac's own indexer
   * leaves parts out always.
   */
  async *#findable(): AsyncGenerator<string> {
    for await (const line of this.#index.sorted()) {
      if (INCOMPLETE.test(line) && this.#memory.hasWhole(urlOf(line))) continue;
      yield line;
    }
  }
}

function warcOptions({
  workDir,
  maxWarcBytes = DEFAULT_WARC_BYTES,
  ...rest
}: SnapshotContentOptions): WarcWriterOptions {
  const { software, warcinfo, clock, ids } = rest;
  return { folder: join(workDir, 'archive'), software, warcinfo, clock, ids, maxWarcBytes };
}

function urlOf(line: string): string {
  return (JSON.parse(line.slice(line.indexOf(' {'))) as { readonly url: string }).url;
}
