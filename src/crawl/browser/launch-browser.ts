import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, chromium } from 'playwright-core';
import { KnownError } from '../../base/known-error.ts';
import { withoutPrograms } from '../guard/no-programs.ts';
import { type GuardedExit, openGuardedExit } from '../guard/socks-server.ts';
import { type BrowserProxy, openBrowserProxy } from '../proxy/browser-proxy.ts';
import { beginSession } from '../sessions/begin-session.ts';
import { copyProfile } from '../sessions/kept-profile.ts';
import { browserFlags, mayUseSandbox } from './browser-flags.ts';
import { connectBrowser } from './connect-browser.ts';
import { type CrawlBrowser, contextOptions, type LaunchOptions } from './crawl-browser.ts';
import { DevtoolsConnection } from './devtools-connection.ts';
import { isEndpoint } from './endpoint.ts';
import { explainStart } from './explain-start.ts';

export type { CrawlBrowser, LaunchOptions } from './crawl-browser.ts';

const portFile = 'DevToolsActivePort';
/** A machine with much to do takes a minute for what takes a second. */
const startMs = 120_000;

/**
 * Starts Chromium, or connects to one that runs elsewhere. May be called again after the browser is gone. As root the
 * sandbox cannot work and is switched off.
 * @throws KnownError `browser.will-not-start`, `browser.profile-in-use`, `browser.no-devtools`, `browser.unreachable`,
 * `browser.playwright-server`, `usage.bad-proxy`
 */
export async function launchBrowser(options: LaunchOptions): Promise<CrawlBrowser> {
  return isEndpoint(options.executablePath) ? connectBrowser(options) : startBrowser(options);
}

async function startBrowser(options: LaunchOptions): Promise<CrawlBrowser> {
  const profile = await openProfile(options);
  const guarded = options.guard ? await openGuardedExit(options.guard) : undefined;
  const proxy = guarded ? undefined : await openBrowserProxy(options.proxy);
  const tidyUp = async () => {
    await guarded?.close();
    await proxy?.close();
    await profile.remove();
  };
  const context = await startChromium(profile.dir, { guarded, proxy }, options).catch(async (cause: unknown) => {
    await tidyUp();
    throw explainStart(options, cause);
  });
  let closing: Promise<void> | undefined;
  try {
    await beginSession(context, options);
    const devtools = await DevtoolsConnection.connect(await devtoolsUrl(profile.dir));
    const about = await devtools.send<{ product: string; userAgent: string }>('Browser.getVersion');
    const close = () => {
      devtools.close();
      closing ??= context
        .close()
        .catch(() => undefined)
        .then(tidyUp);
      return closing;
    };
    const version = about.product.split('/')[1] ?? '';
    return { context, devtools, version, userAgent: about.userAgent, ownContextId: undefined, close };
  } catch (error) {
    await context.close().catch(() => undefined);
    await tidyUp();
    throw error;
  }
}

interface Profile {
  readonly dir: string;
  remove(): Promise<void>;
}

async function openProfile({ profileDir: given, copyOf, tempFolder }: LaunchOptions): Promise<Profile> {
  if (given !== undefined) {
    await mkdir(given, { recursive: true });
    // Of an earlier run: its port would be taken for this one's.
    await rm(join(given, portFile), { force: true });
    return { dir: given, remove: async () => undefined };
  }
  const dir = await mkdtemp(join(tempFolder ?? tmpdir(), 'lastpost-profile-'));
  const remove = () => rm(dir, { recursive: true, force: true, maxRetries: 5 });
  if (copyOf !== undefined) {
    await copyProfile(copyOf, dir).catch(async (error: unknown) => {
      await remove();
      throw error;
    });
  }
  return { dir, remove };
}

async function startChromium(
  profile: string,
  { guarded, proxy }: { readonly guarded: GuardedExit | undefined; readonly proxy: BrowserProxy | undefined },
  options: LaunchOptions,
): Promise<BrowserContext> {
  const environment = options.profileDir === undefined ? await withoutPrograms(profile) : undefined;
  return chromium.launchPersistentContext(profile, {
    ...contextOptions(options),
    executablePath: options.executablePath,
    headless: !options.headed,
    args: [...browserFlags, ...(guarded ? guardFlags(guarded) : [])],
    chromiumSandbox: mayUseSandbox(),
    ...(environment ? { env: environment } : {}),
    // One that is killed while it starts would be waited for three minutes.
    timeout: startMs,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // By default Chromium sends loopback past any proxy.
    ...(proxy === undefined ? {} : { proxy: { server: proxy.server, bypass: '<-loopback>' } }),
  });
}

/**
 * Leaves the browser no way out but the guard: Chromium would go round a proxy for loopback, for names that it looks up
 * ahead of time, and for the UDP of calls.
 */
function guardFlags({ proxyUrl }: GuardedExit): string[] {
  return [
    `--proxy-server=${proxyUrl}`,
    '--proxy-bypass-list=<-loopback>',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  ];
}

/** Chromium writes the port it chose, and the path of its socket, into its profile. */
async function devtoolsUrl(profile: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const text = await readFile(join(profile, portFile), 'utf8').catch(() => '');
    const [port, path] = text.split('\n');
    if (port && path) return `ws://127.0.0.1:${port}${path.trim()}`;
    await sleep(50);
  }
  throw new KnownError('browser.no-devtools', 'The browser started but did not open its DevTools port within 5 s.', {
    hint: 'Another browser can be named with --browser PATH.',
  });
}
