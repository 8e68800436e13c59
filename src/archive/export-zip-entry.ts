import { crc32, inflateRawSync } from 'node:zlib';
import { damagedFile, explainUnreadable } from './export-trouble.ts';
import type { OpenZip } from './export-zip-directory.ts';
import { type PackedContent, readContent } from './zip-read-content.ts';
import { readSpan } from './zip-read-span.ts';
import { DEFLATED, type ZipReport } from './zip-read-types.ts';

/** As much of an entry as is kept for reading it. `name` is its path in the export. */
export type PackedFile = PackedContent['entry'] & {
  readonly crc: number;
  readonly dataAt: number;
  /** What is wrong with it already, without its content having been read. */
  readonly trouble: string | undefined;
};

/** Up to here a file is unpacked at one blow: to set up a stream takes twenty times as long as what it then does. */
const SMALL_BYTES = 1 << 16;

/**
 * Unpacks one file of a ZIP from its beginning. That it is what its size and CRC-32 say is known when it has been read to
 * its end, not before.
 * @throws KnownError `export.damaged`, `export.unreadable`; the signal's reason
 */
export async function* readPackedFile(
  zip: OpenZip,
  file: PackedFile,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted();
  const damaged = (why: string) => damagedFile(zip.name, file.name, why);
  if (file.trouble !== undefined) throw damaged(file.trouble);
  let crc = 0;
  let bytes = 0;
  const report: ZipReport = (rule, offset) => {
    if (rule === 'zip.size') throw damaged(`it has more than the ${file.bytes} bytes it should have.`);
    throw damaged(`it cannot be unpacked, from about byte ${offset} of the ZIP on.`);
  };
  try {
    for await (const chunk of unpack(zip, file, report, signal)) {
      crc = crc32(chunk, crc);
      bytes += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw explainUnreadable(zip.name, error);
  }
  if (bytes !== file.bytes) throw damaged(`it has ${bytes} bytes instead of ${file.bytes}.`);
  if (crc !== file.crc) throw damaged('its bytes are not those that were packed (CRC-32).');
}

function unpack(zip: OpenZip, file: PackedFile, report: ZipReport, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const isSmall = file.method === DEFLATED && Math.max(file.bytes, file.compressedBytes) <= SMALL_BYTES;
  if (isSmall) return unpackSmall(zip, file, report);
  return readContent(zip.handle, { entry: file, dataAt: file.dataAt }, report, signal);
}

async function* unpackSmall(zip: OpenZip, file: PackedFile, report: ZipReport): AsyncGenerator<Buffer> {
  const packed = await readSpan(zip.handle, file.dataAt, file.compressedBytes);
  yield inflateSmall(packed, file, report);
}

function inflateSmall(packed: Buffer, file: PackedFile, report: ZipReport): Buffer {
  const options = { chunkSize: Math.max(file.bytes, 64), maxOutputLength: Math.max(file.bytes, 1), info: true };
  try {
    // With `info` the answer has the engine beside the bytes, which the types do not know.
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as Inflated;
    if (engine.bytesWritten !== packed.length) report('zip.deflate', file.dataAt + engine.bytesWritten, '');
    return buffer;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') report('zip.size', file.at, '');
    if (code.startsWith('Z_')) report('zip.deflate', file.dataAt, '');
    throw error;
  }
}

interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}
