import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserFrom, ensureBrowser } from './browser.mjs';
import { ensureBuild, isBuilt } from './build.mjs';
import { liveStatus } from './live-status.mjs';
import { takeLock } from './lock.mjs';
import { thisMachine } from './machine.mjs';
import { ensureNative } from './native.mjs';
import { arePackagesInstalled, ensurePackages } from './packages.mjs';
import { Interrupted, SetupError } from './setup-error.mjs';
import { readStamp } from './stamp.mjs';

const HELP = `node scripts/setup.mjs

Makes this checkout ready to run, and says in one line what it did. It takes no options and is safe to call again:
with nothing to do it ends at once. "npm run demo" and "npm test" call it first.

  1  npm ci, when package-lock.json has changed since the last time; better-sqlite3 is fetched ready-made or compiled
     (as root on Debian it installs python3, make and g++ when the compiler is missing)
  2  the TypeScript build, when src/ or a tsconfig has changed
  3  Chromium: Playwright's, else Chrome, Chromium or Edge of this system, else Playwright's download, else,
     as root on Debian, the package chromium with fonts

LASTPOST_BROWSER=/path/to/chrome names the browser to use. The last run's full output is in .cache/setup.log.`;

/**
 * @typedef {object} Context what every part gets
 * @property {string} root the checkout
 * @property {import('./machine.mjs').Machine} machine
 * @property {AbortSignal} signal
 * @property {string} logFile
 * @property {(what: string) => void} show says what is going on now
 */

/** @param {string[]} args */
export async function main(args) {
  if (args.length > 0) {
    const asked = args.includes('--help') || args.includes('-h');
    console.error(asked ? HELP : `Setup takes no options, and got "${args.join(' ')}".\n\n${HELP}`);
    process.exitCode = asked ? 0 : 2;
    return;
  }
  const status = liveStatus();
  const interrupt = listenForSignals();
  try {
    const line = await setUp(rootFolder(), thisMachine(), interrupt.signal, status);
    status.clear();
    console.error(line);
  } catch (error) {
    status.clear();
    process.exitCode = explain(error);
  } finally {
    interrupt.done();
  }
}

function rootFolder() {
  return fileURLToPath(new URL('../../', import.meta.url));
}

/** @returns {Promise<string>} the one line */
async function setUp(root, machine, signal, status) {
  const startedAt = Date.now();
  if (everythingStands(root, machine)) return readyLine(startedAt);
  const cache = join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const release = await takeLock(join(cache, 'setup.lock'), {
    signal,
    onWait: (pid) => status.show(`waiting for another setup (process ${pid})`),
  });
  try {
    const context = { root, machine, signal, logFile: join(cache, 'setup.log'), show: status.show };
    rmSync(context.logFile, { force: true });
    const done = [];
    for (const part of [ensurePackages, ensureNative, ensureBuild, ensureBrowser]) done.push(await part(context));
    const said = done.filter((words) => words !== undefined);
    return said.length > 0 ? `Setup: ${said.join(', ')}.` : readyLine(startedAt);
  } finally {
    release();
  }
}

function everythingStands(root, machine) {
  const stamp = readStamp(root);
  return (
    arePackagesInstalled(root, stamp) &&
    stamp.native !== undefined &&
    isBuilt(root, stamp) &&
    browserFrom(stamp, machine) !== undefined
  );
}

function readyLine(startedAt) {
  return `Setup: ready, nothing to do (${((Date.now() - startedAt) / 1000).toFixed(1)} s).`;
}

function listenForSignals() {
  const controller = new AbortController();
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const onSignal = (name) => controller.abort(new Interrupted(name));
  for (const name of names) process.on(name, onSignal);
  return {
    signal: controller.signal,
    done() {
      for (const name of names) process.off(name, onSignal);
    },
  };
}

/** Prints trouble for a person; anything unforeseen keeps its stack. Returns the exit code. */
function explain(error) {
  if (error instanceof Interrupted) {
    console.error(error.message);
    return error.exitCode;
  }
  if (error.syscall !== undefined) return explainDisk(error);
  if (!(error instanceof SetupError)) throw error;
  console.error(`Setup stopped: ${error.message}`);
  if (error.tail) console.error(`\n${error.tail.replace(/^/gm, '  | ')}\n`);
  if (error.next) console.error(`Next: ${error.next}`);
  return 1;
}

/** A full disk, somebody else's files, a file where a folder belongs: the system's own words name the path. */
function explainDisk(error) {
  console.error(`Setup stopped: ${error.message}`);
  console.error(
    'Next: See that this folder belongs to you and that the disk has room, then run the same command again.',
  );
  return 1;
}
