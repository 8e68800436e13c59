import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net';
import { pipeline } from 'node:stream';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseProxy } from '../../src/crawl/proxy/proxy-address.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { bytes, html, png, redirect, useSites } from '../support/fixtures.ts';

const site = useSites();
const login = { user: 'anna', password: 'p@ss:wörd' };
const inAddress = `${login.user}:${encodeURIComponent(login.password)}@`;

interface CountingProxy {
  readonly port: number;
  /** Method and target of everything that was let through. */
  readonly passed: readonly string[];
  readonly refused: readonly string[];
}

/** A real HTTP proxy that wants a login and knows where `blog.example` is: nobody else can reach it. */
async function startProxy(origins: Readonly<Record<string, number>>, password?: string): Promise<CountingProxy> {
  const [passed, refused]: [string[], string[]] = [[], []];
  const wanted = password && `Basic ${Buffer.from(`${login.user}:${password}`).toString('base64')}`;
  const mayPass = (asked: string, header: string | undefined) => {
    const may = wanted === undefined || header === wanted;
    (may ? passed : refused).push(asked);
    return may;
  };
  const server: Server = createServer(async (request, response) => {
    if (!mayPass(`${request.method} ${request.url}`, request.headers['proxy-authorization'])) {
      response.writeHead(407, { 'Proxy-Authenticate': 'Basic realm="proxy"' }).end();
      return;
    }
    const url = new URL(request.url ?? '');
    const { 'proxy-authorization': _login, ...headers } = request.headers;
    const { request: ask } = await import('node:http');
    const asking = ask({
      host: '127.0.0.1',
      port: origins[url.hostname] ?? Number(url.port),
      method: request.method,
      path: url.pathname + url.search,
      headers,
    });
    asking.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    asking.on('error', () => response.writeHead(502).end());
    request.pipe(asking);
  });
  server.on('connect', (request, socket, head) => {
    if (!mayPass(`CONNECT ${request.url}`, request.headers['proxy-authorization'])) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="proxy"\r\n\r\n');
      return;
    }
    const [name = '', port] = (request.url ?? '').split(':');
    const upstream = connect(origins[name] ?? Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      pipeline(socket, upstream, () => undefined);
      pipeline(upstream, socket, () => undefined);
    });
    upstream.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, passed, refused };
}

/** A real SOCKS 5 proxy with user and password, as RFC 1928 and 1929 have it. */
async function startSocks(origins: Readonly<Record<string, number>>): Promise<CountingProxy> {
  const [passed, refused]: [string[], string[]] = [[], []];
  const open = new Set<Socket>();
  const server = createTcpServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    const steps: ((data: Buffer) => void)[] = [
      () => socket.write(Buffer.from([5, 2])),
      (data) => {
        const userBytes = data[1] ?? 0;
        const user = data.toString('utf8', 2, 2 + userBytes);
        const password = data.toString('utf8', 3 + userBytes);
        const may = user === login.user && password === login.password;
        if (!may) refused.push(user);
        socket.write(Buffer.from([1, may ? 0 : 1]));
      },
      (data) => {
        const name = data.toString('utf8', 5, 5 + (data[4] ?? 0));
        const port = data.readUInt16BE(5 + (data[4] ?? 0));
        passed.push(`${name}:${port}`);
        const upstream = connect(origins[name] ?? port, '127.0.0.1', () => {
          socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          pipeline(socket, upstream, () => undefined);
          pipeline(upstream, socket, () => undefined);
        });
        upstream.on('error', () => socket.destroy());
      },
    ];
    const next = (data: Buffer) => {
      steps.shift()?.(data);
      if (steps.length > 0) socket.once('data', next);
    };
    socket.once('data', next);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, passed, refused };
}

const film = Buffer.alloc(3_000_000, 'film');

/** A page with a picture, a film that is downloaded beside the browser, a redirect and a socket. */
function blogSite() {
  return site({
    '/': html('<h1>Blog</h1><img src="/a.png"><video src="/film.mp4"></video><a href="/old">2</a>'),
    '/a.png': bytes(png(4, 4, 1), 'image/png'),
    '/film.mp4': bytes(film, 'video/mp4'),
    '/old': redirect('/new'),
    '/new': html('<h1>New</h1>'),
    '/robots.txt': bytes('User-agent: *\nDisallow: /no', 'text/plain'),
  });
}

