import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { verifyWacz } from '../../src/archive/verify-wacz.ts';
import { readWaczPages } from '../../src/archive/wacz-read.ts';
import { unzip } from '../archive/unzip.ts';
import { bytes, html, png, useSites } from '../support/fixtures.ts';
import { finished, runCli, spawnCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();
const pages = 40;

/** Every page links to the next few and to a picture of its own, all have one stylesheet, and one leads to a large file. */
function manyPages(): Record<string, Route> {
  const routes: Record<string, Route> = {
    '/style.css': bytes('body { color: #123 }', 'text/css', { 'cache-control': 'max-age=600' }),
    '/film.mp4': bytes(Buffer.alloc(3_000_000, 7), 'video/mp4'),
  };
  for (let n = 0; n < pages; n += 1) {
    const links = [1, 2, 3].map((step) => `<a href="/${n + step < pages ? n + step : 0}">on</a>`).join(' ');
    const picture = `<img src="/${n}.png" width="100" height="100"><img srcset="/large-${n}.png 4000w" width="9">`;
    const film = n === 20 ? '<video src="/film.mp4" preload="none"></video>' : '';
    const head = '<link rel="stylesheet" href="/style.css">';
    routes[n === 0 ? '/' : `/${n}`] = html(`<h1>Page ${n}</h1>${links}${picture}${film}`, head);
    routes[`/${n}.png`] = bytes(png(100, 100, n), 'image/png');
    routes[`/large-${n}.png`] = bytes(png(120, 120, n), 'image/png');
  }
  // A link back to the beginning is not another page.
  routes['/0'] = html('<h1>Page 0 again</h1>');
  return routes;
}

/** Numbers that look random and are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function pagesOf(file: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const page of readWaczPages(file)) found.push(new URL(page.url).pathname);
  return found.sort();
}

/** The index as text; a small one is not compressed. */
async function indexOf(file: string): Promise<string> {
  const entries = unzip(await readFile(file));
  return entries.find(({ name }) => name === 'indexes/index.cdx')?.data.toString('latin1') ?? '';
}

/** Twenty and more with `npm run chaos`. */
const KILLS = Number(process.env.CHAOS ?? 8);

test('after kills at any instant every page is there once, none is lost, and the archive is valid', {
  timeout: 2_000_000,
}, async () => {
  const folder = await temporaryFolder();
  const blog = await site(manyPages());
  const out = join(folder, 'blog.wacz');
  const args = ['snapshot', 'take', blog.url('/'), '--out', out, '--json', '--workers', '3'];
  const seed = Date.now() % 1_000_000;
  const random = randomFrom(seed);
  let kills = 0;
  for (; kills < KILLS; kills += 1) {
    const before = blog.requests.length;
    const child = spawnCli(args, { cwd: folder });
    const gone = finished(child);
    // From the first request on, so that a busy machine does not spend every life on starting the browser.
    while (blog.requests.length === before && child.exitCode === null) await sleep(20);
    await Promise.race([sleep(random() * 900), gone]);
    if (child.exitCode === 0) break;
    if (child.exitCode !== null) throw new Error(`It ended by itself (seed ${seed}): ${(await gone).stderr}`);
    child.kill('SIGKILL');
    await gone;
  }
  expect(kills, `kills with the seed ${seed}`).toBeGreaterThanOrEqual(5);
  const last = await runCli(args, { cwd: folder });
  const wanted = ['/', '/0', ...Array.from({ length: pages - 1 }, (_, index) => `/${index + 1}`)].sort();
  expect(await pagesOf(out), `seed ${seed}: ${last.stderr}`).toEqual(wanted);
  const { ok, problems } = await verifyWacz(out);
  expect(problems).toEqual([]);
  expect(ok).toBe(true);
  // What the pages name beside themselves is there too, also when the kill came before it was fetched.
  const text = await indexOf(out);
  for (let n = 0; n < pages; n += 1) expect(text).toContain(`"url":"${blog.url(`/large-${n}.png`)}"`);
  expect(text.match(/film\.mp4"/g)?.length).toBe(1);
  expect((await readdir(folder)).sort()).toEqual(['blog.wacz']);
});

test.runIf(process.platform === 'linux')(
  'a disk that is full in the middle ends it with a word, and with room again the same command goes on',
  async () => {
    const folder = await temporaryFolder();
    const routes: Record<string, Route> = {};
    for (let n = 0; n < 8; n += 1) {
      routes[n === 0 ? '/' : `/${n}`] = html(`<a href="/${Math.min(n + 1, 7)}">on</a><img src="/${n}.bin" width="9">`);
      routes[`/${n}.bin`] = bytes(randomBytes(150_000), 'image/png');
    }
    const blog = await site(routes);
    const out = join(folder, 'blog.wacz');
    const args = ['snapshot', 'take', blog.url('/'), '--out', out, '--json', '--workers', '1'];
    const child = spawnCli(args, { cwd: folder });
    const end = finished(child);
    // Once the browser runs, so that only our own files meet the wall.
    while (blog.requests.length === 0) await sleep(20);
    execFileSync('prlimit', [`--pid=${child.pid}`, '--fsize=600000:']);
    const { code, stderr } = await end;
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: 'snapshot.disk-full', hint: expect.stringContaining('same command again') },
    });
    const asked = blog.requests.length;
    expect(await runCli(args, { cwd: folder })).toMatchObject({ code: 0 });
    expect(blog.requests.slice(asked)).not.toContain('GET /');
    expect(await pagesOf(out)).toEqual(['/', '/1', '/2', '/3', '/4', '/5', '/6', '/7']);
    expect((await verifyWacz(out)).problems).toEqual([]);
    expect(await readdir(folder)).toEqual(['blog.wacz']);
  },
  120_000,
);
