import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { cdxjLine, requestKey, timestamp17 } from '../../src/archive/cdxj.ts';
import { writeCdxjIndex } from '../../src/archive/cdxj-index.ts';
import { sha256 } from '../../src/base/digest.ts';
import { exchangeOf, SNAPSHOT_TIME } from '../support/make-snapshot.ts';
import { newFolder } from './folder.ts';
import { sealed } from './sealed.ts';

async function* lines(count: number): AsyncGenerator<string> {
  for (let index = 0; index < count; index += 1)
    yield `org,example)/${1000 + index} 20261123093000250 {"n":${index}}\n`;
}

const PLACE = { filename: 'data-00001.warc.gz', offsetBytes: 369, lengthBytes: 513 };

test('few lines make a plain index', async () => {
  const folder = await newFolder();
  await writeCdxjIndex(folder, lines(5), 5);
  expect(await readdir(folder)).toEqual(['index.cdx']);
  expect((await readFile(join(folder, 'index.cdx'), 'utf8')).split('\n')).toHaveLength(6);
});

test('no lines make an empty index', async () => {
  const folder = await newFolder();
  await writeCdxjIndex(folder, lines(0));
  expect(await readFile(join(folder, 'index.cdx'), 'utf8')).toBe('');
});

test('many lines make blocks that open one by one, and a list of them', async () => {
  const folder = await newFolder();
  await writeCdxjIndex(folder, lines(12), 5);
  expect((await readdir(folder)).sort()).toEqual(['index.cdx.gz', 'index.idx']);
  const data = await readFile(join(folder, 'index.cdx.gz'));
  const [meta, ...blocks] = (await readFile(join(folder, 'index.idx'), 'utf8')).trimEnd().split('\n');
  expect(meta).toBe('!meta 0 {"format":"cdxj-gzip-1.0","filename":"index.cdx.gz"}');
  expect(blocks.map((line) => line.split(' {')[0])).toEqual([
    'org,example)/1000 20261123093000250',
    'org,example)/1005 20261123093000250',
    'org,example)/1010 20261123093000250',
  ]);
  const texts = blocks.map((line) => {
    const place = JSON.parse(line.slice(line.indexOf(' {'))) as Record<string, never>;
    const member = data.subarray(Number(place.offset), Number(place.offset) + Number(place.length));
    expect(sha256(member)).toBe(place.digest);
    expect(place.filename).toBe('index.cdx.gz');
    return gunzipSync(member).toString();
  });
  expect(texts.map((text) => text.split('\n').length - 1)).toEqual([5, 5, 2]);
  expect(texts.join('')).toBe(gunzipSync(data).toString());
});

test('a second attempt replaces what the first left', async () => {
  const folder = await newFolder();
  await writeCdxjIndex(folder, lines(12), 5);
  await writeCdxjIndex(folder, lines(2), 5);
  expect(await readdir(folder)).toEqual(['index.cdx']);
});

test('a snapshot with many records has the compressed index, and it is in the ZIP as it is', async () => {
  const exchanges = Array.from({ length: 40 }, (_, index) =>
    exchangeOf(`https://example.org/${index}`, { content: `${index}` }),
  );
  const { files, index } = await sealed(exchanges, [], { indexBlockLines: 7, indexRunBytes: 1000 });
  expect([...files.keys()].filter((name) => name.startsWith('indexes/'))).toEqual([
    'indexes/index.cdx.gz',
    'indexes/index.idx',
  ]);
  expect(index).toHaveLength(40);
  expect(index.map(({ key }) => key)).toEqual(index.map(({ key }) => key).sort());
});

test('a line is the sort key, 17 digits and JSON on one line, in ASCII', () => {
  const line = cdxjLine({
    url: 'https://www.example.org/B?b=2&a=1',
    date: SNAPSHOT_TIME,
    digest: 'sha256:00',
    mime: 'text/ümlaut\n',
    status: 200,
    placement: PLACE,
  });
  expect(line).toBe(
    'org,example)/b?a=1&b=2 20261123093000250 {"url":"https://www.example.org/B?b=2&a=1","digest":"sha256:00",' +
      '"mime":"text/\\u00fcmlaut\\n","offset":"369","length":"513","status":"200","filename":"data-00001.warc.gz"}\n',
  );
  expect(timestamp17(SNAPSHOT_TIME)).toBe('20261123093000250');
});

test('what was sent cannot break a line', () => {
  const body = Buffer.from('a=ü b\nc d&e=☃');
  const request = requestKey(
    'https://example.org/',
    'POST',
    [['Content-Type', 'application/x-www-form-urlencoded']],
    body,
  );
  const line = cdxjLine({
    url: 'https://example.org/',
    date: SNAPSHOT_TIME,
    digest: 'sha256:00',
    mime: 'text/plain',
    status: 200,
    placement: PLACE,
    ...(request === undefined ? {} : { request }),
  });
  expect(line).toMatch(/^[\x21-\x7e]+ \d{17} \{[\x20-\x7e]+\}\n$/);
  expect(JSON.parse(line.slice(line.indexOf(' {')))).toMatchObject({ method: 'POST', requestBody: 'a=ü b\nc d&e=☃' });
});

test('a large body of unknown type has the key of its beginning', () => {
  const body = Buffer.alloc(1 << 20, 7);
  const short = requestKey('https://example.org/', 'POST', [], body.subarray(0, 5000));
  expect(requestKey('https://example.org/', 'POST', [], body)).toEqual(short);
  expect(short?.requestBody).toHaveLength(4096);
});
