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
  const digest = createHash('sha256');
  let lengthBytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    digest.update(chunk as Buffer);
    lengthBytes += (chunk as Buffer).length;
  }
  return { sha256: `sha256:${digest.digest('hex')}`, lengthBytes };
}
