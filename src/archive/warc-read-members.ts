import { constants, crc32, inflateRawSync } from 'node:zlib';
import type { VerifyRule } from './verify-rules.ts';
import { gzipHeaderLength } from './warc-read-gzip-header.ts';
import { type ByteWindow, openWindow } from './warc-read-window.ts';
import { startInflating } from './zip-read-inflate.ts';

/** Gets what is in each gzip member. Bytes are valid only during the call. */
export interface MemberSink {
  begin(at: number): void;
  bytes(unpacked: Buffer): void;
  /** The member is whole: it lies in `[at, at + lengthBytes)`. */
  end(lengthBytes: number): void;
  /** The member could not be unpacked to its end; what was given of it means nothing. */
  broken(): void;
}

export type WarcReport = (rule: VerifyRule, offset: number, message: string, record?: string) => void;

/** A member that does not end in this much input is unpacked as a stream; trying in vain costs no more than this. */
const WHOLE_BYTES = 1 << 18;
const WHOLE_OUTPUT_BYTES = 16 << 20;
/** Most records fit, and it is the size at which zlib was quickest. */
const OUTPUT_BYTES = 1 << 16;
const TRAILER_BYTES = 8;
const MAX_HEADER_BYTES = 1 << 20;

/**
 * Walks the gzip members of a WARC file one after the other. Small ones are unpacked in one call, which is several
 * times quicker than a stream for each; large ones never stand in memory whole.
 * After damage it goes on at the next member whose content begins with `firstBytes`.
 */
export async function walkMembers(
  chunks: AsyncIterator<Buffer>,
  sink: MemberSink,
  report: WarcReport,
  firstBytes = 'WARC/',
): Promise<void> {
  const window = openWindow(chunks);
  while (window.bytes().length > 0 || (await window.more())) {
    const at = window.offset();
    const header = await readHeader(window);
    if (typeof header === 'string') {
      const rule = header === 'bad' ? 'gzip.header' : 'gzip.truncated';
      report(rule, at, header === 'bad' ? 'No gzip member begins here.' : 'The file stops inside a gzip header.');
      await findNextMember(window, firstBytes);
      continue;
    }
    const isSound = await readMember({ window, header, sink, report });
    if (isSound) continue;
    sink.broken();
    // A streamed member has already been passed over in part.
    if (window.offset() === at) window.skip(1);
    await findNextMember(window, firstBytes);
  }
}

async function readHeader(window: ByteWindow): Promise<number | 'short' | 'bad'> {
  for (;;) {
    const length = gzipHeaderLength(window.bytes());
    if (length !== 'short') return length;
    if (window.bytes().length > MAX_HEADER_BYTES) return 'bad';
    if (!(await window.more())) return 'short';
  }
}

interface Member {
  readonly window: ByteWindow;
  /** Length of the gzip header. */
  readonly header: number;
  readonly sink: MemberSink;
  readonly report: WarcReport;
}

interface Unpacked {
  readonly crc: number;
  /** Unpacked length. */
  readonly lengthBytes: number;
}

async function readMember(member: Member): Promise<boolean> {
  const { window, sink, report } = member;
  const at = window.offset();
  sink.begin(at);
  const whole = await inflateWhole(member);
  const unpacked = whole === 'long' ? await inflateLong(member) : whole;
  if (unpacked === 'damaged' || unpacked === 'cut') {
    if (unpacked === 'cut') report('gzip.truncated', at, 'The file stops inside a gzip member.');
    else report('gzip.data', at, 'The packed data of the gzip member that begins here is damaged.');
    return false;
  }
  while (window.bytes().length < TRAILER_BYTES && (await window.more()));
  const trailer = window.bytes();
  if (trailer.length < TRAILER_BYTES) {
    report('gzip.truncated', at, 'The file stops before the checksum of the gzip member that begins here.');
    window.skip(trailer.length);
    return false;
  }
  checkTrailer(trailer, unpacked, window.offset(), report);
  window.skip(TRAILER_BYTES);
  sink.end(window.offset() - at);
  return true;
}

