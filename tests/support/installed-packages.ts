import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'lastpost-tests');
const npm = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=1'];

/**
 * A folder with packages that are none of ours and that one test needs, installed from the npm registry the first time.
 * @param wanted the folder of a package.json and its lock: what others publish in the meantime changes nothing
 * @returns the reason, in words, where they cannot be had
 */
export async function installedPackages(
  wanted: string,
): Promise<{ readonly folder: string } | { readonly reason: string }> {
  const lock = await readFile(join(wanted, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  const folder = join(cache, `${basename(wanted)}-${digest}`);
  if (existsSync(join(folder, 'complete'))) return { folder };
  const making = `${folder}.${process.pid}`;
  try {
    await mkdir(cache, { recursive: true });
    await cp(wanted, making, { recursive: true });
    await promisify(execFile)('npm', ['ci', '--prefix', making, ...npm], { timeout: 1_200_000 });
    await writeFile(join(making, 'complete'), '');
    await rm(folder, { recursive: true, force: true });
    await rename(making, folder);
    return { folder };
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    const lines = (error instanceof Error ? error.message : String(error)).split('\n');
    const line = lines.find((one) => /^npm error (?!code|errno|syscall)/.test(one)) ?? lines[0];
    return { reason: `packages of ${basename(wanted)} could not be installed: ${line}` };
  }
}
