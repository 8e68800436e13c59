import type { IncomingMessage } from 'node:http';
import { answerTo, requestThrough } from './proxied-request.ts';
import { parseProxy } from './proxy-address.ts';

/** Asks for an address with GET and gives the answer once its headers are there. Follows nothing. */
export type DirectFetch = (
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Promise<IncomingMessage>;

/**
 * Asks by way of a proxy, which Node's own requests have no way to.
 * @throws KnownError `usage.bad-proxy`
 */
export function fetchThrough(proxyText: string): DirectFetch {
  const proxy = parseProxy(proxyText);
  return async (text, headers, signal) => {
    const asking = await requestThrough(proxy, new URL(text), { method: 'GET', headers: { ...headers }, signal });
    return answerTo(asking);
  };
}