function checkTrailer(trailer: Buffer, unpacked: Unpacked, at: number, report: WarcReport): void {
  if (trailer.readUInt32LE(0) !== unpacked.crc)
    report('gzip.crc', at, 'The CRC-32 of a gzip member does not match what is in it.');
  if (trailer.readUInt32LE(4) !== unpacked.lengthBytes % 2 ** 32) {
    report(
      'gzip.size',
      at + 4,
      `A gzip member announces ${trailer.readUInt32LE(4)} bytes and holds ${unpacked.lengthBytes}.`,
    );
  }
}

async function inflateWhole({ window, header, sink }: Member): Promise<Unpacked | 'long' | 'damaged' | 'cut'> {
  for (;;) {
    const input = window.bytes().subarray(header, header + WHOLE_BYTES);
    const result = tryInflate(input);
    if (typeof result !== 'string') {
      sink.bytes(result.unpacked);
      window.skip(header + result.consumed);
      return { crc: crc32(result.unpacked), lengthBytes: result.unpacked.length };
    }
    if (result !== 'short') return result;
    if (input.length >= WHOLE_BYTES) return 'long';
    if (!(await window.more())) return 'cut';
  }
}

interface InflateInfo {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

function tryInflate(input: Buffer): { unpacked: Buffer; consumed: number } | 'short' | 'long' | 'damaged' {
  try {
    const options = { info: true, chunkSize: OUTPUT_BYTES, maxOutputLength: WHOLE_OUTPUT_BYTES };
    // @types/node knows nothing of what `info` does to the result.
    const { buffer, engine } = inflateRawSync(input, options) as unknown as InflateInfo;
    return { unpacked: buffer, consumed: engine.bytesWritten };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'Z_BUF_ERROR') return 'short';
    if (code === 'ERR_BUFFER_TOO_LARGE') return 'long';
    if (code === 'Z_DATA_ERROR' || code === 'Z_NEED_DICT') return 'damaged';
    throw error;
  }
}

async function inflateLong({ window, header, sink }: Member): Promise<Unpacked | 'damaged' | 'cut'> {
  let [crc, lengthBytes] = [0, 0];
  const inflating = startInflating((bytes) => {
    crc = crc32(bytes, crc);
    lengthBytes += bytes.length;
    sink.bytes(bytes);
  });
  window.skip(header);
  try {
    let before = 0;
    for (;;) {
      const state = await inflating.push(window.bytes());
      window.skip(inflating.consumedBytes() - before);
      before = inflating.consumedBytes();
      if (state === 'ended') return { crc, lengthBytes };
      if (!(await window.more())) return (await inflating.finish()) ? { crc, lengthBytes } : 'cut';
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'Z_DATA_ERROR') return 'damaged';
    throw error;
  } finally {
    inflating.close();
  }
}

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
const PROBE_BYTES = 1024;

/** Moves the window to the next gzip member whose content begins with `firstBytes`, or to the end. */
async function findNextMember(window: ByteWindow, firstBytes: string): Promise<void> {
  for (;;) {
    const bytes = window.bytes();
    const found = bytes.indexOf(GZIP_MAGIC);
    if (found === -1) {
      window.skip(Math.max(0, bytes.length - (GZIP_MAGIC.length - 1)));
      if (await window.more()) continue;
      return window.skip(window.bytes().length);
    }
    window.skip(found);
    while (window.bytes().length < PROBE_BYTES && (await window.more()));
    if (unpacksTo(firstBytes, window.bytes().subarray(0, PROBE_BYTES))) return;
    window.skip(1);
  }
}

function unpacksTo(firstBytes: string, bytes: Buffer): boolean {
  const header = gzipHeaderLength(bytes);
  if (typeof header === 'string') return false;
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: WHOLE_OUTPUT_BYTES };
    const unpacked = inflateRawSync(bytes.subarray(header), options);
    return unpacked.toString('latin1', 0, firstBytes.length) === firstBytes;
  } catch {
    return false;
  }
}
