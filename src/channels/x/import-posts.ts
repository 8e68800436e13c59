import type { ExportFile, ExportFinding, ExportPosition } from '../../model/official-export.ts';
import type { Visibility } from '../../model/post.ts';
import { headOf } from '../reading/export/export-files.ts';
import { readJsonRecords } from '../reading/export/json-records.ts';
import { readCsvTweets } from './import-csv.ts';
import { isRecord } from './import-notes.ts';
import type { XScript } from './import-scripts.ts';
import { ThreadFinder } from './import-threads.ts';
import { readExportTweet, type XFrame } from './import-tweet.ts';

type PostFinding = Extract<ExportFinding, { kind: 'post' }>;

/** Reads the files of an archive that hold posts, one after the other. */
export class PostReader {
  hasOlderVersions = false;
  readonly #frame: XFrame;
  readonly #threads: ThreadFinder<PostFinding>;
  readonly #signal: AbortSignal | undefined;
  /** Numbers of the posts read; only kept where a table beside the scripts holds the same ones. */
  readonly #seen: Set<string> | undefined;

  constructor(frame: XFrame, hasTables: boolean, signal: AbortSignal | undefined) {
    this.#frame = frame;
    this.#threads = new ThreadFinder(frame.handle);
    this.#seen = hasTables ? new Set() : undefined;
    this.#signal = signal;
  }

  /** @param visibility where it is another than the account's */
  async *script({ file }: XScript, visibility?: Visibility): AsyncGenerator<ExportFinding> {
    const frame = visibility === undefined ? this.#frame : { ...this.#frame, visibility };
    let isEmpty = true;
    for await (const { record, offsetBytes, value, error } of readJsonRecords(file, isRecord, this.#signal)) {
      isEmpty = false;
      const at = { file: file.path, record, offsetBytes };
      if (error === undefined) for (const finding of this.#tweet(value, at, frame)) yield finding;
      else yield { kind: 'unreadable', id: null, at, message: `This post cannot be read: ${error}.` };
    }
    if (isEmpty && !/=\s*\[/.test(await headOf(file, 256))) {
      const at = { file: file.path, record: null, offsetBytes: null };
      yield { kind: 'unreadable', id: null, at, message: 'There is no list of posts in this file.' };
    }
  }

  /** Rows of a table, without those that the scripts had. */
  async *table(file: ExportFile): AsyncGenerator<ExportFinding> {
    for await (const { record, offsetBytes, tweet, error } of readCsvTweets(file, this.#signal)) {
      if (typeof tweet.id_str === 'string' && this.#seen?.has(tweet.id_str) === true) continue;
      const at = { file: file.path, record, offsetBytes };
      if (error === undefined) for (const finding of this.#tweet(tweet, at, this.#frame)) yield finding;
      else yield { kind: 'unreadable', id: null, at, message: `This row cannot be read: ${error}.` };
    }
  }

  #tweet(value: unknown, at: ExportPosition, frame: XFrame): readonly ExportFinding[] {
    const read = readExportTweet(value, frame);
    if ('message' in read) return [{ kind: 'unreadable', at, ...read }];
    this.hasOlderVersions ||= read.isOlderVersion;
    this.#seen?.add(read.post.id);
    return this.#threads.take({ kind: 'post', post: read.post, at });
  }

  /** What waited for the post it answers, and long texts that belong to none. */
  *rest(): Generator<ExportFinding> {
    yield* this.#threads.rest();
    for (const { createdAt, at } of this.#frame.notes.unclaimed) {
      // It has no number that a post is known by, and nothing says that it was ever public.
      const message = `This long text of ${createdAt} belongs to none of the posts: none of that time begins with its words.`;
      yield { kind: 'unreadable', id: null, at, message };
    }
  }

  /** Articles of X: nobody has described their form yet, so that each is told of, and none is passed over. */
  async *articles(file: ExportFile): AsyncGenerator<ExportFinding> {
    for await (const { record, offsetBytes } of readJsonRecords(file, isRecord, this.#signal)) {
      const at = { file: file.path, record, offsetBytes };
      yield {
        kind: 'unreadable',
        id: null,
        at,
        message: 'This is an article; their form in the archive is not known yet.',
      };
    }
  }
}
