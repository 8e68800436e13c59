import { once } from 'node:events';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import { KnownError } from '../../base/known-error.ts';
import { firstLine } from './crawl-browser.ts';
import { DevtoolsConnection } from './devtools-connection.ts';

const answerMs = 10_000;

/** True for the address of a browser that runs elsewhere, false for the path of a program. */
export function isEndpoint(text: string): boolean {
  return /^(wss?|https?):\/\//i.test(text) && URL.canParse(text);
}

/** An endpoint without what may be secret in it: password and query, where services take their tokens. */
export function shownEndpoint(endpoint: string): string {
  const { protocol, host, pathname, search } = new URL(endpoint);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}${search === '' ? '' : '?…'}`;
}

export interface FoundEndpoint {
  /** Address of the browser's own DevTools socket. */
  readonly socketUrl: string;
  /** `156.0.8078.79` */
  readonly version: string;
  readonly userAgent: string;
}

/**
 * Finds the DevTools socket behind an address and asks the browser there who it is.
 * @param endpoint `http://host:9222`, or the socket itself, `ws://host:9222/devtools/browser/…`
 * @throws KnownError `browser.unreachable`, `browser.playwright-server`
 */
export async function findEndpoint(endpoint: string): Promise<FoundEndpoint> {
  const socketUrl = await socketOf(endpoint);
  let devtools: DevtoolsConnection | undefined;
  try {
    devtools = await withinTime(DevtoolsConnection.connect(socketUrl));
    const about = await withinTime(devtools.send<{ product: string; userAgent: string }>('Browser.getVersion'));
    return { socketUrl, version: about.product.split('/')[1] ?? 'unknown', userAgent: about.userAgent };
  } catch (error) {
    throw (await isPlaywrightServer(endpoint)) ? playwrightServer(endpoint) : unreachable(endpoint, error);
  } finally {
    devtools?.close();
  }
}

/** The browser names its socket at /json/version. A socket's address that has a path is taken as it is. */
async function socketOf(endpoint: string): Promise<string> {
  const url = new URL(endpoint);
  const isSocket = /^wss?:$/i.test(url.protocol);
  if (isSocket && url.pathname !== '/') return endpoint;
  const version = await getJson(endpoint, '/json/version').catch((error: unknown) => {
    if (isSocket) return undefined;
    throw error;
  });
  const named = (version as { webSocketDebuggerUrl?: unknown } | undefined)?.webSocketDebuggerUrl;
  if (typeof named !== 'string' || !URL.canParse(named)) {
    if (isSocket) return endpoint;
    throw (await isPlaywrightServer(endpoint)) ? playwrightServer(endpoint) : unreachable(endpoint, undefined);
  }
  // The browser only knows the address it listens at; we came by another where a tunnel stands between.
  const socket = new URL(named);
  socket.host = url.host;
  socket.protocol = /^(wss|https):$/i.test(url.protocol) ? 'wss:' : 'ws:';
  return socket.href;
}

async function getJson(endpoint: string, path: string): Promise<unknown> {
  const url = new URL(endpoint);
  url.protocol = /^(wss|https):$/i.test(url.protocol) ? 'https:' : 'http:';
  url.pathname = path;
  const { username, password } = url;
  url.username = '';
  url.password = '';
  const headers: Record<string, string> =
    username === '' ? {} : { Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
  try {
    const { isOk, text } = await answerOf(url, headers);
    return isOk && text.startsWith('{') ? JSON.parse(text) : undefined;
  } catch (error) {
    throw unreachable(endpoint, error);
  }
}

/** Not by `fetch`: a package that brings a client of its own (cheerio does) takes the place of the one inside Node's. */
async function answerOf(url: URL, headers: Readonly<Record<string, string>>): Promise<{ isOk: boolean; text: string }> {
  const get = url.protocol === 'https:' ? httpsGet : httpGet;
  const request = get(url, { headers, agent: false, signal: AbortSignal.timeout(answerMs) });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) text += chunk as string;
  const { statusCode = 0 } = response;
  return { isOk: statusCode >= 200 && statusCode < 300, text };
}

/** @see playwright-core 1.65, `PlaywrightServer`: `GET /json` answers with the path of its own socket. */
async function isPlaywrightServer(endpoint: string): Promise<boolean> {
  const answer = await getJson(endpoint, '/json').catch(() => undefined);
  return typeof (answer as { wsEndpointPath?: unknown } | undefined)?.wsEndpointPath === 'string';
}

function playwrightServer(endpoint: string): KnownError {
  return new KnownError(
    'browser.playwright-server',
    `${shownEndpoint(endpoint)} is a Playwright server, which lets nobody listen to what frames and workers load.`,
    {
      hint:
        'Start its browser with a DevTools port as well, launchServer({ args: ["--remote-debugging-port=9222"] }) or ' +
        'chromium --remote-debugging-port=9222, and give --browser http://HOST:9222',
      exitCode: 2,
    },
  );
}

export function unreachable(endpoint: string, error: unknown): KnownError {
  if (error instanceof KnownError && error.code === 'browser.unreachable') return error;
  // What libraries say names the whole address, and with it the token.
  const words = error === undefined ? '' : firstLine(error instanceof Error ? (error.cause ?? error) : error);
  const cause =
    words === '' ? undefined : new Error(words.replace(/\b(?:wss?|https?):\/\/\S+/g, shownEndpoint(endpoint)));
  return new KnownError('browser.unreachable', `No browser answers at ${shownEndpoint(endpoint)}.`, {
    hint:
      'Start it with: chromium --remote-debugging-port=9222 – then give --browser http://HOST:9222, with the host as a ' +
      'number or localhost: Chromium refuses other names.',
    cause,
  });
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer for ${answerMs / 1000} s`)), answerMs);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
