import { KnownError } from '../base/known-error.ts';
import { notAWacz, openWacz } from './verify-open.ts';
import { readZip } from './zip-read-archive.ts';
import { readContent } from './zip-read-content.ts';
import { STORED } from './zip-read-types.ts';

export interface WaczFile {
  readonly path: string;
  readonly bytes: number;
  readonly compressedBytes: number;
  readonly stored: boolean;
}

/** The files inside an open WACZ. */
export interface WaczFiles {
  readonly sizeBytes: number;
  readonly list: readonly WaczFile[];
  /** Unpacked bytes of a file, piece by piece; each is valid until the next. Nothing when there is no such file. */
  read(path: string): AsyncIterable<Buffer>;
  /** Text of a small file, undefined when there is none or it is too large to be one. */
  text(path: string): Promise<string | undefined>;
  close(): Promise<void>;
}

const MAX_TEXT_BYTES = 64 << 20;

/** @throws KnownError `verify.no-such-file`, `verify.unreadable`, `verify.not-a-wacz`, `wacz.damaged` */
export async function openWaczFiles(file: string): Promise<WaczFiles> {
  const handle = await openWacz(file);
  try {
    const { size: sizeBytes } = await handle.stat();
    // Whether the ZIP is sound in every byte is for `verify` to say; here it is enough that it can be read.
    const ignore = () => undefined;
    const zip = await readZip(handle, sizeBytes, ignore);
    if (zip === undefined) throw damaged(file);
    const list = zip.entries.map(({ name, bytes, compressedBytes, method }) => {
      return { path: name, bytes, compressedBytes, stored: method === STORED };
    });
    if (!list.some(({ path }) => path === 'datapackage.json')) throw notAWacz(file);
    const contents = new Map(zip.contents.map((content) => [content.entry.name, content]));
    async function* read(path: string): AsyncGenerator<Buffer> {
      const content = contents.get(path);
      if (content !== undefined) yield* readContent(handle, content, ignore);
    }
    return {
      sizeBytes,
      list,
      read,
      async text(path) {
        const bytes = contents.get(path)?.entry.bytes ?? Number.POSITIVE_INFINITY;
        if (bytes > MAX_TEXT_BYTES) return undefined;
        const parts: Buffer[] = [];
        for await (const chunk of read(path)) parts.push(Buffer.from(chunk));
        return Buffer.concat(parts).toString('utf8');
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** What to throw when the list of contents is missing or makes no sense. */
export function damaged(file: string): KnownError {
  return new KnownError('wacz.damaged', `The list of contents of ${file} cannot be read.`, {
    hint: 'Run `lastpost snapshot verify` on it to see where the damage is.',
  });
}
