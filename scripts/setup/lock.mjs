import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SetupError } from './setup-error.mjs';

const BREATH_MS = 2_000;
const DEAD_AFTER_MS = 30_000;
const WAIT_AT_MOST_MS = 30 * 60_000;

/**
 * Waits until no other setup works in this checkout, then holds it. Returns the release; safe to call twice.
 * A lock is dead when its process is (same computer), or when nobody has touched it for half a minute (another
 * container over the same folder): the holder touches it every two seconds.
 * @param {string} path
 * @param {{ signal: AbortSignal, onWait: (pid: number) => void }} options
 */
export async function takeLock(path, { signal, onWait }) {
  mkdirSync(dirname(path), { recursive: true });
  const own = JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() });
  const giveUpAt = Date.now() + WAIT_AT_MOST_MS;
  while (!createLock(path, own)) {
    const holder = readLock(path);
    if (holder && isDead(holder)) removeIfStill(path, holder);
    else {
      if (holder) onWait(holder.pid);
      if (Date.now() > giveUpAt) throw waitedTooLong(path, holder);
      await pause(200, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }
  return holdLock(path, own);
}

function waitedTooLong(path, holder) {
  return new SetupError(`Another setup (process ${holder?.pid ?? 'unknown'}) has been at work here for half an hour.`, {
    next: `Wait for it, or end it; if there is none, delete ${path}.`,
  });
}

function createLock(path, own) {
  try {
    writeFileSync(path, own, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function readLock(path) {
  try {
    const text = readFileSync(path, 'utf8');
    const touchedAt = statSync(path).mtimeMs;
    // Empty for the instant between a holder's creating and writing it.
    return { text, touchedAt, pid: 0, host: '', ...(text ? JSON.parse(text) : {}) };
  } catch {
    return undefined;
  }
}

function isDead(holder) {
  if (Date.now() - holder.touchedAt > DEAD_AFTER_MS) return true;
  if (holder.host !== hostname() || holder.pid === 0) return false;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Two waiters may judge the same lock dead; the second must not take away the lock that the first has just made. */
function removeIfStill(path, holder) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== holder.text) linkSync(aside, path);
  } catch {
    // Gone already, or taken anew: the loop looks again.
  }
  rmSync(aside, { force: true });
}

function holdLock(path, own) {
  const breath = setInterval(() => touch(path), BREATH_MS);
  breath.unref();
  return () => {
    clearInterval(breath);
    if (readLock(path)?.text === own) rmSync(path, { force: true });
  };
}

function touch(path) {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // Somebody deleted it by hand. Losing the lock is no reason to end the work.
  }
}
