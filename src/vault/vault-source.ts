import { createReadStream } from 'node:fs';
import { type Sha256, sha256, sha256File } from '../base/digest.ts';
import type { VaultSource } from '../model/vault-files.ts';

/** A few bytes in memory, such as an entry of the chain. */
export function bytesSource(content: string | Uint8Array): VaultSource {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return {
    bytes: bytes.length,
    sha256: sha256(bytes),
    async *open() {
      yield bytes;
    },
  };
}

/** A local file that the vault may take over instead of copying it: nobody writes to it any more. */
export function sealedSource(path: string, known: { readonly bytes: number; readonly sha256: Sha256 }): VaultSource {
  return { ...known, path, open: () => createReadStream(path, { highWaterMark: 1 << 20 }) };
}

/** A local file that stays where it is and becomes another one in the vault. It is read once to know its digest. */
export async function copiedSource(path: string): Promise<VaultSource> {
  const { sha256: digest, lengthBytes } = await sha256File(path);
  return { bytes: lengthBytes, sha256: digest, open: () => createReadStream(path, { highWaterMark: 1 << 20 }) };
}
