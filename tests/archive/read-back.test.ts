import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/base/digest.ts';
import type { Exchange } from '../../src/model/http.ts';
import { after, blogExchanges, blogPages, bodyOf, exchangeOf, PIXEL, pageOf } from '../support/make-snapshot.ts';
import { sealed, sealedBy } from './sealed.ts';
import { allRecords, recordAt, textOf } from './unzip.ts';

const SITE = 'https://example.org';

test('every record says its digests and lengths right, as warcio reads it', async () => {
  const { files } = await sealed(blogExchanges(), blogPages());
  const records = await allRecords(files.get('archive/data-00001.warc.gz') ?? new Uint8Array());
  expect(records.map(({ record }) => record.warcType)).toEqual([
    'warcinfo',
    ...blogExchanges().flatMap((_, index) => [index === 3 ? 'revisit' : 'response', 'request']),
    ...Array(8).fill('resource'),
  ]);
  for (const { record, payload } of records) {
    if (record.warcType !== 'revisit' && record.warcType !== 'warcinfo') {
      expect(record.warcPayloadDigest).toBe(sha256(payload));
    }
    expect(record.warcDate).toMatch(/^2026-11-23T09:30:0\d\.\d{3}Z$/);
  }
  const ids = records.map(({ record }) => record.warcHeader('WARC-Record-ID'));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^<urn:uuid:[0-9a-f-]{36}>$/.test(id ?? ''))).toBe(true);
});

test('every index line leads to its record', async () => {
  const snapshot = await sealed(blogExchanges(), blogPages());
  expect(snapshot.index).toHaveLength(8 + 8);
  for (const line of snapshot.index) {
    const { record, raw } = await recordAt(snapshot.files, line);
    expect(record.warcTargetURI).toBe(line.json.url);
    expect(record.warcDate?.replace(/\D/g, '')).toBe(line.ts);
    expect(record.warcPayloadDigest).toBe(line.json.digest);
    const block = raw.subarray(raw.indexOf('\r\n\r\n') + 4, -4);
    expect(record.warcBlockDigest).toBe(sha256(block));
    expect(record.warcContentLength).toBe(block.length);
    expect(raw.subarray(-4).toString()).toBe('\r\n\r\n');
  }
});

test('the request lies after its response and names it', async () => {
  const { files } = await sealed([
    exchangeOf(`${SITE}/form`, {
      method: 'POST',
      requestHeaders: [
        ['Content-Type', 'application/x-www-form-urlencoded'],
        [':authority', 'example.org'],
        ['Content-Length', '999'],
      ],
      requestBody: Buffer.from('name=Ada'),
      content: 'thanks',
    }),
  ]);
  const [, response, request] = await allRecords(files.get('archive/data-00001.warc.gz') ?? new Uint8Array());
  expect(request?.record.warcConcurrentTo).toEqual([response?.record.warcHeader('WARC-Record-ID')]);
  expect(request?.record.httpHeaders?.toString()).toBe(
    'POST /form HTTP/1.1\r\nHost: example.org\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 8\r\n',
  );
  expect(request?.payload.toString()).toBe('name=Ada');
});

test('two bodies sent to one address are two entries, under the keys warcio and wabac make', async () => {
  const post = (body: string, at: number): Exchange =>
    exchangeOf(`${SITE}/search`, {
      method: 'POST',
      requestHeaders: [['Content-Type', 'application/json']],
      requestBody: Buffer.from(body),
      content: `results for ${body}`,
      fetchedAt: after(at),
    });
  const { index } = await sealed([
    post('{"q":"last post"}', 0),
    post('{"q":"first post"}', 1),
    post('{"q":"last post"}', 2),
  ]);
  expect(index.map(({ key, json }) => [key, json.method, json.requestBody])).toEqual([
    ['org,example)/search?__wb_method=post&q=first+post', 'POST', 'q=first+post'],
    ['org,example)/search?__wb_method=post&q=last+post', 'POST', 'q=last+post'],
  ]);
});

