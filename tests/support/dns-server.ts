import { onTestFinished } from 'vitest';
import { type DnsAnswer, type NameServer, openNameServer } from '../../src/demo-brand/dns/name-server.ts';

export type { DnsAnswer } from '../../src/demo-brand/dns/name-server.ts';

/** A real name server on loopback, gone when the test is over. @param zone by `A www.example.org` */
export async function startDnsServer(zone: Readonly<Record<string, DnsAnswer>>): Promise<NameServer> {
  const server = await openNameServer(zone, '127.0.0.1', 0);
  onTestFinished(() => server.close());
  return server;
}
