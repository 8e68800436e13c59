import { type FileHandle, open } from 'node:fs/promises';
import type { Validators } from './byte-range.ts';

const CHUNK_BYTES = 1 << 18;

/** The file that is served, held open, so that a newer one renamed over it does not mix with it half-way. */
export interface WaczFile extends Validators {
  readonly sizeBytes: number;
  /** Names this version of the file in its address: the browser keeps an index for each address it has met. */
  readonly version: string;
  /** Bytes `first` to `last`, both inclusive, in pieces of at most 256 KiB. @throws Error when the file was cut */
  read(first: number, last: number): AsyncGenerator<Buffer>;
  /** Safe to call twice. */
  close(): Promise<void>;
}

/** Opens a file to be served in ranges. @throws the system's error when it cannot be read */
export async function openWaczFile(file: string): Promise<WaczFile> {
  const handle = await open(file, 'r');
  try {
    const { size, mtime, mtimeMs } = await handle.stat();
    const version = `${size.toString(36)}-${Math.round(mtimeMs).toString(36)}`;
    let closed: Promise<void> | undefined;
    return {
      sizeBytes: size,
      version,
      etag: `"${version}"`,
      lastModified: mtime.toUTCString(),
      read: (first, last) => readPieces(handle, first, last),
      close: () => {
        closed ??= handle.close();
        return closed;
      },
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function* readPieces(handle: FileHandle, first: number, last: number): AsyncGenerator<Buffer> {
  let at = first;
  while (at <= last) {
    const wanted = Math.min(CHUNK_BYTES, last - at + 1);
    // A new buffer each time: the response keeps what it was given until the browser has taken it.
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(wanted), 0, wanted, at);
    if (bytesRead === 0) throw new Error(`The file ends at byte ${at}, before byte ${last}: it was cut while served.`);
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
