import { createHash } from 'node:crypto';
import { open, readFile, rename, stat, truncate, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findReplayComponent } from '../../src/replay/find-replay-component.ts';
import { type ReplayServer, startReplayServer } from '../../src/replay/replay-server.ts';
import type { SnapshotOverview } from '../../src/replay/snapshot-overview.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CONTENT = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));

const OVERVIEW: SnapshotOverview = {
  title: 'A blog',
  sourceUrl: 'https://blog.example.org/',
  mainPage: { url: 'https://blog.example.org/', timestamp: '20261123093000', title: 'Start' },
  pages: [{ url: 'https://blog.example.org/', timestamp: '20261123093000', title: 'Start' }],
  pageCount: 1,
  takenAt: '2026-11-23T09:30:00.000Z',
  gaps: [],
  software: 'Lastpost 0.1.0',
};

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Served extends ReplayServer {
  readonly file: string;
  readonly waczPath: string;
  ask(path: string, headers?: Readonly<Record<string, string>>, method?: string): Promise<Answer>;
}

/** Serves `CONTENT`, or the file that is given, under the name of a WACZ: no byte of it is looked at by the server. */
async function served(given?: string): Promise<Served> {
  const file = given ?? join(await temporaryFolder(), 'blog.wacz');
  if (given === undefined) await writeFile(file, CONTENT);
  const componentDir = findReplayComponent() ?? '';
  const server = await startReplayServer({ file, port: 0, componentDir, overview: OVERVIEW });
  onTestFinished(() => server.close());
  const ask: Served['ask'] = (path, headers = {}, method = 'GET') => asked(new URL(path, server.url), headers, method);
  const page = (await ask('/')).body.toString();
  return { ...server, file, ask, waczPath: /source="([^"]+)"/.exec(page)?.[1] ?? '' };
}

function asked(url: URL, headers: Readonly<Record<string, string>>, method: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.once('error', reject).end();
  });
}

describe('ranges of the WACZ', () => {
  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=0-', 0, 999],
    ['bytes=10-19', 10, 19],
    ['bytes=990-5000', 990, 999],
    ['bytes=-1', 999, 999],
    ['bytes=-22', 978, 999],
    ['bytes=-5000', 0, 999],
    ['Bytes = 5-6 ', 5, 6],
  ])('%s is bytes %i to %i', async (range, first, last) => {
    const { ask, waczPath } = await served();
    const { status, headers, body } = await ask(waczPath, { range });
    expect({ status, range: headers['content-range'], length: headers['content-length'] }).toEqual({
      status: 206,
      range: `bytes ${first}-${last}/1000`,
      length: String(last - first + 1),
    });
    expect(body.equals(CONTENT.subarray(first, last + 1))).toBe(true);
  });

  it.each([['bytes=1000-'], ['bytes=1000-1001'], ['bytes=-0']])('%s cannot be satisfied', async (range) => {
    const { ask, waczPath } = await served();
    const { status, headers, body } = await ask(waczPath, { range });
    expect({ status, range: headers['content-range'], body: body.length }).toEqual({
      status: 416,
      range: 'bytes */1000',
      body: 0,
    });
  });

  it.each([['bytes=5-2'], ['bytes=0-1,5-6'], ['lines=1-2'], ['bytes=-'], ['bytes=a-b'], ['nonsense']])(
    '%s is no range we know, so everything is sent',
    async (range) => {
      const { ask, waczPath } = await served();
      const { status, body } = await ask(waczPath, { range });
      expect(status).toBe(200);
      expect(body.equals(CONTENT)).toBe(true);
    },
  );

  it('holds If-Range against the file as it is', async () => {
    const { ask, waczPath } = await served();
    const { etag = '', 'last-modified': lastModified = '' } = (await ask(waczPath)).headers;
    const status = async (ifRange: string) => (await ask(waczPath, { range: 'bytes=0-9', 'if-range': ifRange })).status;
    expect(etag).toMatch(/^"[^"]+"$/);
    expect(await status(etag)).toBe(206);
    expect(await status(lastModified)).toBe(206);
    expect(await status(`W/${etag}`)).toBe(200);
    expect(await status('"another"')).toBe(200);
    expect(await status('Mon, 23 Nov 2020 09:30:00 GMT')).toBe(200);
  });
});

