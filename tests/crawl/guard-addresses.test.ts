import { expect, test } from 'vitest';
import { isInsideName, isPublicAddress, plainHost } from '../../src/crawl/guard/address-classes.ts';
import { NetworkGuard } from '../../src/crawl/guard/network-guard.ts';

const closed = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.9',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:a00:1',
  '::ffff:0:10.0.0.1',
  '64:ff9b::10.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::808:808',
  '100::1',
  '2001::1',
  '2001:0:53aa:64c:0:0:0:0',
  '2001:db8::1',
  '2002:7f00:1::',
  '2002:808:808::1',
  '3fff::1',
  '4000::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  'not an address',
  '',
];

const open = ['1.1.1.1', '8.8.8.8', '93.184.216.34', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1'];
const openIpv6 = ['2606:4700:4700::1111', '2a00:1450:4001:82f::200e', '64:ff9b::8.8.8.8', '::ffff:8.8.8.8'];

test('tells public addresses from those with a purpose of their own, in every notation', () => {
  expect(closed.filter(isPublicAddress)).toEqual([]);
  expect([...open, ...openIpv6].filter((address) => !isPublicAddress(address))).toEqual([]);
});

test('brings odd notations of a host into the usual one', () => {
  const odd = ['2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1', '127.1', '127.0.0.1.', '①②⑦.0.0.1'];
  expect(odd.map(plainHost)).toEqual(odd.map(() => '127.0.0.1'));
  expect(plainHost('::FFFF:7f00:1')).toBe('::ffff:7f00:1');
  expect(plainHost('[::1]')).toBe('::1');
  expect(plainHost('Example.ORG.')).toBe('example.org');
  expect(plainHost('a b')).toBeUndefined();
});

test('knows names that lead inside, whatever they resolve to', () => {
  const inside = [
    'localhost',
    'app.localhost',
    'metadata.google.internal',
    'metadata',
    'printer.local',
    'nas.home.arpa',
  ];
  expect(inside.filter((name) => !isInsideName(name))).toEqual([]);
  expect(['example.org', 'internal.example.org', 'notlocalhost'].filter(isInsideName)).toEqual([]);
});

test('connects to the public addresses of a host alone, and to the next when one does not answer', async () => {
  const tried: string[] = [];
  const guard = new NetworkGuard({
    lookup: async () => ['10.0.0.1', '93.184.216.34', '::1', '2606:4700:4700::1111'],
    connect: (address) => {
      tried.push(address);
      return Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
    },
  });
  await expect(guard.dial('both.example', 443)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(tried).toEqual(['93.184.216.34', '2606:4700:4700::1111']);
  expect(guard.whyNot('https://both.example/page')).toBe('ECONNREFUSED');
  expect(guard.whyNot('http://both.example/page')).toBeUndefined();
});
