/** What later checks need to know of a record; texts only as 53-bit hashes. */
export interface RecordRow {
  /** Number of the WARC file, counted from 0. */
  readonly file: number;
  readonly offset: number;
  readonly lengthBytes: number;
  /** `response`, `revisit` and `resource` belong in the index; the others need not. */
  readonly kind: RecordKind;
  readonly id: number;
  readonly url: number;
  /** Milliseconds since 1970; NaN without a readable date. */
  readonly time: number;
  /** Payload digest as `algorithm:hex`; 0 when there is none. */
  readonly digest: number;
  /** The lower 32 bits of the hash. */
  readonly mime: number;
  /** 0 where there is none. */
  readonly status: number;
}

export type RecordKind = 'other' | 'response' | 'revisit' | 'resource';

const KINDS: readonly RecordKind[] = ['other', 'response', 'revisit', 'resource'];
const INDEXED = 0x80;

/** One row a record, 59 bytes each, in the order the records were read. */
export interface RecordTable {
  readonly rows: number;
  add(row: RecordRow): void;
  row(index: number): RecordRow;
  /** Row of the record at `offset` of `file`, or -1. Files must have been read one after the other. */
  find(file: number, offset: number): number;
  markIndexed(index: number): void;
  isIndexed(index: number): boolean;
  /** One number for each row that `value` gives one for, sorted. */
  sorted(value: (row: RecordRow, index: number) => number | undefined): Float64Array;
}

const BLOCK_ROWS = 1 << 12;

interface Block {
  readonly offset: Float64Array;
  readonly length: Float64Array;
  readonly id: Float64Array;
  readonly url: Float64Array;
  readonly time: Float64Array;
  readonly digest: Float64Array;
  readonly mime: Uint32Array;
  readonly file: Uint32Array;
  readonly status: Uint16Array;
  readonly flags: Uint8Array;
}

function newBlock(rows: number): Block {
  const numbers = () => new Float64Array(rows);
  return {
    offset: numbers(),
    length: numbers(),
    id: numbers(),
    url: numbers(),
    time: numbers(),
    digest: numbers(),
    mime: new Uint32Array(rows),
    file: new Uint32Array(rows),
    status: new Uint16Array(rows),
    flags: new Uint8Array(rows),
  };
}

/** Keeps rows in typed arrays by the block: as objects a million records would take a gigabyte. */
export function createRecordTable(): RecordTable {
  const blocks: Block[] = [];
  const empty = newBlock(0);
  let rows = 0;
  const block = (index: number): Block => blocks[Math.floor(index / BLOCK_ROWS)] ?? empty;
  const row = (index: number): RecordRow => readRow(block(index), index % BLOCK_ROWS);
  return {
    get rows() {
      return rows;
    },
    add(added) {
      if (rows % BLOCK_ROWS === 0) blocks.push(newBlock(BLOCK_ROWS));
      writeRow(block(rows), rows % BLOCK_ROWS, added);
      rows += 1;
    },
    row,
    find(file, offset) {
      let [low, high] = [0, rows - 1];
      while (low <= high) {
        const middle = (low + high) >>> 1;
        const { file: files, offset: offsets } = block(middle);
        const at = middle % BLOCK_ROWS;
        const order = (files[at] ?? 0) - file || (offsets[at] ?? 0) - offset;
        if (order === 0) return middle;
        if (order < 0) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    },
    markIndexed(index) {
      const { flags } = block(index);
      flags[index % BLOCK_ROWS] = (flags[index % BLOCK_ROWS] ?? 0) | INDEXED;
    },
    isIndexed: (index) => ((block(index).flags[index % BLOCK_ROWS] ?? 0) & INDEXED) !== 0,
    sorted(value) {
      const values = new Float64Array(rows);
      let count = 0;
      for (let index = 0; index < rows; index += 1) {
        const found = value(row(index), index);
        if (found === undefined) continue;
        values[count] = found;
        count += 1;
      }
      return values.subarray(0, count).sort();
    },
  };
}

function readRow(block: Block, at: number): RecordRow {
  return {
    file: block.file[at] ?? 0,
    offset: block.offset[at] ?? 0,
    lengthBytes: block.length[at] ?? 0,
    kind: KINDS[(block.flags[at] ?? 0) & 0x7f] ?? 'other',
    id: block.id[at] ?? 0,
    url: block.url[at] ?? 0,
    time: block.time[at] ?? 0,
    digest: block.digest[at] ?? 0,
    mime: block.mime[at] ?? 0,
    status: block.status[at] ?? 0,
  };
}

function writeRow(block: Block, at: number, row: RecordRow): void {
  block.offset[at] = row.offset;
  block.length[at] = row.lengthBytes;
  block.id[at] = row.id;
  block.url[at] = row.url;
  block.time[at] = row.time;
  block.digest[at] = row.digest;
  block.mime[at] = row.mime;
  block.file[at] = row.file;
  block.status[at] = row.status;
  block.flags[at] = KINDS.indexOf(row.kind);
}

/** True if `value` is in `sorted`. */
export function isAmong(sorted: Float64Array, value: number): boolean {
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle] ?? Number.NaN;
    if (other === value) return true;
    if (other < value) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