test('redirects, errors and empty answers are recorded as such', async () => {
  const { files, index } = await sealed([
    exchangeOf(`${SITE}/a`, { status: 302, statusText: '', responseHeaders: [['Location', '/b']] }),
    exchangeOf(`${SITE}/a`, { status: 302, responseHeaders: [['Location', '/c']], fetchedAt: after(1) }),
    exchangeOf(`${SITE}/b`, { status: 503, statusText: 'Service Unavailable', content: 'later' }),
    exchangeOf(`${SITE}/c`, { status: 204, statusText: 'No Content', responseHeaders: [] }),
  ]);
  expect(index.map(({ json }) => [json.url, json.status, json.mime])).toEqual([
    [`${SITE}/a`, '302', 'application/octet-stream'],
    [`${SITE}/a`, '302', 'application/octet-stream'],
    [`${SITE}/b`, '503', 'text/html'],
    [`${SITE}/c`, '204', 'application/octet-stream'],
  ]);
  const [first] = await Promise.all(index.map((line) => recordAt(files, line)));
  expect(first?.record.httpHeaders?.toString()).toBe('HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n');
});

test('a part of a film is in the index only while the whole is not in the archive', async () => {
  const part = (url: string): Exchange =>
    exchangeOf(url, {
      status: 206,
      statusText: 'Partial Content',
      responseHeaders: [
        ['Content-Type', 'video/mp4'],
        ['Content-Range', 'bytes 4-7/12'],
      ],
      content: 'part',
    });
  const whole = { responseHeaders: [['Content-Type', 'video/mp4']], content: 'a whole film' } as const;
  const { index, files } = await sealed([
    part(`${SITE}/a.mp4`),
    part(`${SITE}/b.mp4`),
    exchangeOf(`${SITE}/b.mp4`, { ...whole, fetchedAt: after(1) }),
    exchangeOf(`${SITE}/c.css`, { content: 'body {}' }),
    exchangeOf(`${SITE}/c.css`, { status: 304, statusText: 'Not Modified', fetchedAt: after(1) }),
  ]);
  expect(index.map(({ json }) => [json.url, json.status, json.range])).toEqual([
    [`${SITE}/a.mp4`, '206', 'bytes 4-7/12'],
    [`${SITE}/b.mp4`, '200', undefined],
    [`${SITE}/c.css`, '200', undefined],
  ]);
  const records = await allRecords(files.get('archive/data-00001.warc.gz') ?? new Uint8Array());
  expect(records.filter(({ record }) => record.warcType === 'response')).toHaveLength(5);
});

test('a range that is all of it counts as the whole', async () => {
  const { index } = await sealed([
    exchangeOf(`${SITE}/a.mp4`, {
      status: 206,
      responseHeaders: [
        ['Content-Type', 'video/mp4'],
        ['Content-Range', 'bytes 0-11/12'],
      ],
      content: 'a whole film',
    }),
  ]);
  expect(index[0]?.json.range).toBeUndefined();
});

test('begins a new WARC file, with its own warcinfo, when one is full', async () => {
  const { files, index } = await sealed(blogExchanges(), [], { maxWarcBytes: 1500 });
  const names = [...files.keys()].filter((name) => name.startsWith('archive/'));
  expect(names).toEqual([
    'archive/data-00001.warc.gz',
    'archive/data-00002.warc.gz',
    'archive/data-00003.warc.gz',
    'archive/data-00004.warc.gz',
  ]);
  for (const name of names) {
    const [first] = await allRecords(files.get(name) ?? new Uint8Array());
    expect(first?.record.warcType).toBe('warcinfo');
    expect(first?.record.warcHeader('WARC-Filename')).toBe(name.slice('archive/'.length));
    expect(first?.payload.toString()).toContain('robots: obey\r\n');
  }
  for (const line of index) {
    expect((await recordAt(files, line)).record.warcTargetURI).toBe(line.json.url);
  }
});

