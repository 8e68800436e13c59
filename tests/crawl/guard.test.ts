import { createSocket } from 'node:dgram';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { connectTo } from '../../src/crawl/guard/network-guard.ts';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { bytes, html, png, redirect, useSites } from '../support/fixtures.ts';
import type { Handler } from '../support/test-site.ts';

const site = useSites();
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** An address that everybody could reach; the test's own connect leads it to loopback. */
const outside = '93.184.216.34';

/** A resolver and a network: `example` hosts are public and stand on this machine, everything else is what it is. */
function network(answers: Readonly<Record<string, (time: number) => readonly string[]>> = {}) {
  const connected: string[] = [];
  const times = new Map<string, number>();
  return {
    connected,
    dialing: {
      lookup: async (host: string) => {
        const time = (times.get(host) ?? 0) + 1;
        times.set(host, time);
        const answer = answers[host]?.(time);
        if (answer) return answer;
        if (host.endsWith('.example')) return [outside];
        throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
      },
      connect: (address: string, port: number) => {
        connected.push(address);
        return connectTo(address === outside ? '127.0.0.1' : address, port);
      },
    },
  };
}

/** Counts whoever knocks at a port of loopback, over TCP and UDP. */
async function listenInside() {
  const knocks: string[] = [];
  const tcp = createServer((socket) => {
    knocks.push('tcp');
    socket.destroy();
  });
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4', () => knocks.push('udp'));
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve));
  closing.push(async () => {
    await new Promise<void>((resolve) => udp.close(resolve));
    await new Promise<void>((resolve) => tcp.close(() => resolve()));
  });
  return { port, knocks };
}

test('nothing inside is reached by any road: parts, frames, popups, workers, sockets, calls, redirects, files, lists', async () => {
  const inside = await site({ '/page': html('inside'), '/secret.png': bytes(png(3, 3), 'image/png') });
  const { port, knocks } = await listenInside();
  const at = (host: string, path: string) => `http://${host}:${inside.port}${path}`;
  const parts = [
    at('127.0.0.1', '/part.png'),
    at('2130706433', '/decimal.png'),
    at('0x7f.1', '/hex.png'),
    at('0177.0.0.1', '/octal.png'),
    at('[::ffff:127.0.0.1]', '/mapped.png'),
    at('[::1]', '/loopback6.png'),
    at('private.example', '/private.png'),
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/latest/meta-data/',
    'http://metadata.google.internal/computeMetadata/v1/',
  ];
  const script = `
    fetch(${JSON.stringify(at('127.0.0.1', '/fetched.json'))}).catch(() => 0);
    new WebSocket(${JSON.stringify(at('127.0.0.1', '/socket').replace('http', 'ws'))});
    open(${JSON.stringify(at('127.0.0.1', '/popup'))});
    new Worker('/worker.js');
    const call = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${port}' },
      { urls: 'turn:127.0.0.1:${port}?transport=tcp', username: 'u', credential: 'c' }] });
    call.createDataChannel('x');
    call.createOffer().then((offer) => call.setLocalDescription(offer));
    try { new WebTransport('https://127.0.0.1:${port}/x').closed.catch(() => 0); } catch {}
    fetch('/until-all-is-tried');`;
  let files = 0;
  const brand = await site({
    '/robots.txt': bytes(`User-agent: *\nSitemap: ${at('127.0.0.1', '/sitemap.xml')}\n`, 'text/plain'),
    '/': html(
      `<h1>Open</h1><img src="/logo.png">${parts.map((src) => `<img src="${src}">`).join('')}
      <iframe src="${at('localhost', '/frame')}"></iframe><img src="/hop.png">
      <a href="/file.pdf">file</a><a href="/leads-inside">in</a><a href="${at('127.0.0.1', '/page')}">page</a><script>${script}</script>`,
    ),
    '/logo.png': bytes(png(4, 4), 'image/png'),
    '/hop.png': redirect(at('127.0.0.1', '/hopped.png')),
    // The browser sees a file; the download beside it is sent elsewhere.
    '/file.pdf': (request, response, url) => {
      files += 1;
      const route = files === 1 ? bytes('%PDF-1.4', 'application/pdf') : redirect(at('127.0.0.1', '/hopped.pdf'));
      return (route as Handler)(request, response, url);
    },
    '/leads-inside': redirect(at('127.0.0.1', '/hopped')),
    // A window and a worker take their time on a busy machine, and a page that is at rest does not wait for them.
    '/until-all-is-tried': (_request, response) => {
      setTimeout(() => response.writeHead(200, { 'content-type': 'text/plain' }).end('all'), 8_000);
    },
    '/worker.js': bytes(`fetch(${JSON.stringify(at('127.0.0.1', '/worker.json'))}).catch(() => 0)`, 'text/javascript'),
  });
  const start = `http://brand.example:${brand.port}/`;
  const net = network({ 'private.example': () => ['10.20.30.40'] });
  const result = await crawlSite([start], {
    dialing: net.dialing,
    plan: { publicOnly: true, scope: { ...crawlDefaults.scope, include: [/\/page$/] } },
  });
  expect(inside.requests).toEqual([]);
  expect(knocks).toEqual([]);
  expect(new Set(net.connected)).toEqual(new Set([outside]));

  expect(result.pages.map((page) => page.url)).toEqual([start]);
  expect(result.exchange(`${start}logo.png`).status).toBe(200);
  const usual = (address: string) => new URL(address).href;
  const refused = result.report.gaps.filter((gap) => gap.reason === 'not-public').map((gap) => gap.url);
  const roads = [
    ...parts,
    at('localhost', '/frame'),
    at('127.0.0.1', '/fetched.json'),
    at('127.0.0.1', '/popup'),
    at('127.0.0.1', '/worker.json'),
    at('127.0.0.1', '/hopped.png'),
    at('127.0.0.1', '/sitemap.xml'),
    at('127.0.0.1', '/page'),
    at('127.0.0.1', '/socket').replace('http', 'ws'),
    at('127.0.0.1', '/hopped.pdf'),
    `${start}leads-inside`,
  ].map(usual);
  expect(roads.filter((road) => !refused.includes(road))).toEqual([]);
  expect(result.report.gaps.filter((gap) => gap.reason !== 'not-public')).toEqual([]);
});

