import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** What is installed, to the last version: what others publish in the meantime changes nothing here. */
const wanted = join(import.meta.dirname, 'bluesky');
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'lastpost-tests');
const npm = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=1'];

/**
 * The folder with a Bluesky server's packages, installed from the npm registry the first time. They are no packages of ours:
 * 270 MB that only this test needs. Their SQLite is ours, which is built already.
 * @returns the reason, in words, where they cannot be had
 */
export async function blueskyPackages(): Promise<{ readonly folder: string } | { readonly reason: string }> {
  const lock = await readFile(join(wanted, 'package-lock.json'));
  const folder = join(cache, `bluesky-pds-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  const making = `${folder}.${process.pid}`;
  try {
    if (!existsSync(join(folder, 'complete'))) await install(making, folder);
    await linkSqlite(folder);
    return { folder };
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    const lines = (error instanceof Error ? error.message : String(error)).split('\n');
    const line = lines.find((one) => /^npm error (?!code|errno|syscall)/.test(one)) ?? lines[0];
    return { reason: `the packages of a Bluesky server could not be installed: ${line}` };
  }
}

async function install(making: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  await cp(wanted, making, { recursive: true });
  await promisify(execFile)('npm', ['ci', '--prefix', making, ...npm], { timeout: 1_200_000 });
  await rm(join(making, 'node_modules/better-sqlite3'), { recursive: true, force: true });
  await writeFile(join(making, 'complete'), '');
  await rm(folder, { recursive: true, force: true });
  await rename(making, folder);
}

/** Each time: the checkout that installed the packages may be gone by now, and its SQLite with it. */
async function linkSqlite(folder: string): Promise<void> {
  const link = join(folder, 'node_modules/better-sqlite3');
  const own = dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json'));
  if ((await readlink(link).catch(() => undefined)) === own) return;
  await symlink(own, `${link}.${process.pid}`, 'dir');
  await rename(`${link}.${process.pid}`, link);
}
