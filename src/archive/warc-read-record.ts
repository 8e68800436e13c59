import type { BlockReader } from './warc-read-block.ts';
import { type FieldLines, parseFields } from './warc-read-head.ts';
import type { WarcReport } from './warc-read-members.ts';

/** Told of each record as it passes. */
export interface RecordHandler {
  /** A head was read, at byte `at` of the file. Says what is to be done with the block. */
  head(fields: FieldLines, at: number): BlockReader;
  /** The record's block and the line ends after it have been read; in a file that is not packed it ends at `endAt`. */
  done(reader: BlockReader, endAt: number): void;
}

const MAX_HEAD_BYTES = 1 << 20;
const ENDING = '\r\n\r\n';
const NOTHING: Buffer = Buffer.alloc(0);

/**
 * Splits unpacked WARC bytes into records, given in any number of pieces, and reports what keeps it from doing so.
 * @see WARC 1.1, 4 (version line, named fields, block, two CRLF)
 */
export class RecordSplitter {
  readonly #handler: RecordHandler;
  readonly #report: WarcReport;
  #state: 'head' | 'block' | 'ending' | 'lost' = 'head';
  #isPacked = false;
  #base = 0;
  #passed = 0;
  #recordAt = 0;
  /** Bytes of the block still to come. */
  #left = 0;
  #whole = 0;
  /** The beginning of a head or an ending whose rest is still to come. */
  #pending = NOTHING;
  #reader: BlockReader | undefined;
  #id: string | undefined;

  constructor(handler: RecordHandler, report: WarcReport) {
    this.#handler = handler;
    this.#report = report;
  }

  /** Says where in the file the next bytes stand; `isPacked` when that is a gzip member, whose inside has no offsets. */
  begin(at: number, isPacked: boolean): void {
    this.#base = at;
    this.#isPacked = isPacked;
    this.#passed = 0;
    this.#whole = 0;
    this.#become('head');
  }

  update(bytes: Buffer): void {
    let rest = bytes;
    while (rest.length > 0) {
      const used = this.#take(rest);
      this.#passed += used;
      rest = rest.subarray(used);
    }
  }

  /** The member or the file ends here. The number of whole records since `begin`, or `broken` when that was reported. */
  end(): number | 'broken' {
    if (this.#state === 'head' && this.#pending.length === 0) return this.#whole;
    if (this.#state !== 'lost') {
      this.#report('warc.truncated', this.#recordAt, 'A record stops before its end.', this.#id);
    }
    return 'broken';
  }

  /** Forgets a record that cannot be read to its end. */
  reset(): void {
    this.#become('lost');
  }

  #become(state: 'head' | 'lost'): void {
    this.#state = state;
    this.#pending = NOTHING;
    this.#reader = undefined;
  }

  /** Where the next byte stands in the file. */
  #at(): number {
    return this.#isPacked ? this.#base : this.#base + this.#passed;
  }

  #take(bytes: Buffer): number {
    if (this.#state === 'head') return this.#takeHead(bytes);
    if (this.#state === 'block') return this.#takeBlock(bytes);
    return this.#state === 'ending' ? this.#takeEnding(bytes) : this.#seek(bytes);
  }

  #takeHead(bytes: Buffer): number {
    const before = this.#pending.length;
    if (before === 0) this.#recordAt = this.#at();
    const joined = before === 0 ? bytes : Buffer.concat([this.#pending, bytes]);
    const end = joined.indexOf(ENDING);
    if (end === -1 ? joined.length > MAX_HEAD_BYTES : end > MAX_HEAD_BYTES) {
      this.#report('warc.header-limit', this.#recordAt, `A record's header is longer than ${MAX_HEAD_BYTES} bytes.`);
      this.#become('lost');
      return bytes.length;
    }
    this.#pending = end === -1 ? Buffer.from(joined) : NOTHING;
    if (end === -1) return bytes.length;
    this.#open(parseFields(joined.toString('utf8', 0, end)));
    return end + ENDING.length - before;
  }

  #open(fields: FieldLines): void {
    this.#id = fields.get('warc-record-id');
    if (!/^WARC\/1\.[01]$/.test(fields.startLine)) {
      this.#report('warc.version', this.#recordAt, 'A record must begin with WARC/1.0 or WARC/1.1.', this.#id);
    }
    const length = fields.get('content-length');
    if (length === undefined || !/^\d{1,15}$/.test(length)) {
      this.#report('warc.length', this.#recordAt, 'A record has no readable Content-Length.', this.#id);
      this.#become('lost');
      return;
    }
    this.#left = Number(length);
    this.#reader = this.#handler.head(fields, this.#recordAt);
    this.#state = this.#left === 0 ? 'ending' : 'block';
  }

  #takeBlock(bytes: Buffer): number {
    const part = bytes.length > this.#left ? bytes.subarray(0, this.#left) : bytes;
    this.#reader?.update(part);
    this.#left -= part.length;
    if (this.#left === 0) this.#state = 'ending';
    return part.length;
  }

  #takeEnding(bytes: Buffer): number {
    const taken = bytes.subarray(0, ENDING.length - this.#pending.length);
    const ending = Buffer.concat([this.#pending, taken]);
    this.#pending = ending;
    if (ending.length < ENDING.length) return taken.length;
    const isRight = ending.toString('latin1') === ENDING;
    if (!isRight) {
      const message = 'Two line ends must follow a record; its Content-Length may be wrong.';
      this.#report('warc.ending', this.#at(), message, this.#id);
    }
    const reader = this.#reader;
    this.#whole += 1;
    this.#become(isRight ? 'head' : 'lost');
    if (reader !== undefined) this.#handler.done(reader, this.#at() + taken.length);
    return taken.length;
  }

  /** After a record of unknown length only a file that is not packed offers a way back: the next version line. */
  #seek(bytes: Buffer): number {
    const found = this.#isPacked ? -1 : bytes.indexOf('\r\n\r\nWARC/1.');
    if (found === -1) return bytes.length;
    this.#become('head');
    return found + ENDING.length;
  }
}
