import type { FileHandle } from 'node:fs/promises';
import { startInflating } from './zip-read-inflate.ts';
import { readChunks } from './zip-read-span.ts';
import { DEFLATED, type ZipEntry, type ZipReport } from './zip-read-types.ts';

/** What is asked of an entry to read it. */
export interface PackedContent {
  readonly entry: Pick<ZipEntry, 'at' | 'name' | 'method' | 'compressedBytes' | 'bytes'>;
  readonly dataAt: number;
}

/** Deflate grows at most 1032 times, so one slice of input gives at most 17 MB of output at once. */
const INPUT_SLICE_BYTES = 1 << 14;

/**
 * Yields the unpacked bytes of one file, never more than the directory announces. A chunk is valid until the next.
 * Damage to the deflate stream is reported; what was unpacked before it has been yielded.
 */
export async function* readContent(
  handle: FileHandle,
  content: PackedContent,
  report: ZipReport,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  const { entry, dataAt } = content;
  const chunks = readChunks(handle, dataAt, dataAt + entry.compressedBytes, signal);
  if (entry.method !== DEFLATED) yield* chunks;
  else yield* inflateContent(chunks, content, report);
}

async function* inflateContent(
  chunks: AsyncIterable<Buffer>,
  { entry, dataAt }: PackedContent,
  report: ZipReport,
): AsyncGenerator<Buffer> {
  let output: Buffer[] = [];
  let given = 0;
  const inflating = startInflating((bytes) => output.push(bytes));
  try {
    for await (const slice of slices(chunks)) {
      const state = await inflating.push(slice);
      for (const bytes of output) {
        given += bytes.length;
        if (given > entry.bytes) {
          report(
            'zip.size',
            entry.at + 24,
            `${entry.name} unpacks to more than the ${entry.bytes} bytes it announces.`,
          );
          return;
        }
        yield bytes;
      }
      output = [];
      if (state === 'ended') break;
    }
    const isComplete = await inflating.finish();
    if (!isComplete)
      report('zip.deflate', dataAt + inflating.consumedBytes(), `The packed data of ${entry.name} stops too early.`);
    else if (inflating.consumedBytes() !== entry.compressedBytes) {
      report('zip.deflate', dataAt + inflating.consumedBytes(), `Bytes follow the packed data of ${entry.name}.`);
    }
    yield* output;
  } catch (error) {
    if (!isZlibError(error)) throw error;
    report('zip.deflate', dataAt + inflating.consumedBytes(), `The packed data of ${entry.name} is damaged.`);
  } finally {
    inflating.close();
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

async function* slices(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += INPUT_SLICE_BYTES) yield chunk.subarray(at, at + INPUT_SLICE_BYTES);
  }
}
