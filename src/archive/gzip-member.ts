import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';

const gzipBytes = promisify(gzip);

/** Up to here one call in zlib's thread is quicker than a stream, which costs more than a small record itself. */
const SMALL_BYTES = 256 * 1024;

const OS_BYTE = 9;
const OS_UNIX = 3;

/** Media that is compressed in itself: zlib's best level would spend minutes on a film and gain nothing. */
const DENSE = /^(?:image\/(?!svg|bmp|x-ms-bmp)|video\/|audio\/|font\/woff|application\/(?:zip|gzip|pdf|x-7z|vnd\.rar))/;

export function gzipLevelFor(mime: string): number {
  return DENSE.test(mime) ? 1 : 6;
}

/**
 * Writes `bytes` as one gzip member: no name, no time (zlib leaves MTIME at 0), the same on every system.
 * @param lengthBytes how much there is, which decides the way and nothing else
 */
export async function writeGzipMember(
  bytes: AsyncIterable<Uint8Array>,
  lengthBytes: number,
  level: number,
  write: (chunk: Uint8Array) => Promise<void>,
): Promise<void> {
  if (lengthBytes <= SMALL_BYTES) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    const member = await gzipBytes(Buffer.concat(chunks), { level });
    member[OS_BYTE] = OS_UNIX;
    return write(member);
  }
  const compressed = createGzip({ level });
  const fed = pipeline(Readable.from(bytes, { objectMode: false }), compressed);
  // Met below, after the loop: when the loop ends early, what went wrong there is what matters.
  fed.catch(() => undefined);
  let atStart = true;
  for await (const chunk of compressed as AsyncIterable<Buffer>) {
    // zlib gives its ten header bytes in one piece, so the system's number is always in the first chunk.
    if (atStart) chunk[OS_BYTE] = OS_UNIX;
    atStart = false;
    await write(chunk);
  }
  await fed;
}
