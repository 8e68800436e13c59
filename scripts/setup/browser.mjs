import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aptInstall, canUseApt } from './apt.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

const START_AT_MOST_MS = 20_000;
const DOWNLOAD_AT_MOST_MS = 30 * 60_000;
const DOWNLOAD_SILENCE_MS = 3 * 60_000;

// Without fonts a fresh Debian draws every page with empty boxes or one odd face. Liberation has the widths of Arial,
// Times and Courier, which most style sheets end in; DejaVu has the letters those lack; Noto has the emoji of posts.
const APT_PACKAGES = ['chromium', 'fonts-liberation', 'fonts-dejavu-core', 'fonts-noto-color-emoji'];

const INSTALL_ONE =
  'Install Google Chrome, Chromium or Edge (or set LASTPOST_BROWSER=/path/to/it), then run the same command again.';

/**
 * Sees to it that a Chromium is there and starts: the one that the crawl itself would find, else Playwright's download,
 * else Debian's package. Needs dist/, because the search is the product's own.
 * @param {import('./main.mjs').Context} context
 * @returns {Promise<string | undefined>} what was done, for the closing line
 */
export async function ensureBrowser(context) {
  const { root, machine } = context;
  if (browserFrom(readStamp(root), machine) !== undefined) return undefined;
  context.show('looking for Chromium');
  const found = (await findStarting(context)) ?? (await installOne(context));
  writeStamp(root, { browser: { path: found.path, chosen: machine.env.LASTPOST_BROWSER ?? null } });
  return `Chromium ${found.version} found at ${found.path}`;
}

/**
 * The browser that an earlier run found, while it is still there and the person has not chosen another.
 * @param {import('./machine.mjs').Machine} machine
 */
export function browserFrom(stamp, machine) {
  const { browser } = stamp;
  const asked = machine.env.LASTPOST_BROWSER ?? null;
  return browser !== undefined && browser.chosen === asked && existsSync(browser.path) ? browser.path : undefined;
}

async function installOne(context) {
  const tried = [];
  for (const way of [download, installPackage]) {
    const problem = await way(context);
    const found = problem === undefined ? await findStarting(context) : undefined;
    if (found) return found;
    tried.push(problem ?? 'it was installed and does not start');
  }
  throw new SetupError(`no Chromium is here and none could be installed (${tried.join('; ')}).`, {
    next: `${INSTALL_ONE} What was tried is in .cache/setup.log.`,
  });
}

/** @returns {Promise<string | undefined>} what went wrong */
async function download(context) {
  context.show('downloading Chromium');
  const cli = join(context.root, 'node_modules/playwright-core/cli.js');
  // The headless shell is left out: the crawl uses the whole browser, and the shell alone is another 100 MB.
  const outcome = await runCommand(process.execPath, [cli, 'install', 'chromium', '--no-shell'], {
    cwd: context.root,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000', ...context.machine.env },
    logFile: context.logFile,
    signal: context.signal,
    timeoutMs: DOWNLOAD_AT_MOST_MS,
    silenceMs: DOWNLOAD_SILENCE_MS,
  });
  return outcome.ok ? undefined : `Playwright's download ${outcome.how}`;
}

/** @returns {Promise<string | undefined>} what went wrong */
async function installPackage(context) {
  if (!canUseApt(context.machine)) return 'packages of the system can only be installed as root on Debian';
  context.show('installing Chromium and fonts with apt-get');
  try {
    await aptInstall(context, APT_PACKAGES);
    return undefined;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return `${error.message.replace(/\.$/, '')}: ${error.tail?.split('\n').at(-1) ?? 'it gave no reason'}`;
  }
}

/** @returns {Promise<{ path: string, version: string } | undefined>} */
async function findStarting(context) {
  const found = await find(context);
  if (found === undefined || found.version !== 'unknown' || context.machine.platform === 'win32') return found;
  // A browser that does not tell its version mostly does not start at all: Playwright's download on a machine without
  // the libraries it needs, or Ubuntu's chromium-browser without its snap.
  const outcome = await runCommand(found.path, ['--version'], {
    cwd: context.root,
    env: context.machine.env,
    logFile: context.logFile,
    signal: context.signal,
    timeoutMs: START_AT_MOST_MS,
  });
  if (outcome.ok) return found;
  if (canUseApt(context.machine) && !context.machine.env.LASTPOST_BROWSER) return undefined;
  throw new SetupError(`the browser at ${found.path} does not start: it ${outcome.how}.`, {
    tail: outcome.tail,
    next: `Install what it misses (on Debian and Ubuntu: "sudo npx playwright-core install-deps chromium"), or: ${INSTALL_ONE}`,
  });
}

async function find({ root, machine }) {
  const { findChromium } = await import(pathToFileURL(join(root, 'dist/crawl/find-chromium.js')).href);
  try {
    return await findChromium(undefined, machine.env);
  } catch (error) {
    if (error.code !== 'browser.not-found') throw error;
    if (!machine.env.LASTPOST_BROWSER) return undefined;
    throw new SetupError(error.message, {
      next: 'Correct LASTPOST_BROWSER, or unset it to have a browser searched for.',
      cause: error,
    });
  }
}
