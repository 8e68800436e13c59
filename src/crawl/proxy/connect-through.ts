import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ProxyAddress, proxyLogin } from './proxy-address.ts';
import { socksHandshake } from './socks-handshake.ts';

const connectMs = 30_000;

/** The proxy is there and will not do it. The words are for gaps: `explainNetError` knows them. */
export class ProxyRefused extends Error {}

/**
 * Opens a connection to `host:port` by way of the proxy. Names are resolved there, not here.
 * @throws ProxyRefused, and the system's error when the proxy cannot be reached
 */
export async function connectThrough(
  proxy: ProxyAddress,
  host: string,
  port: number,
  signal?: AbortSignal,
): Promise<Duplex> {
  const limit = AbortSignal.timeout(connectMs);
  const both = signal === undefined ? limit : AbortSignal.any([signal, limit]);
  return proxy.kind === 'socks5' ? throughSocks(proxy, host, port, both) : throughHttp(proxy, host, port, both);
}

function throughHttp(proxy: ProxyAddress, host: string, port: number, signal: AbortSignal): Promise<Duplex> {
  const target = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return new Promise((resolve, reject) => {
    const asking = (proxy.kind === 'https' ? httpsRequest : httpRequest)({
      host: proxy.host,
      port: proxy.port,
      method: 'CONNECT',
      path: target,
      headers: { Host: target, ...proxyLogin(proxy) },
      agent: false,
      signal,
    });
    asking.once('error', reject);
    asking.once('connect', (response, socket, head) => {
      if (response.statusCode !== 200) {
        socket.destroy();
        reject(new ProxyRefused(`PROXY answered ${response.statusCode} for ${target}`));
        return;
      }
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    asking.end();
  });
}

async function throughSocks(proxy: ProxyAddress, host: string, port: number, signal: AbortSignal): Promise<Duplex> {
  const socket = connect({ host: proxy.host, port: proxy.port });
  const giveUp = () => socket.destroy(new Error('Timeout: the proxy did not answer'));
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', () => resolve());
      socket.once('error', reject);
    });
    const refusal = await socksHandshake(socket, proxy, host, port);
    if (refusal !== undefined) throw new ProxyRefused(`PROXY ${refusal} for ${host}:${port}`);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
