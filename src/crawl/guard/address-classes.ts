import { BlockList, isIP } from 'node:net';

/** @see IANA IPv4 Special-Purpose Address Registry, read 2026-11-23; RFC 5771 (multicast), RFC 1112 (class E) */
const closedIpv4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Public by its number, but it is the host of a machine in Azure that answers, with the machine's keys.
  ['168.63.129.16', 32],
];

/** Inside 2000::/3, which is all that is given out: tunnels that hide an IPv4 address, and what no network carries. */
const closedIpv6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const ipv4 = listOf(closedIpv4, 'ipv4');
const ipv6 = listOf(closedIpv6, 'ipv6');
const givenOut = listOf([['2000::', 3]], 'ipv6');
/** IPv4 in IPv6 clothes whose IPv4 address is where the packet ends up: mapped addresses, and NAT64 of RFC 6052. */
const ipv4Inside = listOf(
  [
    ['::ffff:0:0', 96],
    ['64:ff9b::', 96],
  ],
  'ipv6',
);

function listOf(networks: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family);
  return list;
}

/**
 * True for an address that anybody on the internet could reach. Everything with a purpose of its own is not public:
 * loopback, private and link-local networks, carrier NAT, multicast, documentation, tunnels, cloud metadata.
 * @param address IPv4 or IPv6 in any notation that `isIP` knows, without brackets; false for anything else
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !ipv4.check(address, 'ipv4');
  if (family !== 6 || address.includes('%')) return false;
  if (ipv4Inside.check(address, 'ipv6')) return isPublicAddress(lastFourBytes(address));
  return givenOut.check(address, 'ipv6') && !ipv6.check(address, 'ipv6');
}

/** `64:ff9b::a00:1` → `10.0.0.1` */
function lastFourBytes(address: string): string {
  // The URL parser writes every IPv6 address in one way, with the last 32 bits as two groups.
  const groups = new URL(`http://[${address}]/`).hostname.slice(1, -1).split(':');
  const [high, low] = groups.slice(-2).map((group) => Number.parseInt(group || '0', 16));
  return [high ?? 0, low ?? 0].flatMap((group) => [group >> 8, group & 0xff]).join('.');
}

const closedNames = /(^|\.)(localhost|local|internal|home\.arpa|metadata|instance-data)$/;

/**
 * The host as it is connected to: odd notations of an address (`0x7f.1`, `2130706433`) in the usual one, without
 * brackets, without a closing dot.
 * @returns undefined for something that is no host
 */
export function plainHost(host: string): string | undefined {
  const bracketed = isIP(host) === 6 ? `[${host}]` : host;
  if (!URL.canParse(`http://${bracketed}/`)) return undefined;
  const { hostname } = new URL(`http://${bracketed}/`);
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** Names that mean a place inside, whatever they resolve to. @param host from `plainHost` */
export function isInsideName(host: string): boolean {
  return closedNames.test(host.toLowerCase());
}
