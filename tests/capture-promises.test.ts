import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

interface Shown {
  readonly promise: string;
  readonly file: string;
  readonly title: string;
}

interface Break {
  readonly promise: string;
  readonly file: string;
  readonly find: string;
  readonly test: string;
  readonly title: string;
}

/** The tests that docs/capture.md names, promise by promise. */
async function shown(): Promise<readonly Shown[]> {
  const page = await readFile('docs/capture.md', 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (Promise|---) /.test(line));
  return rows.flatMap((row) => {
    const [promise = '', tests = ''] = row.slice(2).split(' | ');
    const named = tests.replace(/ \|$/, '').matchAll(/`([^`]+)` (.*?)(?=; `[a-z-]+\/|$)/g);
    return [...named].map(([, file = '', title = '']) => ({ promise, file: `tests/${file}.test.ts`, title }));
  });
}

it('every promise of docs/capture.md names a test that there is', async () => {
  const named = await shown();
  expect(named.length).toBeGreaterThan(50);
  const missing: Shown[] = [];
  for (const each of named) {
    const text = existsSync(each.file) ? await readFile(each.file, 'utf8') : '';
    if (!text.replaceAll("\\'", "'").includes(each.title)) missing.push(each);
  }
  expect(missing).toEqual([]);
});

it('for every test of every promise there is a place that scripts/break-capture.mjs breaks', async () => {
  const named = await shown();
  const { breaks } = JSON.parse(await readFile('scripts/break-capture.json', 'utf8')) as { breaks: readonly Break[] };
  const line = ({ promise, title }: Shown | Break, test: string) => [promise, test, title].join(' | ');
  const toBeBroken = new Set(named.map((each) => line(each, each.file)));
  expect(new Set(breaks.map((each) => line(each, each.test)))).toEqual(toBeBroken);
  // The code has moved on where the place to break is not there any more, or there twice.
  const stale: Break[] = [];
  for (const each of breaks) {
    const parts = (await readFile(each.file, 'utf8')).split(each.find);
    if (parts.length !== 2) stale.push(each);
  }
  expect(stale).toEqual([]);
});
