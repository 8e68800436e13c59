import { readlink, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { installedPackages } from '../../support/installed-packages.ts';

/**
 * The folder with a Bluesky server's packages: 270 MB that only one test needs. Their SQLite is ours, which is built already.
 * @returns the reason, in words, where they cannot be had
 */
export async function blueskyPackages(): Promise<{ readonly folder: string } | { readonly reason: string }> {
  const had = await installedPackages(join(import.meta.dirname, 'bluesky'));
  if ('folder' in had) await linkSqlite(had.folder);
  return had;
}

/** Each time: the checkout that installed the packages may be gone by now, and its SQLite with it. */
async function linkSqlite(folder: string): Promise<void> {
  const link = join(folder, 'node_modules/better-sqlite3');
  const own = dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json'));
  const before = await readlink(link).catch(() => undefined);
  if (before === own) return;
  // What npm installed there is not built.
  if (before === undefined) await rm(link, { recursive: true, force: true });
  await symlink(own, `${link}.${process.pid}`, 'dir');
  await rename(`${link}.${process.pid}`, link);
}