test('what counts is the address that is connected to: a name that moves inside between two looks is refused', async () => {
  const brand = await site({
    '/': html(
      `<script>const first = new Image(); first.src = 'http://moving.example:' + location.port + '/one.png';
      first.onload = () => { const next = new Image(); next.src = first.src.replace('one', 'two'); document.body.append(next); };
      document.body.append(first);</script>`,
    ),
    '/one.png': bytes(png(2, 2), 'image/png', { connection: 'close' }),
    '/two.png': bytes(png(2, 2), 'image/png', { connection: 'close' }),
  });
  const net = network({ 'moving.example': (time) => [time === 1 ? outside : '127.0.0.1'] });
  const moving = (path: string) => `http://moving.example:${brand.port}${path}`;
  const { report, exchange } = await crawlSite([`http://brand.example:${brand.port}/`], {
    dialing: net.dialing,
    plan: { publicOnly: true, sitemaps: false },
  });
  expect(exchange(moving('/one.png')).status).toBe(200);
  expect(brand.requests).toContain('GET /one.png');
  expect(brand.requests).not.toContain('GET /two.png');
  expect(report.gaps).toMatchObject([{ reason: 'not-public', url: moving('/two.png') }]);
});

test('an address inside as the first one gives no page and says why', async () => {
  const inside = await site({ '/': html('inside') });
  const { report, pages } = await crawlSite([inside.url('/'), `http://gone.example.invalid/`], {
    dialing: network().dialing,
    plan: { publicOnly: true },
  });
  expect(pages).toEqual([]);
  expect(inside.requests).toEqual([]);
  expect(report.gaps.map(({ reason, message }) => [reason, message]).sort()).toEqual([
    ['no-such-host', 'http://gone.example.invalid/: there is no such host.'],
    ['not-public', `${inside.url('/')}: it is not at a public address.`],
  ]);
});
