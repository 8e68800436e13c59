import { AppendFile } from './append-file.ts';
import { readLines } from './read-lines.ts';

/** An exchange in the WARC: its index line, and what has to be remembered of it. Keys are 128 bits as four numbers. */
export interface ExchangeEntry {
  readonly kind: 'exchange';
  readonly line: string;
  readonly url: string;
  /** WARC-Record-ID of the answer, without `urn:uuid:`. */
  readonly id: string;
  readonly request: readonly number[];
  readonly answer: readonly number[];
  /** When it was fetched and under which date it was written, milliseconds since 1970. */
  readonly fetchedMs: number;
  readonly dateMs: number;
  readonly isDocument: boolean;
  /** A GET that brought all of its address. */
  readonly isWhole: boolean;
  /** Digest of a payload that later revisits may point to; absent where none may. */
  readonly payload?: string;
}

/** An exchange that was left out because the same answer is there: the date that stands for it. */
export interface StandInEntry {
  readonly kind: 'stand-in';
  readonly url: string;
  readonly fetchedMs: number;
  readonly dateMs: number;
}

/** The index lines of one page's pictures, text and list of resources. */
export interface PageEntry {
  readonly kind: 'page';
  readonly lines: readonly string[];
}

/** A record that was taken over from an earlier snapshot, for revisits to point to. */
export interface CopyEntry {
  readonly kind: 'copy';
  readonly line: string;
  readonly url: string;
  /** WARC-Record-ID, without `urn:uuid:`. */
  readonly id: string;
  /** WARC-Date, milliseconds since 1970. */
  readonly dateMs: number;
  readonly payload: string;
}

export type JournalEntry = ExchangeEntry | StandInEntry | PageEntry | CopyEntry;

const readBytes = 4096;

/**
 * What has been written into the WARC, line by line, so that a crawl that was killed can go on: the index and the memory
 * of what is there come back from here without reading the WARC again.
 */
export class CaptureJournal {
  readonly #file: AppendFile;

  private constructor(file: AppendFile) {
    this.#file = file;
  }

  static async create(path: string): Promise<CaptureJournal> {
    return new CaptureJournal(await AppendFile.create(path));
  }

  /** Opens the journal of an earlier process and cuts it where that was safe. @throws Error when it is shorter */
  static async reopen(path: string, bytes: number): Promise<CaptureJournal> {
    return new CaptureJournal(await AppendFile.reopen(path, bytes));
  }

  get bytes(): number {
    return this.#file.bytes;
  }

  /** @returns where the entry begins; after an error the journal ends where it ended before */
  async append(entry: JournalEntry): Promise<number> {
    const offset = this.#file.bytes;
    try {
      await this.#file.append(Buffer.from(`${JSON.stringify(entry)}\n`, 'utf8'));
    } catch (error) {
      await this.#file.takeBack(offset);
      throw error;
    }
    return offset;
  }

  /** Takes back the last entry, which begins at `offset`. */
  async takeBack(offset: number): Promise<void> {
    await this.#file.takeBack(offset);
  }

  async read(offset: number): Promise<JournalEntry> {
    let text = Buffer.alloc(0);
    for (let end = -1; end < 0; end = text.indexOf(0x0a)) {
      const more = await this.#file.read(offset + text.length, readBytes);
      if (more.length === 0) throw new Error(`The journal has no entry at ${offset}.`);
      text = Buffer.concat([text, more]);
    }
    return JSON.parse(text.subarray(0, text.indexOf(0x0a)).toString('utf8')) as JournalEntry;
  }

  /** Every entry so far with the place where it begins, first to last; what is appended meanwhile is not among them. */
  async *entries(): AsyncGenerator<{ readonly offset: number; readonly entry: JournalEntry }> {
    let offset = 0;
    for await (const line of readLines(this.#file.path, this.#file.bytes)) {
      yield { offset, entry: JSON.parse(Buffer.from(line, 'latin1').toString('utf8')) as JournalEntry };
      offset += line.length;
    }
  }

  /** Waits until all of it is on the disk. */
  async flush(): Promise<void> {
    await this.#file.flush();
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    await this.#file.close();
  }
}
