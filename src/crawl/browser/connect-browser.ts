import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { KnownError } from '../../base/known-error.ts';
import { parseProxy } from '../proxy/proxy-address.ts';
import { type CrawlBrowser, contextOptions, type LaunchOptions } from './crawl-browser.ts';
import { DevtoolsConnection } from './devtools-connection.ts';
import { findEndpoint, unreachable } from './endpoint.ts';

/**
 * Opens a context of our own in a browser that runs elsewhere. What others have open there is left alone.
 * @throws KnownError `browser.unreachable`, `browser.playwright-server`, `browser.remote-profile`, `usage.bad-proxy`
 */
export async function connectBrowser(options: LaunchOptions): Promise<CrawlBrowser> {
  const { executablePath: endpoint } = options;
  if (options.profileDir !== undefined) {
    throw new KnownError(
      'browser.remote-profile',
      'A browser that runs elsewhere cannot use a profile of this machine.',
      {
        hint: 'Leave --browser out, or give the login as cookies.',
        exitCode: 2,
      },
    );
  }
  const { socketUrl, version, userAgent } = await findEndpoint(endpoint);
  const browser = await chromium.connectOverCDP(socketUrl, { timeout: 30_000 }).catch((error: unknown) => {
    throw unreachable(endpoint, error);
  });
  try {
    const context = await browser.newContext({ ...contextOptions(options), ...proxyOption(options.proxy) });
    const ownContextId = await contextIdOf(context);
    const devtools = await DevtoolsConnection.connect(socketUrl).catch((error: unknown) => {
      throw unreachable(endpoint, error);
    });
    let closing: Promise<void> | undefined;
    const close = () => {
      devtools.close();
      closing ??= leave(browser, context);
      return closing;
    };
    return { context, devtools, version, userAgent, ownContextId, close };
  } catch (error) {
    await browser.close().catch(() => undefined);
    throw error;
  }
}

/** For a browser that Playwright has only connected to, `close` ends the connection and not the browser. */
async function leave(browser: Browser, context: BrowserContext): Promise<void> {
  await context.close().catch(() => undefined);
  await browser.close().catch(() => undefined);
}

/** Our relay listens on this machine, where a browser elsewhere cannot reach it: that one logs in to the proxy itself. */
function proxyOption(text: string | undefined) {
  if (text === undefined) return {};
  const proxy = parseProxy(text);
  if (proxy.kind === 'socks5' && proxy.username !== undefined) {
    throw new KnownError('usage.bad-proxy', 'Chromium knows no passwords for SOCKS proxies.', {
      hint: 'For a browser that runs elsewhere give an http:// proxy, or a SOCKS proxy that asks for none.',
      exitCode: 2,
    });
  }
  const { username, password } = proxy;
  const login = username === undefined ? {} : { username, password: password ?? '' };
  return { proxy: { server: proxy.server, bypass: '<-loopback>', ...login } };
}

async function contextIdOf(context: BrowserContext): Promise<string | undefined> {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    return targetInfo.browserContextId;
  } finally {
    await page.close();
  }
}