describe('a proxy', () => {
  test('carries the browser and the downloads, logs in, and its login is nowhere in what is kept', async () => {
    const blog = await blogSite();
    const proxy = await startProxy({ 'blog.example': blog.port }, login.password);
    const browser = { proxy: `http://${inAddress}127.0.0.1:${proxy.port}` };
    const { report, exchange, exchanges, pages } = await crawlSite(['http://blog.example/'], { plan: { browser } });
    expect(report.gaps).toEqual([]);
    expect(pages.map(({ url }) => url).sort()).toEqual(['http://blog.example/', 'http://blog.example/new']);
    expect(exchange('http://blog.example/film.mp4').bytes.equals(film)).toBe(true);
    expect(exchange('http://blog.example/a.png').bytes.equals(png(4, 4, 1))).toBe(true);
    const reached = ['/', '/robots.txt', '/film.mp4', '/a.png', '/new'].map((path) => `GET http://blog.example${path}`);
    expect(proxy.passed).toEqual(expect.arrayContaining(reached));
    expect(proxy.refused).toEqual([]);
    expect(report.browser).toMatchObject({ proxy: true });
    const kept = JSON.stringify([report, pages, exchanges.map(({ bytes: _, ...rest }) => rest)]);
    for (const secret of [login.password, encodeURIComponent(login.password), 'proxy-authorization', `${proxy.port}`]) {
      expect(kept.toLowerCase()).not.toContain(secret.toLowerCase());
    }
  });

  test('of the SOCKS kind does the same, and resolves the names', async () => {
    const blog = await blogSite();
    const proxy = await startSocks({ 'blog.example': blog.port });
    const browser = { proxy: `socks5://${inAddress}127.0.0.1:${proxy.port}` };
    const { report, exchange } = await crawlSite(['http://blog.example/'], { plan: { browser } });
    expect(report.gaps).toEqual([]);
    expect(exchange('http://blog.example/film.mp4').bytes.equals(film)).toBe(true);
    const errands = /google(apis)?\.com:/;
    expect(new Set(proxy.passed.filter((asked) => !errands.test(asked)))).toEqual(new Set(['blog.example:80']));
    expect(proxy.refused).toEqual([]);
  });

  test('without a login is given to the browser as it is, and sees what is on this machine too', async () => {
    const blog = await site({ '/': html('<h1>Here</h1><a href="/gone">x</a>') });
    const proxy = await startProxy({});
    const { report } = await crawlSite([blog.url('/')], { plan: { browser: { proxy: `127.0.0.1:${proxy.port}` } } });
    expect(report.gaps).toEqual([]);
    expect(proxy.passed).toEqual(expect.arrayContaining([`GET ${blog.url('/')}`, `GET ${blog.url('/robots.txt')}`]));
    expect(blog.requests.length).toBe(proxy.passed.filter((asked) => asked.includes(`:${blog.port}/`)).length);
  });

  test('that refuses the login lets nothing past it', async () => {
    const blog = await blogSite();
    const proxy = await startProxy({ 'blog.example': blog.port }, 'another');
    const browser = { proxy: `http://${inAddress}127.0.0.1:${proxy.port}` };
    const { report, pages } = await crawlSite(['http://blog.example/'], { plan: { browser } });
    expect(pages).toEqual([]);
    expect(report.gaps.length).toBeGreaterThan(0);
    expect(blog.requests).toEqual([]);
    expect(JSON.stringify(report)).not.toContain(login.password);
  });

  test.each(['ftp://host', 'http://', 'http://host/path', 'socks4://host:1'])('cannot be %s', (text) => {
    expect(() => parseProxy(text)).toThrow(expect.objectContaining({ code: 'usage.bad-proxy' }));
  });

  test('whose address is wrong is not repeated, for it may hold a password', () => {
    const error = (() => {
      try {
        parseProxy('http://anna:planted@host/x');
      } catch (caught) {
        return caught as Error;
      }
      return undefined;
    })();
    expect(`${error?.message}`).not.toContain('planted');
  });
});
