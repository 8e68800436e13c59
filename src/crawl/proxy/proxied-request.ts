import { type ClientRequest, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect as tlsConnect } from 'node:tls';
import { connectThrough, ProxyRefused } from './connect-through.ts';
import { type ProxyAddress, proxyLogin } from './proxy-address.ts';

/**
 * Starts a request to `url` by way of the proxy. Plain http goes to an HTTP proxy with the whole address, as many proxies
 * allow CONNECT to port 443 only; everything else goes through a tunnel.
 */
export async function requestThrough(
  proxy: ProxyAddress,
  url: URL,
  options: Pick<RequestOptions, 'method' | 'headers' | 'signal'>,
): Promise<ClientRequest> {
  if (url.protocol === 'http:' && proxy.kind !== 'socks5') {
    return (proxy.kind === 'https' ? httpsRequest : httpRequest)({
      ...options,
      host: proxy.host,
      port: proxy.port,
      path: url.href,
      headers: { Host: url.host, ...options.headers, ...proxyLogin(proxy) },
      agent: false,
    });
  }
  const socket = await tunnelTo(proxy, url, options.signal);
  return httpRequest({
    ...options,
    path: `${url.pathname}${url.search}`,
    headers: { Host: url.host, Connection: 'close', ...options.headers },
    createConnection: () => socket,
  });
}

async function tunnelTo(proxy: ProxyAddress, url: URL, signal: AbortSignal | undefined): Promise<Duplex> {
  const isTls = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port || (isTls ? 443 : 80));
  const socket = await connectThrough(proxy, host, port, signal);
  if (!isTls) return socket;
  return new Promise((resolve, reject) => {
    const secured = tlsConnect({ socket, ...(/^[\d.]+$|:/.test(host) ? { host } : { servername: host }) });
    secured.once('secureConnect', () => resolve(secured));
    secured.once('error', reject);
  });
}

/** Sends a request without a body and waits for the head of its answer. @throws ProxyRefused when it was the proxy's */
export async function answerTo(asking: ClientRequest): Promise<IncomingMessage> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    asking.once('response', resolve);
    asking.once('error', reject);
    asking.end();
  });
  if (answer.statusCode !== 407) return answer;
  answer.resume();
  throw new ProxyRefused('PROXY wants a login, or another one (407)');
}
