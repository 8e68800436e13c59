import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../base/atomic-write.ts';
import type { Clock } from '../base/clock.ts';
import type { Sha256 } from '../base/digest.ts';
import type { IdSource } from '../base/ids.ts';
import { KnownError } from '../base/known-error.ts';
import type { ArchivedResponses } from '../model/archived-response.ts';
import type { Exchange } from '../model/http.ts';
import type { PageCapture, UnchangedPage } from '../model/page.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Signer } from '../model/signer.ts';
import { responsesInFolder } from './archived-responses.ts';
import { explainDiskFull, isDiskFull } from './disk-full.ts';
import type { EarlierArchive } from './earlier-archive.ts';
import type { PagesOfArchive } from './earlier-pages.ts';
import { writeJsonLines } from './json-lines.ts';
import type { FrontPage } from './pages-file.ts';
import { refuseExisting } from './part-file.ts';
import { type ContentMark, SnapshotContent } from './snapshot-content.ts';
import { FOLDERS, makeWorkFolders } from './snapshot-work-folder.ts';
import { packWacz } from './wacz-packer.ts';

export interface SnapshotWriterOptions {
  /** Made by the writer; holds archive/, indexes/, pages/, posts/ and reports/ while crawling; removed after seal or discard. */
  readonly workDir: string;
  /** `Lastpost 0.1.0` */
  readonly software: string;
  /** Fields for every warcinfo record beside the software: robots, http-header-user-agent, description … */
  readonly warcinfo: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** A new WARC file is begun after this many bytes, 1 GB unless set. */
  readonly maxWarcBytes?: number;
  /** Most lines in a plain index, and lines in a block of a compressed one; 3000 unless set. */
  readonly indexBlockLines?: number;
  /** How much of the index is sorted in memory before it goes to disk; 16 MB unless set. */
  readonly indexRunBytes?: number;
  /** The channel's earlier snapshot: what has not changed since is taken over as it is. The writer does not close it. */
  readonly earlier?: EarlierArchive | undefined;
}

export interface SealTarget {
  readonly file: string;
  /** Replace what is there. */
  readonly force: boolean;
  readonly title: string;
  readonly description?: string;
  readonly mainPageUrl: string;
  /** As its PageCapture has it. */
  readonly mainPageDate: Date;
  readonly signer?: Signer;
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  /** Writes the ZIP64 end record even into a small file. */
  readonly forceZip64?: boolean;
  /** Hears the file's digest just before it gets its name: who is killed then can tell that it was sealed. */
  readonly beforeNamed?: (sha256: Sha256) => Promise<void>;
}

/** @param mark plain JSON */
export type KeepMark = (mark: ContentMark) => Promise<void>;

export interface SealedFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: Sha256;
  readonly signed: boolean;
}

const FILE_NAME = /^[-a-z0-9._]+$/;

/**
 * Takes what a crawl hands over and makes one WACZ of it. Every method may be called at any time; what they do is done one
 * after another, and their promises settle when it is on its way to the disk, which is the back-pressure.
 */
export class SnapshotWriter {
  readonly #options: SnapshotWriterOptions;
  readonly #content: SnapshotContent;
  #tail: Promise<unknown> = Promise.resolve();
  #finished = false;
  #gone = false;

  private constructor(options: SnapshotWriterOptions, content: SnapshotContent) {
    this.#options = options;
    this.#content = content;
  }

  /** @throws KnownError `snapshot.work-folder` when the folder is already used, `snapshot.disk-full` */
  static async open(options: SnapshotWriterOptions): Promise<SnapshotWriter> {
    const { workDir } = options;
    try {
      await makeWorkFolders(workDir);
      return new SnapshotWriter(options, await SnapshotContent.create(options));
    } catch (error) {
      throw explainDiskFull(error, { bytes: 0, workDir });
    }
  }

  /**
   * Goes on with the snapshot that another process left unfinished in the work folder. What it wrote after the mark is cut
   * off.
   * @param mark as `settle` or `addPage` gave it last
   * @throws KnownError `snapshot.unfinished-damaged`, `snapshot.disk-full`
   */
  static async reopen(options: SnapshotWriterOptions, mark: ContentMark): Promise<SnapshotWriter> {
    const { workDir } = options;
    try {
      // Snapshots that an older Lastpost began have no such folder.
      await mkdir(join(workDir, 'posts'), { recursive: true });
      return new SnapshotWriter(options, await SnapshotContent.reopen(options, mark));
    } catch (error) {
      throw isDiskFull(error) ? explainDiskFull(error, { bytes: 0, workDir }) : cannotGoOn(error);
    }
  }

  /** WARC bytes so far, compressed. */
  get bytes(): number {
    return this.#content.bytes;
  }

  /** Responses in the archive, revisits among them; what was there already is not counted twice. */
  get responses(): number {
    return this.#content.responses;
  }

  /**
   * Writes request and response, unless the same answer to the same request is the last one there. Does not dispose the
   * body.
   * @throws KnownError `snapshot.disk-full`, after which the archive ends with the record before and the call may be made
   * again; `snapshot.body-changed`
   */
  async addExchange(exchange: Exchange): Promise<void> {
    await this.#add(() => this.#content.addExchange(exchange));
  }

