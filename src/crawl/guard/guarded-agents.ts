import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { NetworkGuard } from './network-guard.ts';

/** Connections for Node's own requests, kept open for the next request of the same host. */
export interface Agents {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

type Created = (error: Error | null, socket?: Socket) => void;

interface Target {
  readonly host?: string;
  readonly hostname?: string;
  readonly port?: number | string;
  readonly servername?: string;
}

const options = { keepAlive: true, maxFreeSockets: 6, timeout: 120_000 } as const;

/** @param guard asked for every connection; without one Node connects as it likes */
export function makeAgents(guard: NetworkGuard | undefined): Agents {
  const http = new HttpAgent(options);
  const https = new HttpsAgent(options);
  if (guard) {
    // Node hands a lookup function only names, never addresses: the connection itself has to be ours.
    Object.assign(http, {
      createConnection: (target: Target, created: Created) => void dial(guard, target, 80, (socket) => socket, created),
    });
    Object.assign(https, {
      createConnection: (target: Target, created: Created) => void dial(guard, target, 443, encrypt(target), created),
    });
  }
  return { http, https };
}

async function dial(
  guard: NetworkGuard,
  target: Target,
  usualPort: number,
  wrap: (socket: Socket) => Socket,
  created: Created,
): Promise<void> {
  try {
    const socket = await guard.dial(target.host ?? target.hostname ?? '', Number(target.port ?? usualPort));
    created(null, wrap(socket));
  } catch (error) {
    created(error as Error);
  }
}

function encrypt(target: Target): (socket: Socket) => Socket {
  const host = target.servername || target.host || '';
  return (socket) => connectTls({ ...target, socket, ...(isIP(host) ? {} : { servername: host }) } as object);
}