describe('the WACZ', () => {
  it('is sent as one, whole, with what a browser needs to ask for parts', async () => {
    const { ask, waczPath } = await served();
    const { status, headers, body } = await ask(waczPath);
    expect(status).toBe(200);
    expect(body.equals(CONTENT)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'application/wacz+zip',
      'content-length': '1000',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('answers HEAD as GET without the body, and without ranges', async () => {
    const { ask, waczPath } = await served();
    const { status, headers, body } = await ask(waczPath, { range: 'bytes=0-9' }, 'HEAD');
    expect({ status, length: headers['content-length'], body: body.length }).toEqual({
      status: 200,
      length: '1000',
      body: 0,
    });
  });

  it('is not sent again to who has it', async () => {
    const { ask, waczPath } = await served();
    const etag = (await ask(waczPath)).headers.etag ?? '';
    const again = await ask(waczPath, { 'if-none-match': `"other", W/${etag}` });
    expect({ status: again.status, body: again.body.length }).toEqual({ status: 304, body: 0 });
  });

  it('stays the one that was opened when another is renamed over it, and has another address next time', async () => {
    const first = await served();
    await writeFile(`${first.file}.new`, Buffer.alloc(2000, 'x'));
    await rename(`${first.file}.new`, first.file);
    expect((await first.ask(first.waczPath)).body.equals(CONTENT)).toBe(true);
    const second = await served(first.file);
    expect(second.waczPath).not.toBe(first.waczPath);
    expect((await second.ask(second.waczPath)).body).toHaveLength(2000);
  });

  it('breaks off when the file is cut while it is served, and the server goes on', async () => {
    const { ask, waczPath, file } = await served();
    await truncate(file, 500);
    await expect(ask(waczPath)).rejects.toThrow(/aborted|hang up/);
    expect((await ask(waczPath, { range: 'bytes=0-9' })).status).toBe(206);
  });

  it('is read in pieces: far ends of 6 GB are there at once, and a reader who waits costs no memory', async () => {
    const file = join(await temporaryFolder(), 'large.wacz');
    const sizeBytes = 6 * 2 ** 30;
    const handle = await open(file, 'w');
    await handle.truncate(sizeBytes);
    await handle.write('the end', sizeBytes - 7);
    await handle.close();
    expect((await stat(file)).size).toBe(sizeBytes);
    const { ask, waczPath, url } = await served(file);
    expect((await ask(waczPath, { range: 'bytes=-7' })).body.toString()).toBe('the end');
    expect((await ask(waczPath, { range: `bytes=${sizeBytes - 3}-` })).headers['content-range']).toBe(
      `bytes ${sizeBytes - 3}-${sizeBytes - 1}/${sizeBytes}`,
    );
    const before = process.memoryUsage().rss;
    const socket = createConnection(Number(new URL(url).port), '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    socket.pause();
    socket.write(`GET ${waczPath} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(process.memoryUsage().rss - before).toBeLessThan(50e6);
  });
});

describe('the server', () => {
  it('hands out the component byte for byte', async () => {
    const { ask } = await served();
    for (const name of ['ui.js', 'sw.js']) {
      const own = await readFile(join(findReplayComponent() ?? '', name));
      const { body, headers } = await ask(`/replay/${name}?serveIndex=1`);
      expect(createHash('sha256').update(body).digest('hex')).toBe(createHash('sha256').update(own).digest('hex'));
      expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    }
  });

  it('names no other server in what it wrote itself', async () => {
    const { ask } = await served();
    for (const path of ['/', '/page.css', '/page.js', '/replay/']) {
      const text = (await ask(path)).body.toString().replaceAll('https://blog.example.org/', '');
      expect(text).not.toMatch(/https?:\/\/[a-z]/);
    }
    expect((await ask('/')).headers['content-security-policy']).toMatch(/default-src 'none';.*frame-ancestors 'none'/);
  });

  it.each([
    ['/replay/index.js'],
    ['/replay/../package.json'],
    ['/../../etc/passwd'],
    ['/snapshot/'],
    ['/snapshot/blog.wacz'],
    ['//'],
    ['/constructor'],
  ])('knows no %s', async (path) => {
    const { url } = await served();
    // `new URL` would tidy the path up before it is sent.
    const port = Number(new URL(url).port);
    const status = await new Promise((resolve, reject) => {
      httpRequest({ host: '127.0.0.1', port, path, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .once('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });

  it.each([['localhost'], ['localhost:9000'], ['127.0.0.1'], ['127.0.0.1:8790'], ['[::1]:8790'], ['LOCALHOST']])(
    'answers to %s',
    async (host) => {
      const { ask, waczPath } = await served();
      expect((await ask(waczPath, { host })).status).toBe(200);
    },
  );

  it.each([
    ['evil.example'],
    ['evil.example:8790'],
    ['127.0.0.1.evil.example'],
    ['localhost.evil.example'],
    ['127.0.0.2'],
  ])('does not answer to %s, whose page may only have had its name point here', async (host) => {
    const { ask, waczPath } = await served();
    const { status, body } = await ask(waczPath, { host });
    expect({ status, text: body.toString() }).toEqual({
      status: 421,
      text: 'This server answers to 127.0.0.1 only.\n',
    });
  });

  it.each([['POST'], ['PUT'], ['DELETE'], ['OPTIONS']])('does nothing on %s', async (method) => {
    const { ask, waczPath } = await served();
    const { status, headers } = await ask(waczPath, {}, method);
    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: 'GET, HEAD' });
  });

  it.each([
    ['de-DE,de;q=0.9,en;q=0.8', 'de'],
    ['fr, de;q=0.5, en;q=0.4', 'de'],
    ['en-US,en;q=0.9,de;q=0.8', 'en'],
    ['de;q=0, fr', 'en'],
    ['*', 'en'],
    ['', 'en'],
  ])('answers "%s" in %s', async (language, expected) => {
    const { ask } = await served();
    const { body, headers } = await ask('/', { 'accept-language': language });
    expect(body.toString()).toContain(`<html lang="${expected}">`);
    expect(headers.vary).toBe('Accept-Language');
  });

  it('says which port is taken', async () => {
    const first = await served();
    const port = Number(new URL(first.url).port);
    const options = { file: first.file, port, componentDir: findReplayComponent() ?? '', overview: OVERVIEW };
    await expect(startReplayServer(options)).rejects.toMatchObject({
      code: 'replay.port-taken',
      message: `Port ${port} is taken by another program.`,
    });
  });

  it('can be closed twice, and ends what it is sending', async () => {
    const server = await served();
    const socket = createConnection(Number(new URL(server.url).port), '127.0.0.1');
    const ended = new Promise((resolve) => socket.once('close', resolve));
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    await Promise.all([server.close(), server.close()]);
    await ended;
    await expect(server.ask('/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