test('a body of 20 MB goes through in pieces and comes back the same', async () => {
  const piece = Buffer.alloc(1 << 20, 'nothing is kept in memory ');
  const hash = createHash('sha256');
  for (let index = 0; index < 20; index += 1) hash.update(piece);
  let atOnce = 0;
  let most = 0;
  const body: Exchange['body'] = {
    lengthBytes: 20 * piece.length,
    sha256: `sha256:${hash.digest('hex')}`,
    async *stream() {
      for (let index = 0; index < 20; index += 1) {
        atOnce += 1;
        most = Math.max(most, atOnce);
        yield piece;
        atOnce -= 1;
      }
    },
    async dispose() {},
  };
  const { files, index } = await sealed([exchangeOf(`${SITE}/big`, { body })]);
  expect(most).toBe(1);
  const [line] = index;
  if (line === undefined) throw new Error('no index line');
  const { payload } = await recordAt(files, line);
  expect(payload.length).toBe(20 * piece.length);
  expect(sha256(payload)).toBe(body.sha256);
});

test('refuses a body that is not what it was said to be, and leaves the archive as it was', async () => {
  const broken = { ...bodyOf('short'), lengthBytes: 500 };
  const { index, files } = await sealedBy(async (writer) => {
    await writer.addExchange(exchangeOf(`${SITE}/a`, { content: 'a' }));
    await expect(writer.addExchange(exchangeOf(`${SITE}/b`, { body: broken }))).rejects.toMatchObject({
      code: 'snapshot.body-changed',
    });
    await writer.addExchange(exchangeOf(`${SITE}/c`, { content: 'c' }));
  });
  expect(index.map(({ json }) => json.url)).toEqual([`${SITE}/a`, `${SITE}/c`]);
  expect(await allRecords(files.get('archive/data-00001.warc.gz') ?? new Uint8Array())).toHaveLength(5);
});

test('keeps pictures, text and the list of resources of a page', async () => {
  const url = `${SITE}/`;
  const resources = [
    { url, method: 'GET', status: 200, mime: 'text/html', type: 'document', fromCache: false },
    { url: `${SITE}/x`, method: 'GET', status: 200, mime: 'text/css', type: 'stylesheet', fromCache: true },
    { url: `${SITE}/x`, method: 'POST', status: 201, mime: 'text/plain', type: 'fetch', fromCache: false },
    { url: `${SITE}/y`, method: 'GET', status: 0, mime: '', type: 'image', fromCache: false },
  ];
  const page = pageOf(url, { view: PIXEL, fullPage: PIXEL, thumbnail: PIXEL, text: 'Grüße 👋', resources });
  const { files, index } = await sealed([exchangeOf(url, { content: 'hi' })], [page]);
  const found = new Map(index.map((line) => [line.json.url, line]));
  for (const kind of ['view', 'fullPage', 'thumbnail']) {
    const { record, payload } = await recordAt(files, found.get(`urn:${kind}:${url}`) ?? fail(kind));
    expect(record.warcContentType).toBe('image/png');
    expect(payload.equals(PIXEL.bytes)).toBe(true);
  }
  const text = await recordAt(files, found.get(`urn:text:${url}`) ?? fail('text'));
  expect(text.record.warcContentType).toBe('text/plain; charset=utf-8');
  expect(text.payload.toString('utf8')).toBe('Grüße 👋');
  const info = await recordAt(files, found.get(`urn:pageinfo:${url}`) ?? fail('pageinfo'));
  expect(JSON.parse(info.payload.toString('utf8'))).toEqual({
    pageid: page.id,
    url,
    ts: '2026-11-23T09:30:00.250Z',
    urls: {
      [url]: { status: 200, mime: 'text/html', type: 'document' },
      [`${SITE}/x`]: { status: 200, mime: 'text/css', type: 'stylesheet', fromBrowserCache: true },
      [`${SITE}/y`]: { status: 0, mime: '', type: 'image' },
    },
    counts: { resources: 4, fromCache: 1, failed: 1 },
  });
  expect(textOf(files, 'pages/pages.jsonl').split('\n')[0]).toBe(
    '{"format":"json-pages-1.0","id":"pages","title":"All Pages","hasText":true}',
  );
});

function fail(what: string): never {
  throw new Error(`${what} is not in the index`);
}
