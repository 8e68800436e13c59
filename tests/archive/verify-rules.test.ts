import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyRules } from '../../src/archive/verify-rules.ts';
import { verifyWacz } from '../../src/archive/verify-wacz.ts';
import { newFolder } from './folder.ts';
import { indexCases } from './verify-cases-index.ts';
import { waczCases } from './verify-cases-wacz.ts';
import { warcCases } from './verify-cases-warc.ts';
import { zipCases } from './verify-cases-zip.ts';
import { record } from './verify-changes.ts';
import { build, draft, httpBlock, sha256Hex } from './verify-make.ts';

const cases = [...zipCases, ...waczCases, ...warcCases, ...indexCases].map(([rule, title, change, place = {}]) => {
  return { rule, title, change, place };
});

test.each(cases)('$rule: $title', async ({ rule, change, place }) => {
  const made = draft();
  change(made);
  const path = join(await newFolder(), 'case.wacz');
  await writeFile(path, build(made));
  const { ok, problems } = await verifyWacz(path);
  expect(ok).toBe(false);
  expect(problems).toContainEqual(expect.objectContaining({ rule, ...place }));
});

test('every rule has a case', () => {
  expect(new Set(cases.map(({ rule }) => rule))).toEqual(new Set(verifyRules));
});

test('docs/verify-rules.md explains every rule and no other', async () => {
  const text = await readFile(new URL('../../docs/verify-rules.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| `([a-z]+\.[a-z0-9-]+)` \| (.+?) \| (.+?) \|$/gm)];
  expect(rows.map(([, rule]) => rule).sort()).toEqual([...verifyRules].sort());
  expect(rows.every(([, , means = '', todo = '']) => means.length > 20 && todo.length > 3)).toBe(true);
});

test('a record is named by its id and the byte where it begins', async () => {
  const made = draft();
  record(4, { headers: { 'WARC-Payload-Digest': `sha256:${sha256Hex('x')}`, 'WARC-Block-Digest': null } })(made);
  let at: number | undefined;
  made.warc = (bytes, members) => {
    at = members[4];
    return bytes;
  };
  const path = join(await newFolder(), 'case.wacz');
  await writeFile(path, build(made));
  expect((await verifyWacz(path)).problems).toEqual([
    {
      rule: 'warc.payload-digest',
      file: 'archive/data.warc.gz',
      offset: at,
      record: '<urn:uuid:00000000-0000-4000-8000-000000000004>',
      message: `The payload hashes to ${sha256Hex('We are closing')}, the record says ${sha256Hex('x')}.`,
    },
  ]);
});

test('damage in one record does not hide the others', async () => {
  const made = draft();
  made.warc = (bytes, [, second = 0]) => Buffer.from(bytes).fill(0xff, second + 12, second + 40);
  made.records.push({
    type: 'response',
    uri: 'https://example.org/last',
    block: httpBlock('x'),
    headers: { 'WARC-Block-Digest': `sha256:${sha256Hex('y')}` },
  });
  const path = join(await newFolder(), 'case.wacz');
  await writeFile(path, build(made));
  const { problems, counts } = await verifyWacz(path);
  expect(problems.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['gzip.data', 'warc.block-digest']));
  expect(counts.warcRecords).toBe(5);
});
