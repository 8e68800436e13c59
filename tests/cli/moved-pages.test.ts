import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unzip } from '../archive/unzip.ts';
import { html, useSites } from '../support/fixtures.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const site = useSites();

it('an address that led on by a script is named by take and show, and written into the snapshot', async () => {
  const cwd = await temporaryFolder();
  const blog = await site({
    '/': html('<a href="/new">new</a> <a href="/old">old</a>'),
    '/new': html('<p>New.</p>'),
    '/old': html('<script>location.replace("/new")</script>'),
  });
  const told = [
    '1 page led on to another address by a script or a refresh (kept there if it belongs, no gap):',
    `  ${blog.url('/old')} → ${blog.url('/new')}`,
  ].join('\n');
  const taken = await runCli(['snapshot', 'take', blog.url('/'), '--out', 'blog.wacz'], { cwd });
  expect(taken.code).toBe(0);
  expect(taken.stdout).toContain(`\n\n${told}\n\nNext:`);
  const shown = await runCli(['snapshot', 'show', 'blog.wacz'], { cwd });
  expect(shown.stdout).toContain(`\n\n${told}\n\nNext:`);
  const moved = [{ from: blog.url('/old'), to: blog.url('/new') }];
  const asJson = await runCli(['snapshot', 'show', 'blog.wacz', '--json'], { cwd });
  expect(JSON.parse(asJson.stdout)).toMatchObject({ moved_by_script: moved });
  const report = unzip(await readFile(join(cwd, 'blog.wacz'))).find(({ name }) => name === 'reports/crawl.json');
  expect(JSON.parse(report?.data.toString() ?? '')).toMatchObject({ movedByScript: moved });
});
