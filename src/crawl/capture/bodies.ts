import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EMPTY_SHA256, type Sha256, sha256 } from '../../base/digest.ts';
import { randomIds } from '../../base/ids.ts';
import type { Body } from '../../model/http.ts';

export const emptyBody: Body = {
  lengthBytes: 0,
  sha256: EMPTY_SHA256,
  stream: () => oneChunk(new Uint8Array()),
  dispose: async () => undefined,
};

export function memoryBody(bytes: Uint8Array): Body {
  if (bytes.length === 0) return emptyBody;
  return {
    lengthBytes: bytes.length,
    sha256: sha256(bytes),
    stream: () => oneChunk(bytes),
    dispose: async () => undefined,
  };
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}

function fileBody(path: string, lengthBytes: number, digest: Sha256): Body {
  return {
    lengthBytes,
    sha256: digest,
    stream: () => createReadStream(path, { highWaterMark: 1 << 18 }),
    dispose: () => rm(path, { force: true }),
  };
}

export interface SpoolOptions {
  /** Folder for bodies that are too large for memory. */
  readonly folder: string;
  /** Bodies up to this size stay in memory. */
  readonly memoryBytes: number;
  /** @throws what it likes, to stop a body that grows too large; the file is removed */
  readonly onBytes?: (total: number) => void;
}

/**
 * Reads a stream to its end and keeps it: in memory while small, in a file when large.
 * Nothing is left behind when the stream fails.
 */
export async function spool(chunks: AsyncIterable<Uint8Array>, options: SpoolOptions): Promise<Body> {
  const hash = createHash('sha256');
  const inMemory: Uint8Array[] = [];
  let total = 0;
  let file: { handle: FileHandle; path: string } | undefined;
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      total += chunk.length;
      options.onBytes?.(total);
      if (!file && total > options.memoryBytes) {
        const path = join(options.folder, `${randomIds.uuid()}.body`);
        file = { handle: await open(path, 'wx'), path };
        for (const earlier of inMemory.splice(0)) await file.handle.writeFile(earlier);
      }
      if (file) await file.handle.writeFile(chunk);
      else inMemory.push(chunk);
    }
  } catch (error) {
    await file?.handle.close();
    if (file) await rm(file.path, { force: true });
    throw error;
  }
  if (!file) return memoryBody(Buffer.concat(inMemory));
  await file.handle.close();
  return fileBody(file.path, total, `sha256:${hash.digest('hex')}`);
}
