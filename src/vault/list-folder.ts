import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorCode } from '../base/known-error.ts';
import type { VaultItem } from '../model/vault-files.ts';

/** Every finished file below `dir` whose key begins with `prefix`, sorted by key. A folder that is not there has none. */
export async function* listFolder(dir: string, prefix: string, signal?: AbortSignal): AsyncGenerator<VaultItem> {
  const above = prefix.split('/').slice(0, -1);
  yield* listBelow(join(dir, ...above), above.map((part) => `${part}/`).join(''), prefix, signal);
}

async function* listBelow(
  folder: string,
  key: string,
  prefix: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<VaultItem> {
  signal?.throwIfAborted();
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')) return [];
    throw error;
  });
  const named = entries.map((entry) => ({ entry, key: `${key}${entry.name}${entry.isDirectory() ? '/' : ''}` }));
  for (const { entry, key: own } of named.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const isOurs = own.startsWith(prefix) || prefix.startsWith(own);
    if (!isOurs || entry.name.startsWith('.') || /\.(part|tmp)$/.test(entry.name)) continue;
    if (entry.isDirectory()) yield* listBelow(join(folder, entry.name), own, prefix, signal);
    if (!entry.isFile()) continue;
    const found = await stat(join(folder, entry.name)).catch(() => undefined);
    if (found) yield { key: own, bytes: found.size, tag: `${found.mtimeMs}-${found.size}` };
  }
}
