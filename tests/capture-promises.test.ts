import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

interface Shown {
  readonly file: string;
  readonly title: string;
}

/** The tests that docs/capture.md names, promise by promise. */
async function shown(): Promise<readonly Shown[]> {
  const page = await readFile('docs/capture.md', 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (Promise|---) /.test(line));
  return rows.flatMap((row) => {
    const tests = row.split(' | ')[1]?.replace(/ \|$/, '') ?? '';
    return [...tests.matchAll(/`([^`]+)` (.*?)(?=; `[a-z-]+\/|$)/g)].map(([, file = '', title = '']) => ({
      file,
      title,
    }));
  });
}

it('every promise of docs/capture.md names a test that there is', async () => {
  const named = await shown();
  expect(named.length).toBeGreaterThan(50);
  const missing: Shown[] = [];
  for (const { file, title } of named) {
    const path = `tests/${file}.test.ts`;
    const text = existsSync(path) ? await readFile(path, 'utf8') : '';
    if (!text.replaceAll("\\'", "'").includes(title)) missing.push({ file, title });
  }
  expect(missing).toEqual([]);
});
