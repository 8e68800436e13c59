import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { flushDirectory } from '../base/atomic-write.ts';
import type { Clock } from '../base/clock.ts';
import type { IdSource } from '../base/ids.ts';
import { AppendFile } from './append-file.ts';
import { gzipLevelFor, writeGzipMember } from './gzip-member.ts';
import { octets, recordBytes, type WarcRecord, warcHeader } from './warc-record.ts';

/** Where a record came to lie. */
export interface Placement {
  /** Base name of the WARC file. */
  readonly filename: string;
  readonly offsetBytes: number;
  readonly lengthBytes: number;
}

/** Where the WARC ends: everything before is on the disk. */
export interface WarcEnd {
  /** Number of files begun. */
  readonly files: number;
  /** Bytes in all but the last. */
  readonly bytesBefore: number;
  /** Bytes in the last. */
  readonly lastBytes: number;
}

export interface WarcWriterOptions {
  readonly folder: string;
  readonly software: string;
  readonly warcinfo: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly maxWarcBytes: number;
}

/** Appends records to `data-00001.warc.gz` and on, a gzip member each, a warcinfo first in each file. */
export class WarcWriter {
  readonly #options: WarcWriterOptions;
  #file: AppendFile | undefined;
  #files = 0;
  #bytesBefore = 0;

  constructor(options: WarcWriterOptions) {
    this.#options = options;
  }

  /** Goes on where an earlier process was safe; what it wrote after that is cut off. @throws Error when there is less */
  static async reopen(options: WarcWriterOptions, end: WarcEnd): Promise<WarcWriter> {
    const writer = new WarcWriter(options);
    const safe = new Set(Array.from({ length: end.files }, (_, index) => nameOf(index + 1)));
    for (const name of await readdir(options.folder)) if (!safe.has(name)) await rm(join(options.folder, name));
    writer.#files = end.files;
    writer.#bytesBefore = end.bytesBefore;
    if (end.files > 0) writer.#file = await AppendFile.reopen(join(options.folder, nameOf(end.files)), end.lastBytes);
    return writer;
  }

  get bytes(): number {
    return this.#bytesBefore + (this.#file?.bytes ?? 0);
  }

  /** Waits until all of it is on the disk, and tells where it ends. */
  async flush(): Promise<WarcEnd> {
    await this.#file?.flush();
    return { files: this.#files, bytesBefore: this.#bytesBefore, lastBytes: this.#file?.bytes ?? 0 };
  }

  /** Takes back what was written last, from its first record on. */
  async takeBack({ filename, offsetBytes }: Placement): Promise<void> {
    if (this.#file === undefined || basename(this.#file.path) !== filename) throw new Error(`${filename} is closed.`);
    await this.#file.takeBack(offsetBytes);
  }

  /**
   * Writes records that belong together into the same file, all or none: after an error the file ends where it ended
   * before, so it stays valid and the call may be made again.
   * @param mime of what is inside, to choose how hard to compress
   */
  async append(records: readonly WarcRecord[], mime: string): Promise<readonly Placement[]> {
    const file = await this.#openFile();
    const start = file.bytes;
    try {
      if (start === 0) await this.#write(file, this.#warcinfo(basename(file.path)), gzipLevelFor(''));
      const placements: Placement[] = [];
      for (const record of records) placements.push(await this.#write(file, record, gzipLevelFor(mime)));
      return placements;
    } catch (error) {
      await file.takeBack(start);
      throw error;
    }
  }

  /**
   * Takes over a record as it lies in another WARC; all of it, or nothing.
   * @param member one gzip member
   */
  async copy(member: AsyncIterable<Uint8Array>): Promise<Placement> {
    const file = await this.#openFile();
    const start = file.bytes;
    try {
      if (start === 0) await this.#write(file, this.#warcinfo(basename(file.path)), gzipLevelFor(''));
      const offsetBytes = file.bytes;
      for await (const chunk of member) await file.append(chunk);
      return { filename: basename(file.path), offsetBytes, lengthBytes: file.bytes - offsetBytes };
    } catch (error) {
      await file.takeBack(start);
      throw error;
    }
  }

  /** Flushes and closes. A snapshot without a response still gets one file, with its warcinfo. Safe to call twice. */
  async finish(): Promise<void> {
    if (this.#files === 0) await this.append([], '');
    await this.#file?.flush();
    await this.close();
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    const file = this.#file;
    if (file === undefined) return;
    this.#bytesBefore += file.bytes;
    this.#file = undefined;
    await file.close();
  }

  async #openFile(): Promise<AppendFile> {
    if (this.#file !== undefined && this.#file.bytes < this.#options.maxWarcBytes) return this.#file;
    await this.#file?.flush();
    await this.close();
    const file = await AppendFile.create(join(this.#options.folder, nameOf(this.#files + 1)));
    await flushDirectory(this.#options.folder);
    this.#files += 1;
    this.#file = file;
    return file;
  }

  async #write(file: AppendFile, record: WarcRecord, level: number): Promise<Placement> {
    const offsetBytes = file.bytes;
    const header = await warcHeader(record);
    const length = header.length + record.head.length + record.payload.lengthBytes;
    await writeGzipMember(recordBytes(header, record), length, level, (chunk) => file.append(chunk));
    return { filename: basename(file.path), offsetBytes, lengthBytes: file.bytes - offsetBytes };
  }

  #warcinfo(filename: string): WarcRecord {
    const { software, warcinfo, clock, ids } = this.#options;
    const fields = {
      software,
      format: 'WARC File Format 1.1',
      conformsTo: 'https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
      ...warcinfo,
    };
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value.replace(/\s*[\r\n]+\s*/g, ' ')}\r\n`);
    return {
      type: 'warcinfo',
      id: ids.uuid(),
      date: clock.now(),
      fields: [['WARC-Filename', filename]],
      contentType: 'application/warc-fields',
      head: new Uint8Array(0),
      payload: octets(Buffer.from(lines.join(''), 'utf8')),
    };
  }
}

function nameOf(number: number): string {
  return `data-${String(number).padStart(5, '0')}.warc.gz`;
}
