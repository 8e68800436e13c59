import type { WrittenEntry } from '../../model/vault-chain.ts';
import type { VaultFiles } from '../../model/vault-files.ts';
import { type CheckedToken, checkToken } from '../../vault/timestamp/check-token.ts';

const MOST_BYTES = 1 << 20;

/** The bytes of a timestamp; of a file that is far too large to be one only the first. */
export async function readStamp(files: VaultFiles, key: string, signal?: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of files.read(key, signal === undefined ? {} : { signal })) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_BYTES) break;
  }
  return Buffer.concat(chunks);
}

/** Holds a timestamp against the entry that it is stored beside. */
export function checkStamp(
  der: Uint8Array,
  { entry, digest }: WrittenEntry,
  roots: Parameters<typeof checkToken>[1]['roots'],
): CheckedToken {
  return checkToken(der, { digest, madeAt: new Date(entry.entered_at), roots });
}
