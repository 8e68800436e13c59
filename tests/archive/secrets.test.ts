import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Exchange } from '../../src/model/http.ts';
import { exchangeOf, pageOf } from '../support/make-snapshot.ts';
import { newFolder } from './folder.ts';
import { newWriter, targetOf } from './sealed.ts';
import { unzip } from './unzip.ts';

const SECRET = 'planted-S3CRET-7f3a';

const NAMES = [
  'Authorization',
  'PROXY-AUTHORIZATION',
  'cookie',
  'Set-Cookie',
  'set-cookie2',
  'X-CSRF-Token',
  'x-xsrf-token',
  'X-Api-Key',
  'x-auth-token',
  'X-Access-Token',
  'x-amz-security-token',
  'DPoP',
];

test('no planted secret is anywhere in the finished file', async () => {
  const folder = await newFolder();
  const writer = await newWriter(folder);
  const headers: Exchange['requestHeaders'] = [
    ['Accept', '*/*'],
    ...NAMES.map((name) => [name, `${SECRET}\nsecond=${SECRET}`] as const),
  ];
  const parts = { requestHeaders: headers, responseHeaders: [...headers, ['X-Kept', 'kept']] as const };
  const long = 'a body long enough for a revisit '.repeat(40);
  await writer.addExchange(exchangeOf('https://example.org/', { ...parts, content: long }));
  await writer.addExchange(exchangeOf('https://example.org/again', { ...parts, content: long }));
  await writer.addExchange(exchangeOf('https://example.org/', { ...parts, method: 'POST', status: 302 }));
  await writer.addPage(pageOf('https://example.org/'));
  const { file } = await writer.seal(targetOf(join(folder, 'out.wacz')));

  const zip = await readFile(file);
  const contents = unzip(zip).map(({ name, data }) => (name.endsWith('.gz') ? gunzipSync(data) : data));
  expect(contents.some((content) => content.includes('X-Kept: kept'))).toBe(true);
  expect(contents.filter((content) => content.includes(SECRET))).toEqual([]);
  expect(zip.includes(SECRET)).toBe(false);
});
