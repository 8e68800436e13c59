import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const STALE_AFTER_MS = 60 * 60_000;

/**
 * Removes what killed processes left half written in a folder. Whoever is still writing has written within the hour, as the
 * disk's own clock has it.
 * @param fresh a file in the folder that was written to just now
 */
export async function removeStaleParts(folder: string, fresh: string): Promise<void> {
  const { mtimeMs: now } = await stat(fresh);
  for (const name of await readdir(folder)) {
    if (!/^\.[0-9a-z]+\.part$/.test(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && now - found.mtimeMs > STALE_AFTER_MS) await rm(path, { force: true });
  }
}
