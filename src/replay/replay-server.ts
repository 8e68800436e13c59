import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import { isLoopbackHost } from './loopback-host.ts';
import { loadRoutes, type Route } from './routes.ts';
import type { SnapshotOverview } from './snapshot-overview.ts';
import { openWaczFile } from './wacz-file.ts';

export interface ReplayServerOptions {
  /** Path of the WACZ. */
  readonly file: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder with the component's ui.js and sw.js, see `findReplayComponent`. */
  readonly componentDir: string;
  /** What the page tells of the snapshot, see `readOverview`. */
  readonly overview: SnapshotOverview;
}

export interface ReplayServer {
  /** Address of the page, `http://127.0.0.1:<port>/`. */
  readonly url: string;
  /** Stops listening and ends what is being sent. Safe to call twice. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/**
 * Serves a page that replays the WACZ, on 127.0.0.1 and to loopback names only. The file is held open and sent in the
 * ranges the browser asks for; nothing of its size is kept in memory.
 * @throws KnownError `replay.port-taken`, `replay.port-refused`; the system's error when a file cannot be read
 */
export async function startReplayServer(options: ReplayServerOptions): Promise<ReplayServer> {
  const wacz = await openWaczFile(options.file);
  try {
    const routes = await loadRoutes(options, wacz);
    const server = createServer((request, response) => {
      answer(routes, request, response).catch((error: unknown) => endBadly(response, error));
    });
    await listen(server, options.port);
    let closed: Promise<void> | undefined;
    return {
      url: `http://${HOST}:${(server.address() as AddressInfo).port}/`,
      close: () => {
        closed ??= stop(server).then(() => wacz.close());
        return closed;
      },
    };
  } catch (error) {
    await wacz.close();
    throw error;
  }
}

async function answer(
  routes: ReadonlyMap<string, Route>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  // No other site may take in anything from here, not even as a picture.
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  if (!isLoopbackHost(request.headers.host)) return refuse(response, 421, 'This server answers to 127.0.0.1 only.');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405, 'Only GET and HEAD.');
  }
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const route = routes.get(path);
  if (route === undefined) return refuse(response, 404, 'Nothing here.');
  await route(request, response);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  const body = `${message}\n`;
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': body.length }).end(body);
}

/** A browser that goes away in the middle of a range is everyday; a file that was cut shows as a broken transfer. */
function endBadly(response: ServerResponse, error: unknown): void {
  response.destroy(error instanceof Error ? error : undefined);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explainListening(error, port)));
    server.listen(port, HOST, resolve);
  });
}

function explainListening(error: Error, port: number): Error {
  switch (systemErrorCode(error)) {
    case 'EADDRINUSE':
      return new KnownError('replay.port-taken', `Port ${port} is taken by another program.`, {
        hint: 'Give another one with --port N, or leave --port out to take a free one.',
        cause: error,
      });
    case 'EACCES':
      return new KnownError('replay.port-refused', `This user may not listen on port ${port}.`, {
        hint: 'Give a port above 1023 with --port N, or leave --port out.',
        cause: error,
      });
    default:
      return error;
  }
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
