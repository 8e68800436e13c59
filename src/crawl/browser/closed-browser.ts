import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import { mayUseSandbox } from './browser-flags.ts';
import { explainStart } from './explain-start.ts';

/**
 * Chromium's own errands, which no flag of it stops: is there an update, is somebody signed in, what is this form. None
 * of them has to do with what is shown; they are refused like everything else and not counted.
 */
const CHROMIUM_ERRANDS = /(?:update|content-autofill)\.googleapis\.com|accounts\.google\.com/;

/** A long list says no more than a short one, and a page may try for ever. */
const MOST_NOTED = 1000;

/** A Chromium that reaches the servers it was given and nothing else in the world. */
export interface ClosedBrowser {
  readonly browser: Browser;
  /** `GET http://…` or `CONNECT host:port` for everything that anything in the browser asked for elsewhere. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/**
 * Starts Chromium with a proxy that notes every request and lets none pass, other ports of this machine included; only
 * `addresses` are reached past it. Unlike Playwright's routing that also holds service workers, WebSockets, and what the
 * browser does by itself.
 * @throws KnownError `browser.will-not-start`
 */
export async function openClosedBrowser(executablePath: string, addresses: readonly string[]): Promise<ClosedBrowser> {
  const refused: string[] = [];
  const proxy = refuseAll((asked) => {
    if (!CHROMIUM_ERRANDS.test(asked) && refused.length < MOST_NOTED) refused.push(asked);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const closeProxy = () => {
    proxy.closeAllConnections();
    return new Promise((resolve) => proxy.close(resolve));
  };
  try {
    const { port } = proxy.address() as AddressInfo;
    const hosts = addresses.map((address) => new URL(address).host);
    const browser = await chromium.launch({
      executablePath,
      chromiumSandbox: mayUseSandbox(),
      // By default Chromium sends loopback past any proxy; the last rule that fits decides.
      proxy: { server: `http://127.0.0.1:${port}`, bypass: ['<-loopback>', ...hosts].join() },
      args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    const close = () =>
      browser
        .close()
        .catch(() => undefined)
        .then(closeProxy);
    return { browser, refused, close: async () => void (await close()) };
  } catch (error) {
    await closeProxy();
    throw explainStart({ executablePath }, error);
  }
}

function refuseAll(note: (asked: string) => void): Server {
  const proxy = createServer((request, response) => {
    note(`${request.method} ${request.url}`);
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    note(`CONNECT ${request.url}`);
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  return proxy;
}
