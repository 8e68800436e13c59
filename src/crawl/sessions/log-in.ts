import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, chromium } from 'playwright-core';
import { KnownError } from '../../base/known-error.ts';
import type { CookieHost, SessionCookie } from '../../model/session.ts';
import { crawlUserAgent } from '../user-agent.ts';
import { addCookies } from './apply-session.ts';
import { cookieHosts } from './cookie-hosts.ts';
import { keepSessionCookies, makeProfileFolder, readSessionCookies, refuseOpenProfile } from './kept-profile.ts';

/** How often the cookies are read: a window that is closed takes those that end with it along. */
const pollMs = 500;

export interface LogInOptions {
  readonly executablePath: string;
  /** `156.0.8078.79`, or `unknown` */
  readonly version: string;
  /** The folder of the kept profile; made when it is not there. */
  readonly profileDir: string;
  readonly url: string;
  readonly headed: boolean;
  readonly signal: AbortSignal;
  /** Resolves when the person says that they are done; closing the window says it too. */
  readonly done: Promise<void>;
}

/**
 * Opens a browser window with a kept profile and waits until the person has logged in and closed it, or says so.
 * @returns which hosts have cookies now; no value leaves this function
 * @throws KnownError `browser.no-display`, `browser.will-not-start`, `session.in-use`; the signal's reason when aborted
 */
export async function logIn(options: LogInOptions): Promise<readonly CookieHost[]> {
  const { profileDir, url, signal } = options;
  await refuseOpenProfile(profileDir);
  await makeProfileFolder(profileDir);
  const context = await openWindow(options);
  let isClosed = false;
  context.once('close', () => {
    isClosed = true;
  });
  let isDone = false;
  void options.done.then(() => {
    isDone = true;
  });
  try {
    await addCookies(context, await readSessionCookies(profileDir));
    const page = context.pages()[0] ?? (await context.newPage());
    // An address that does not answer shows so in the window, where the person can type another one.
    await page.goto(url, { timeout: 0, waitUntil: 'commit' }).catch(() => undefined);
    let cookies: readonly SessionCookie[] = [];
    while (!isClosed && !isDone && !signal.aborted && context.pages().length > 0) {
      cookies = await context.cookies().catch(() => cookies);
      await sleep(pollMs, undefined, { signal }).catch(() => undefined);
    }
    if (!isClosed) cookies = await context.cookies().catch(() => cookies);
    await keepSessionCookies(profileDir, cookies);
    signal.throwIfAborted();
    return cookieHosts(cookies);
  } finally {
    await context.close().catch(() => undefined);
  }
}

/** With the name that a crawl goes by: sites bind a login to it. */
async function openWindow({ profileDir, executablePath, version, headed }: LogInOptions): Promise<BrowserContext> {
  try {
    return await chromium.launchPersistentContext(profileDir, {
      executablePath,
      headless: !headed,
      viewport: null,
      userAgent: crawlUserAgent(version),
      // The bar that says "controlled by automated software" frightens people and some login pages; a person does it all.
      ignoreDefaultArgs: ['--enable-automation'],
      chromiumSandbox: !(process.platform === 'linux' && process.getuid?.() === 0),
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    throw startTrouble(error, executablePath);
  }
}

function startTrouble(cause: unknown, path: string): KnownError {
  const words = cause instanceof Error ? cause.message : String(cause);
  if (/X server|\$DISPLAY|ozone_platform|Missing X|cannot open display/i.test(words)) {
    return new KnownError('browser.no-display', 'There is no screen here to open a browser window on.', {
      hint: 'Log in on a machine with a screen and copy its .lastpost/profiles folder here, or export the cookies there and use --cookies FILE.',
    });
  }
  return new KnownError('browser.will-not-start', `${path} did not start: ${words.split('\n')[0]}`, {
    hint: 'Run "lastpost doctor"; another browser can be named with --browser PATH.',
    cause,
  });
}
