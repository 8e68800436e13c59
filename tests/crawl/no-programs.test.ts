import { chmod, readdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { crawlSite } from '../support/crawl-site.ts';
import { html, useSites } from '../support/fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const site = useSites();
const path = process.env.PATH ?? '';
afterEach(() => {
  process.env.PATH = path;
});

test.runIf(process.platform === 'linux')('a page starts no program of the machine', async () => {
  const folder = await temporaryFolder();
  const program = join(folder, 'xdg-open');
  await writeFile(program, `#!/bin/sh\ntouch '${folder}/was-started'\n`);
  await chmod(program, 0o755);
  process.env.PATH = [folder, path].join(delimiter);
  const blog = await site({
    '/': html(
      `<p>Write to us.</p><script>setTimeout(() => { location.href = 'mailto:a@example.org'; }, 100);</script>`,
    ),
  });
  const { pages } = await crawlSite([blog.url('/')], { plan: { sitemaps: false } });
  expect(pages.map(({ text }) => text)).toEqual(['Write to us.']);
  expect(await readdir(folder)).toEqual(['xdg-open']);
});
