import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Findings } from './verify-findings.ts';
import type { FileFacts } from './verify-manifest.ts';
import { readContent } from './zip-read-content.ts';
import type { ZipContent, ZipReport } from './zip-read-types.ts';

export interface MeasureOptions {
  readonly handle: FileHandle;
  readonly findings: Findings;
  readonly signal: AbortSignal | undefined;
  /** Told how many bytes of the WACZ a step has read. */
  readonly onRead: (bytes: number, path: string) => void;
}

/** Reads a file once, for its CRC-32 and SHA-256 and for whatever `read` makes of it on the way. */
export type Measure = (
  content: ZipContent,
  read?: (chunks: AsyncIterator<Buffer>) => Promise<void>,
) => Promise<FileFacts>;

export function createMeasure({ handle, findings, signal, onRead }: MeasureOptions): Measure {
  const report: ZipReport = (rule, offset, message) => findings.report(rule, { file: '', offset }, message);
  return async (content, read = drain) => {
    const { entry, dataAt } = content;
    const hash = createHash('sha256');
    let [crc, bytes] = [0, 0];
    const share = entry.bytes === 0 ? 0 : entry.compressedBytes / entry.bytes;
    async function* measured(): AsyncGenerator<Buffer> {
      for await (const chunk of readContent(handle, content, report, signal)) {
        crc = crc32(chunk, crc);
        hash.update(chunk);
        bytes += chunk.length;
        onRead(chunk.length * share, entry.name);
        yield chunk;
      }
    }
    const chunks = measured();
    await read(chunks);
    // A reader that gave up early must not hide what comes after.
    await drain(chunks);
    if (bytes !== entry.bytes)
      report('zip.size', entry.at + 24, `${entry.name} has ${bytes} bytes, the directory says ${entry.bytes}.`);
    if (crc !== entry.crc) {
      report('zip.crc', dataAt, `The CRC-32 of ${entry.name} is ${hex(crc)}, the directory says ${hex(entry.crc)}.`);
    }
    return { bytes, sha256: hash.digest('hex') };
  };
}

async function drain(chunks: AsyncIterator<Buffer>): Promise<void> {
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next());
}

function hex(crc: number): string {
  return (crc >>> 0).toString(16).padStart(8, '0');
}
