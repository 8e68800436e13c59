import { cp, lstat, mkdir, readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { writeFileAtomic } from '../../base/atomic-write.ts';
import { KnownError } from '../../base/known-error.ts';
import type { SessionCookie } from '../../model/session.ts';

/** Cookies that end with the browser are not in its profile: they lie beside it, readable by the owner alone. */
const sessionFile = 'lastpost-session.json';

/** Caches, locks and leftovers: nothing of a login is in them, and they are most of the bytes. */
const leftBehind =
  /^(Singleton(Lock|Socket|Cookie)|DevToolsActivePort|lockfile|.*Cache.*|Crashpad|BrowserMetrics.*|ShaderCache|GraphiteDawnCache|component_crx_cache|Safe Browsing|optimization_guide_model_store|History.*|Login Data.*|Top Sites.*|Sessions|Favicons.*)$/;

/**
 * Copies what a login consists of (cookies, local storage, databases) out of a kept profile, which stays as it is: two
 * crawls may do this at the same time, and nothing a crawl does can harm it.
 * @param to an empty folder for the owner alone
 * @throws KnownError `session.in-use` while a login window has the profile open
 */
export async function copyProfile(from: string, to: string): Promise<void> {
  await refuseOpenProfile(from);
  await cp(from, to, { recursive: true, filter: (path) => path === from || !leftBehind.test(basename(path)) });
}

/** @throws KnownError `session.in-use` while a login window has the profile open */
export async function refuseOpenProfile(dir: string): Promise<void> {
  if (!(await isProfileOpen(dir))) return;
  throw new KnownError('session.in-use', 'The login window of this channel is still open.', {
    hint: 'Close it (or press Enter where "lastpost channel login" waits), then run this again.',
  });
}

/** Chromium's lock is a link to `host-pid`; one of a browser that died leads nowhere. On Windows the file itself is locked. */
async function isProfileOpen(dir: string): Promise<boolean> {
  const target = await readlink(join(dir, 'SingletonLock')).catch(() => undefined);
  if (target === undefined) return (await lstat(join(dir, 'lockfile')).catch(() => undefined)) !== undefined;
  const cut = target.lastIndexOf('-');
  if (target.slice(0, cut) !== hostname()) return false;
  try {
    process.kill(Number(target.slice(cut + 1)), 0);
    return true;
  } catch {
    return false;
  }
}

/** Makes the folder of a profile, for its owner alone. Safe to call again. */
export async function makeProfileFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
}

export async function keepSessionCookies(dir: string, cookies: readonly SessionCookie[]): Promise<void> {
  const ending = cookies.filter(({ expires }) => expires === -1);
  await writeFileAtomic(join(dir, sessionFile), `${JSON.stringify({ cookies: ending })}\n`, 0o600);
}

/** The cookies kept beside a profile; none when it has none or they cannot be read. */
export async function readSessionCookies(dir: string): Promise<readonly SessionCookie[]> {
  const text = await readFile(join(dir, sessionFile), 'utf8').catch(() => '{}');
  try {
    return (JSON.parse(text) as { cookies?: readonly SessionCookie[] }).cookies ?? [];
  } catch {
    return [];
  }
}
