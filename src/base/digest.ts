import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** `sha256:` and 64 lower-case hex digits, the form WACZ and our WARC records use. */
export type Sha256 = `sha256:${string}`;

export const EMPTY_SHA256: Sha256 = 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Digest of bytes (or of a string's UTF-8) that are already in memory. */
export function sha256(bytes: Uint8Array | string): Sha256 {
  return `sha256:${hash('sha256', bytes, 'hex')}`;
}

/** Digest and size of a file, read as a stream. */
export async function sha256File(path: string): Promise<{ sha256: Sha256; lengthBytes: number }> {
  let lengthBytes = 0;
  const sha256 = await sha256Of(createReadStream(path, { highWaterMark: 1 << 20 }), (bytes) => {
    lengthBytes += bytes;
  });
  return { sha256, lengthBytes };
}

/**
 * Digest of bytes that come in pieces.
 * @param onBytes told the length of each piece
 */
export async function sha256Of(pieces: AsyncIterable<Uint8Array>, onBytes?: (bytes: number) => void): Promise<Sha256> {
  const digest = createHash('sha256');
  for await (const piece of pieces) {
    digest.update(piece);
    onBytes?.(piece.length);
  }
  return `sha256:${digest.digest('hex')}`;
}
