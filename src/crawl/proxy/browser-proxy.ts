import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { connectThrough } from './connect-through.ts';
import { requestThrough } from './proxied-request.ts';
import { type ProxyAddress, parseProxy } from './proxy-address.ts';

/** A proxy as Chromium can use it. */
export interface BrowserProxy {
  /** `http://127.0.0.1:41234` */
  readonly server: string;
  /** Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Makes a proxy fit for Chromium. One without a login is given as it is. One with a login gets a relay on this machine
 * that logs in in the browser's place: Chromium knows no passwords for SOCKS, and for HTTP proxies it would ask in every
 * frame and worker.
 * @throws KnownError `usage.bad-proxy`
 */
export async function openBrowserProxy(text: string | undefined): Promise<BrowserProxy | undefined> {
  if (text === undefined) return undefined;
  const proxy = parseProxy(text);
  if (proxy.username === undefined) return { server: proxy.server, close: async () => undefined };
  return startRelay(proxy);
}

async function startRelay(proxy: ProxyAddress): Promise<BrowserProxy> {
  const tunnels = new Set<Duplex>();
  const server = createServer((request, response) => {
    forward(proxy, request, response).catch(() => response.destroy());
  });
  server.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    tunnels.add(socket);
    socket.on('close', () => tunnels.delete(socket));
    tunnel(proxy, request.url ?? '', socket, head).catch(() => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of tunnels) socket.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function tunnel(proxy: ProxyAddress, target: string, socket: Duplex, head: Buffer): Promise<void> {
  socket.on('error', () => undefined);
  const { hostname, port } = new URL(`http://${target}`);
  // Port 80 is dropped by URL as the usual one.
  const upstream = await connectThrough(proxy, hostname.replace(/^\[|\]$/g, ''), Number(port || 80)).catch(() => {
    socket.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n');
  });
  if (!upstream) return;
  socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
  if (head.length > 0) upstream.write(head);
  await Promise.all([pipeline(socket, upstream), pipeline(upstream, socket)]);
}

// Host is written anew from the address.
const ownHeaders = new Set(['host', 'proxy-connection', 'proxy-authorization', 'connection', 'keep-alive']);

async function forward(proxy: ProxyAddress, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!URL.canParse(request.url ?? '')) {
    response.writeHead(400).end();
    return;
  }
  const headers: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(request.headersDistinct)) {
    if (value !== undefined && !ownHeaders.has(name)) headers[name] = value;
  }
  const options = { method: request.method ?? 'GET', headers };
  const asking = await requestThrough(proxy, new URL(request.url ?? ''), options).catch(() => undefined);
  if (asking === undefined) {
    response.writeHead(502).end();
    return;
  }
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    asking.once('response', resolve);
    asking.once('error', reject);
  });
  answered.catch(() => undefined);
  pipeline(request, asking).catch(() => asking.destroy());
  const answer = await answered.catch(() => undefined);
  if (answer === undefined) {
    response.writeHead(502).end();
    return;
  }
  response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
  await pipeline(answer, response);
}
