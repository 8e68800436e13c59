import { openWacz } from './verify-open.ts';
import { damaged } from './wacz-read-files.ts';
import { readZip } from './zip-read-archive.ts';
import { readContent } from './zip-read-content.ts';
import { readChunks, readSpan } from './zip-read-span.ts';
import { STORED, type ZipContent } from './zip-read-types.ts';

/** The files of an open WACZ, read from any place in them. */
export interface WaczSpans {
  /** Paths in the order they stand in the file. */
  readonly paths: readonly string[];
  /** Unpacked bytes of a file from its start; each piece is valid until the next. */
  read(path: string): AsyncIterable<Buffer>;
  /** `lengthBytes` bytes at `at` of a file; fewer where it ends, none when there is no such file. */
  span(path: string, at: number, lengthBytes: number): Promise<Buffer>;
  /** The same in pieces, however many there are; each is valid until the next. */
  pieces(path: string, at: number, lengthBytes: number): AsyncIterable<Buffer>;
  close(): Promise<void>;
}

const NONE = Buffer.alloc(0);

/** @throws KnownError `verify.no-such-file`, `verify.unreadable`, `verify.not-a-wacz`, `wacz.damaged` */
export async function openWaczSpans(file: string): Promise<WaczSpans> {
  const handle = await openWacz(file);
  try {
    const { size } = await handle.stat();
    const ignore = () => undefined;
    const zip = await readZip(handle, size, ignore);
    if (zip === undefined) throw damaged(file);
    const contents = new Map(zip.contents.map((content) => [content.entry.name, content]));
    async function* read(path: string): AsyncGenerator<Buffer> {
      const content = contents.get(path);
      if (content !== undefined) yield* readContent(handle, content, ignore);
    }
    const storedSpan = ({ entry, dataAt }: ZipContent, at: number, lengthBytes: number) =>
      readSpan(handle, dataAt + at, Math.max(0, Math.min(lengthBytes, entry.bytes - at)));
    return {
      paths: [...contents.keys()],
      read,
      async span(path, at, lengthBytes) {
        const content = contents.get(path);
        if (content === undefined) return NONE;
        // WACZ wants packed files stored as they are. A tool that deflated them has to be read from the start.
        if (content.entry.method !== STORED) return cut(read(path), at, lengthBytes);
        return storedSpan(content, at, lengthBytes);
      },
      async *pieces(path, at, lengthBytes) {
        const content = contents.get(path);
        if (content === undefined) return;
        const { entry, dataAt } = content;
        const end = Math.min(at + lengthBytes, entry.bytes);
        if (entry.method === STORED) yield* readChunks(handle, dataAt + at, dataAt + end);
        else yield* cutOut(read(path), at, end);
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function cut(chunks: AsyncIterable<Buffer>, at: number, lengthBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of cutOut(chunks, at, at + lengthBytes)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

async function* cutOut(chunks: AsyncIterable<Buffer>, at: number, end: number): AsyncGenerator<Buffer> {
  let passed = 0;
  for await (const chunk of chunks) {
    const [from, to] = [Math.max(0, at - passed), Math.min(chunk.length, end - passed)];
    if (from < to) yield chunk.subarray(from, to);
    passed += chunk.length;
    if (passed >= end) return;
  }
}