  /**
   * Writes the page's line and its pictures, text and list of resources.
   * @param keep as for `settle`, called before anything else can be written
   * @throws KnownError `snapshot.disk-full`, and what `keep` throws
   */
  async addPage(page: PageCapture, keep?: KeepMark): Promise<void> {
    await this.#add(async () => {
      await this.#content.addPage(page);
      if (keep) await keep(await this.#content.flush());
    });
  }

  /**
   * Takes a page over that has not changed. Its answers have been handed over as exchanges before.
   * @throws KnownError `snapshot.disk-full`, and what `keep` throws
   */
  async addUnchangedPage(page: UnchangedPage, from: PagesOfArchive, keep?: KeepMark): Promise<void> {
    await this.#add(async () => {
      await this.#content.addUnchangedPage(await from.takeOver(page.url), page);
      if (keep) await keep(await this.#content.flush());
    });
  }

  /**
   * Waits until everything so far is on the disk. `keep` then notes, together with what it knows itself, how far that is:
   * a process that goes on from this mark finds exactly what was there when `keep` was called.
   */
  async settle(keep: KeepMark): Promise<void> {
    await this.#add(async () => keep(await this.#content.flush()));
  }

  /**
   * Writes `reports/<name>.json`, replacing an earlier one of that name.
   * @param name lower-case letters, digits, dot, dash and underscore
   * @throws KnownError `snapshot.disk-full`
   */
  async addReport(name: string, json: unknown): Promise<void> {
    if (!FILE_NAME.test(name)) throw new Error(`Not a report name: ${name}`);
    const file = join(this.#options.workDir, 'reports', `${name}.json`);
    await this.#add(() => writeFileAtomic(file, `${JSON.stringify(json, null, 2)}\n`));
  }

  /**
   * Writes `posts/<name>.jsonl`, one value a line, replacing an earlier one of that name; nothing when there is no value.
   * @param name lower-case letters, digits, dot, dash and underscore
   * @returns how many lines there are
   * @throws KnownError `snapshot.disk-full`
   */
  async addLines(name: string, values: AsyncIterable<unknown> | Iterable<unknown>): Promise<number> {
    if (!FILE_NAME.test(name)) throw new Error(`Not a file name: ${name}`);
    let lines = 0;
    await this.#add(async () => {
      lines = await writeJsonLines(join(this.#options.workDir, 'posts', `${name}.jsonl`), values);
    });
    return lines;
  }

  /**
   * What has been archived so far, to be read while nothing is being sealed; what comes later is not among it.
   * @throws KnownError `snapshot.disk-full`
   */
  async archived(): Promise<ArchivedResponses> {
    await this.#inTurn(() => this.#content.flush());
    return responsesInFolder(this.#options.workDir, () => this.#content.entries());
  }

  /**
   * The page a reader should see first: the one that was asked for, else the first seed, else the first of all.
   * @returns undefined while there is no page
   */
  async frontPage(url: string): Promise<FrontPage | undefined> {
    return this.#inTurn(() => this.#content.frontPage(url));
  }

  /**
   * Packs everything into `target.file` and removes the work folder. After an error the work folder is still there and
   * seal may be called again; nothing can be added any more.
   * @throws KnownError `snapshot.exists`, `snapshot.disk-full`; the signal's reason when aborted
   */
  async seal(target: SealTarget): Promise<SealedFile> {
    if (!target.force) await refuseExisting(target.file);
    const sealed = await this.#inTurn(() => this.#seal(target));
    this.#gone = true;
    return sealed;
  }

  /** Closes the files and leaves the work folder for another process to go on with. Safe to call twice. */
  async leave(): Promise<void> {
    await this.#tail;
    this.#gone = true;
    await this.#content.close();
  }

  /** Closes and removes the work folder. Safe to call twice, and after seal. */
  async discard(): Promise<void> {
    await this.leave();
    await rm(this.#options.workDir, { recursive: true, force: true });
  }

  #add(task: () => Promise<void>): Promise<void> {
    return this.#inTurn(() => {
      if (this.#finished) throw new Error('This snapshot is being sealed; nothing can be added.');
      return task();
    });
  }

  async #seal(target: SealTarget): Promise<SealedFile> {
    const { workDir, software, clock } = this.#options;
    target.signal?.throwIfAborted();
    this.#finished = true;
    await this.#content.finish();
    const { title, description, mainPageUrl, mainPageDate, signer, signal, onProgress, beforeNamed } = target;
    const packed = await packWacz({
      from: workDir,
      folders: FOLDERS,
      facts: {
        title,
        ...(description === undefined ? {} : { description }),
        created: clock.now(),
        software,
        mainPageUrl,
        mainPageDate: this.#content.dateOfPage(mainPageUrl, mainPageDate),
      },
      target: target.file,
      force: target.force,
      signer,
      signal,
      onProgress,
      forceZip64: target.forceZip64,
      beforeNamed,
    });
    await this.#content.close();
    await rm(workDir, { recursive: true, force: true });
    return { file: target.file, ...packed, signed: signer !== undefined };
  }

  /** Runs `task` after all that came before, whether that went well or not. */
  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(async () => {
      if (this.#gone) throw new Error('This snapshot has been sealed or discarded.');
      try {
        return await task();
      } catch (error) {
        throw explainDiskFull(error, { bytes: this.bytes, workDir: this.#options.workDir });
      }
    });
    this.#tail = turn.catch(() => undefined);
    return turn;
  }
}

function cannotGoOn(cause: unknown): KnownError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new KnownError('snapshot.unfinished-damaged', `The unfinished snapshot cannot be gone on with: ${why}`, {
    hint: 'Add --fresh to throw it away and take the snapshot anew.',
    cause,
  });
}
