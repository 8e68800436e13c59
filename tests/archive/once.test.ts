import { expect, test } from 'vitest';
import type { Exchange } from '../../src/model/http.ts';
import { after, exchangeOf, pageOf } from '../support/make-snapshot.ts';
import { type Sealed, sealed } from './sealed.ts';
import { recordAt, textOf } from './unzip.ts';

const SITE = 'https://example.org';
const LONG = 'The same words again. '.repeat(40);

function seen({ index }: Sealed): readonly (readonly [string | undefined, string, string | undefined])[] {
  return index.map(({ ts, json }) => [json.url, ts.slice(-5), json.mime] as const);
}

function get(path: string, content: string, at: number, parts: Partial<Exchange> = {}): Exchange {
  return exchangeOf(`${SITE}${path}`, { content, fetchedAt: after(at), ...parts });
}

test('the same answer to the same request is written once', async () => {
  const snapshot = await sealed([get('/a', LONG, 0), get('/a', LONG, 10), get('/a', LONG, 20)]);
  expect(seen(snapshot)).toEqual([[`${SITE}/a`, '00250', 'text/html']]);
});

test('an answer that comes back after another is written again, as a revisit', async () => {
  const snapshot = await sealed([get('/a', LONG, 0), get('/a', `${LONG}!`, 10), get('/a', LONG, 20)]);
  expect(seen(snapshot)).toEqual([
    [`${SITE}/a`, '00250', 'text/html'],
    [`${SITE}/a`, '00260', 'text/html'],
    [`${SITE}/a`, '00270', 'warc/revisit'],
  ]);
});

test('the same body under another address is a revisit that names its original', async () => {
  const snapshot = await sealed([
    get('/a', LONG, 0),
    get('/b', LONG, 10, { responseHeaders: [['Content-Type', 'text/plain']] }),
  ]);
  const [original, revisit] = await Promise.all(snapshot.index.map((line) => recordAt(snapshot.files, line)));
  expect(revisit?.record.warcType).toBe('revisit');
  expect(revisit?.record.warcHeader('WARC-Profile')).toBe(
    'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest',
  );
  expect(revisit?.record.warcHeader('WARC-Refers-To')).toBe(original?.record.warcHeader('WARC-Record-ID'));
  expect(revisit?.record.warcRefersToTargetURI).toBe(`${SITE}/a`);
  expect(revisit?.record.warcRefersToDate).toBe(original?.record.warcDate);
  expect(revisit?.record.warcPayloadDigest).toBe(original?.record.warcPayloadDigest);
  expect(revisit?.payload.length).toBe(0);
  expect(revisit?.record.httpHeaders?.toString()).toBe(
    `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: ${LONG.length}\r\n`,
  );
});

test('a revisit of a revisit names the record that has the body', async () => {
  const snapshot = await sealed([get('/a', LONG, 0), get('/b', LONG, 10), get('/c', LONG, 20)]);
  const records = await Promise.all(snapshot.index.map((line) => recordAt(snapshot.files, line)));
  expect(records.map(({ record }) => record.warcRefersToTargetURI ?? 'none')).toEqual([
    'none',
    `${SITE}/a`,
    `${SITE}/a`,
  ]);
});

test('short, posted, failed and moved answers are never revisits', async () => {
  const snapshot = await sealed([
    get('/a', 'short', 0),
    get('/b', 'short', 0),
    get('/c', LONG, 0, { method: 'POST' }),
    get('/d', LONG, 0, { status: 404 }),
    get('/e', LONG, 0, { status: 302, responseHeaders: [['Location', '/a']] }),
    get('/f', LONG, 0, { method: 'POST' }),
  ]);
  expect(snapshot.index.filter(({ json }) => json.mime === 'warc/revisit')).toEqual([]);
  expect(snapshot.index).toHaveLength(6);
});

test('two answers of one millisecond are kept apart, since replay keys by address and time', async () => {
  const snapshot = await sealed([
    get('/a', '', 0, { status: 302, responseHeaders: [['Location', '/a']] }),
    get('/a', 'now with a cookie', 0),
  ]);
  expect(seen(snapshot).map(([, ts]) => ts)).toEqual(['00250', '00251']);
});

test('addresses that differ only where the sort key does not are still different', async () => {
  const snapshot = await sealed([get('/A', 'one', 0), get('/a', 'two', 0), get('/A', 'one', 1)]);
  expect(snapshot.index.map(({ key, json }) => [key, json.url]).sort()).toEqual([
    ['org,example)/a', `${SITE}/A`],
    ['org,example)/a', `${SITE}/a`],
  ]);
});

test.each([
  ['its own record', [get('/', LONG, 0)], 0, '250'],
  ['the record that was there already', [get('/', LONG, 0), get('/', LONG, 700)], 700, '250'],
  ['its own record also when fetched again later', [get('/', LONG, 0), get('/', 'new', 500)], 0, '250'],
  [
    'its own record also when an older answer came in after it',
    [get('/', LONG, 600), get('/', 'old', 500)],
    600,
    '850',
  ],
  [
    'its redirect, from where replay goes on',
    [get('/', '', 0, { status: 301, responseHeaders: [['Location', '/home']] }), get('/home', LONG, 30)],
    30,
    '250',
  ],
  ['its redirect to itself', [get('/', '', 0, { status: 302 }), get('/', LONG, 0)], 0, '251'],
] as const)('a page has the time of %s', async (_what, exchanges, at, milliseconds) => {
  const { files, index } = await sealed(exchanges, [pageOf(`${SITE}/`, { at: after(at) })]);
  const page = JSON.parse(textOf(files, 'pages/pages.jsonl').split('\n')[1] ?? '') as { readonly ts: string };
  expect(page.ts).toBe(`2026-11-23T09:30:00.${milliseconds}Z`);
  const ts = page.ts.replace(/\D/g, '');
  expect(index.filter((line) => line.json.url === `${SITE}/` && line.ts === ts)).toHaveLength(1);
  expect(index.filter((line) => line.json.url?.startsWith('urn:')).every((line) => line.ts === ts)).toBe(true);
  const list = JSON.parse(textOf(files, 'datapackage.json')) as { readonly mainPageDate: string };
  expect(list.mainPageDate).toMatch(/^2026-11-23T09:30:00\.\d{3}Z$/);
});
