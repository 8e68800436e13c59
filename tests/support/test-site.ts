import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

/** A page's HTML, or everything about the answer. */
export type Route = string | Handler;

export interface TestSite {
  readonly origin: string;
  readonly port: number;
  /** Method and path of every request so far, in order. */
  readonly requests: string[];
  /** Headers of the last request of each path. */
  readonly headersOf: Map<string, IncomingMessage['headers']>;
  url(path: string): string;
  close(): Promise<void>;
}

/**
 * A real HTTP server on loopback. A path that is not among the routes answers 404.
 * @param host `127.0.0.1` or `localhost`, which Chromium holds for two different sites
 */
export async function startTestSite(routes: Record<string, Route>, host = '127.0.0.1'): Promise<TestSite> {
  const requests: string[] = [];
  const headersOf = new Map<string, IncomingMessage['headers']>();
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${host}`);
    requests.push(`${request.method} ${request.url}`);
    headersOf.set(url.pathname, request.headers);
    const route = routes[url.pathname + url.search] ?? routes[url.pathname];
    if (route === undefined) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not here</h1>');
    } else if (typeof route === 'string') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(route);
    } else {
      Promise.resolve(route(request, response, url)).catch((error: unknown) => response.destroy(error as Error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://${host}:${port}`;
  return {
    origin,
    port,
    requests,
    headersOf,
    url: (path) => origin + path,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
