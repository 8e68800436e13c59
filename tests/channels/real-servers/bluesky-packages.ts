import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const packages = ['@atproto/pds@0.4.217', '@did-plc/server@0.0.1', '@atproto/api@0.19.19'];
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'lastpost-tests');

/**
 * The folder with a Bluesky server's packages, installed from the npm registry the first time. They are no packages of ours:
 * 270 MB that only this test needs. Their SQLite is ours, which is built already.
 * @returns the reason, in words, where they cannot be had
 */
export async function blueskyPackages(): Promise<{ readonly folder: string } | { readonly reason: string }> {
  const folder = join(cache, 'bluesky-pds-0.4.217');
  if (existsSync(join(folder, 'complete'))) return { folder };
  const making = `${folder}.${process.pid}`;
  try {
    await mkdir(making, { recursive: true });
    await writeFile(join(making, 'package.json'), '{"name":"bluesky-of-a-test","private":true,"version":"0.0.0"}');
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=1'];
    await promisify(execFile)('npm', ['install', '--prefix', making, ...options, ...packages], { timeout: 1_200_000 });
    const sqlite = join(making, 'node_modules/better-sqlite3');
    await rm(sqlite, { recursive: true, force: true });
    await symlink(ownSqlite(), sqlite, 'dir');
    await writeFile(join(making, 'complete'), '');
    await rm(folder, { recursive: true, force: true });
    await rename(making, folder);
    return { folder };
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    const lines = (error instanceof Error ? error.message : String(error)).split('\n');
    const line = lines.find((one) => /^npm error (?!code|errno|syscall)/.test(one)) ?? lines[0];
    return { reason: `the packages of a Bluesky server could not be installed: ${line}` };
  }
}

function ownSqlite(): string {
  return dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json'));
}
