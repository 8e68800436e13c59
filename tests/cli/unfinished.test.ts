import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { html, useSites } from '../support/fixtures.ts';
import { finished, runCli, spawnCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { Route, TestSite } from '../support/test-site.ts';

const site = useSites();
const count = 10;

async function blogWith(folder: string): Promise<TestSite> {
  const routes: Record<string, Route> = {};
  for (let n = 0; n < count; n += 1) {
    const body = html(`<h1>Page ${n}</h1><a href="/${Math.min(n + 1, count - 1)}">on</a>`);
    routes[n === 0 ? '/' : `/${n}`] = (_request, response) => {
      setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end(body), 150);
    };
  }
  const blog = await site(routes);
  await runCli(['init', '.', '--brand', 'Aurora Coffee'], { cwd: folder });
  const settings = `brand:\n  name: Aurora Coffee\n  languages: [en]\nchannels:\n  - id: blog\n    platform: website\n    url: ${blog.url('/')}\n`;
  await writeFile(join(folder, 'lastpost.yaml'), settings);
  return blog;
}

/** Waits until the site has been asked for this many pages. */
async function asked(blog: TestSite, pages: number): Promise<void> {
  while (blog.requests.filter((line) => /^GET \/\d*$/.test(line)).length < pages) await sleep(20);
}

interface ListJson {
  readonly snapshots: readonly { readonly id: string; readonly state: string }[];
  readonly unfinished: readonly {
    readonly id: string;
    readonly channel: string;
    readonly state: string;
    readonly pages: number | null;
    readonly to_go: number | null;
  }[];
}

async function list(cwd: string): Promise<ListJson> {
  return JSON.parse((await runCli(['snapshot', 'list', '--json'], { cwd })).stdout) as ListJson;
}

const take = ['snapshot', 'take', '--channel', 'blog', '--workers', '1'];

test('an unfinished snapshot is listed, gone on with by the same command, and thrown away with --fresh', async () => {
  const folder = await temporaryFolder();
  const blog = await blogWith(folder);
  const nothing = await runCli([...take, '--resume', '--json'], { cwd: folder });
  expect(nothing.code).toBe(2);
  expect(JSON.parse(nothing.stderr)).toMatchObject({ error: { code: 'snapshot.nothing-unfinished' } });

  const first = spawnCli(take, { cwd: folder });
  const firstEnd = finished(first);
  await asked(blog, 5);
  first.kill('SIGKILL');
  await firstEnd;
  const { unfinished } = await list(folder);
  expect(unfinished).toMatchObject([{ channel: 'blog', state: 'unfinished' }]);
  expect(unfinished[0]?.pages).toBeGreaterThanOrEqual(2);
  expect((await runCli(['snapshot', 'list'], { cwd: folder })).stdout).toContain('give its command again to go on');

  const before = blog.requests.length;
  const second = await runCli([...take, '--resume'], { cwd: folder });
  expect(second).toMatchObject({ code: 0 });
  expect(second.stderr).toContain('Going on with the snapshot begun');
  // Pages that were safe are not asked for again.
  expect(blog.requests.slice(before)).not.toContain('GET /1');
  const after = await list(folder);
  expect(after).toMatchObject({
    snapshots: [{ id: unfinished[0]?.id, state: 'complete', pages: count }],
    unfinished: [],
  });

  const third = spawnCli(take, { cwd: folder });
  const thirdEnd = finished(third);
  await asked(blog, count + 8);
  third.kill('SIGKILL');
  await thirdEnd;
  const fresh = await runCli([...take, '--fresh'], { cwd: folder });
  expect(fresh).toMatchObject({ code: 0 });
  expect(fresh.stderr).not.toContain('Going on');
  expect((await list(folder)).unfinished).toEqual([]);
  expect((await readdir(join(folder, '.lastpost'))).filter((name) => name.startsWith('crawl-'))).toEqual([]);
}, 1_200_000);

test('a process that is stopped for a while loses no page, and nobody else takes its snapshot meanwhile', async () => {
  const folder = await temporaryFolder();
  const blog = await blogWith(folder);
  const child = spawnCli([...take, '--page-time', '15s', '--json'], { cwd: folder });
  const end = finished(child);
  await asked(blog, 4);
  child.kill('SIGSTOP');
  const stoppedMs = performance.now();
  const other = await runCli([...take, '--json'], { cwd: folder });
  expect(other.code).toBe(1);
  expect(JSON.parse(other.stderr)).toMatchObject({ error: { code: 'snapshot.channel-busy' } });
  expect((await list(folder)).unfinished).toMatchObject([{ state: 'running', pages: null }]);
  // Longer than any page has: without the time that was lost every open page would be over its budget.
  await sleep(Math.max(0, 18_000 - (performance.now() - stoppedMs)));
  child.kill('SIGCONT');
  const { code, stdout } = await end;
  expect(JSON.parse(stdout)).toMatchObject({ snapshot: { state: 'complete', pages: count, gaps: 0 } });
  expect(code).toBe(0);
}, 1_200_000);
