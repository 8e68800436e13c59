import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { blogExchanges, blogPages } from '../support/make-snapshot.ts';
import { sealed } from './sealed.ts';

const GOLDEN = join(import.meta.dirname, '..', 'golden');

// UPDATE_GOLDEN=1 writes what is compared below; read the difference before committing it.
async function golden(name: string, bytes: Buffer): Promise<Buffer> {
  if (process.env.UPDATE_GOLDEN === '1') {
    await mkdir(GOLDEN, { recursive: true });
    await writeFile(join(GOLDEN, name), bytes);
  }
  return readFile(join(GOLDEN, name));
}

test('writes the same records, byte for byte, for the same exchanges, ids and dates', async () => {
  const { files } = await sealed(blogExchanges(), blogPages());
  const records = gunzipSync(files.get('archive/data-00001.warc.gz') ?? Buffer.alloc(0));
  expect(records.equals(await golden('blog.warc', records))).toBe(true);
});

test('writes the same index and pages, byte for byte', async () => {
  const { files } = await sealed(blogExchanges(), blogPages());
  // Where a record lies depends on how zlib packs it; everything else is ours.
  const index = (files.get('indexes/index.cdx') ?? Buffer.alloc(0))
    .toString('latin1')
    .replace(/"(offset|length)":"\d+"/g, '"$1":"0"');
  const pages = files.get('pages/pages.jsonl') ?? Buffer.alloc(0);
  expect(index).toBe((await golden('blog.cdxj', Buffer.from(index, 'latin1'))).toString('latin1'));
  expect(pages.equals(await golden('blog-pages.jsonl', pages))).toBe(true);
});
