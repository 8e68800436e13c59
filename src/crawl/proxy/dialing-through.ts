import type { Socket } from 'node:net';
import type { Dialing } from '../guard/network-guard.ts';
import { connectThrough } from './connect-through.ts';
import { parseProxy } from './proxy-address.ts';

/**
 * How a guard connects where a proxy stands between: the proxy is asked for the address that was judged, never for a name.
 * @throws KnownError `usage.bad-proxy`
 */
export function dialingThrough(proxyText: string | undefined): Partial<Dialing> {
  if (proxyText === undefined) return {};
  const proxy = parseProxy(proxyText);
  return { connect: async (address, port) => (await connectThrough(proxy, address, port)) as Socket };
}
