import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Reply, type Site, type SiteRequest, textReply } from './reply.ts';
import { sendReply } from './send-reply.ts';

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);
const MAX_POST_BYTES = 64 * 1024;

/** A server that listens already and gets its site afterwards, because the site's pages name the server's own address. */
export interface LoopbackServer {
  readonly port: number;
  serve(site: Site): void;
  /** Safe to call again. */
  close(): Promise<void>;
}

/**
 * Listens on `host`; port 0 takes any free one.
 * @throws the system's error when the port is taken (`EADDRINUSE`)
 */
export async function openLoopbackServer(host: string, port: number): Promise<LoopbackServer> {
  let site: Site | undefined;
  const server = createServer((request, response) => {
    answer(site, request, response).catch(() => response.destroy());
  });
  await listen(server, host, port);
  let closed: Promise<void> | undefined;
  return {
    port: (server.address() as AddressInfo).port,
    serve: (next) => {
      site = next;
    },
    close: () => {
      closed ??= shut(server);
      return closed;
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(site: Site | undefined, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (site === undefined) throw new Error('The server was asked before its site was set.');
  const asked = await readRequest(request);
  await sendReply(request, response, METHODS.has(asked.method) ? site(asked) : notAllowed());
}

function notAllowed(): Reply {
  return textReply('text/plain', 'Method not allowed\n', { status: 405, headers: { Allow: [...METHODS].join(', ') } });
}

async function readRequest(request: IncomingMessage): Promise<SiteRequest> {
  const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s, 2);
  const chunks: Buffer[] = [];
  let lengthBytes = 0;
  for await (const chunk of request) {
    lengthBytes += (chunk as Buffer).length;
    if (lengthBytes > MAX_POST_BYTES) throw new Error(`A request to ${path} posted more than ${MAX_POST_BYTES} bytes.`);
    chunks.push(chunk as Buffer);
  }
  return {
    method: request.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
