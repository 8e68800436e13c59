import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { qaSnapshot } from '../../src/journeys/qa-snapshot.ts';
import { takeSnapshot } from '../../src/journeys/take-snapshot.ts';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';
import { bytes, html, png, useSites } from '../support/fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const site = useSites();
const context = { signal: new AbortController().signal, onProgress: () => undefined, clock: systemClock };

test('what the browser had in its cache is found by the replay of every page that shows it', async () => {
  const folder = await temporaryFolder();
  const cached = { 'cache-control': 'max-age=3600' };
  const head = '<link rel="stylesheet" href="/style.css">';
  const page = (name: string, link: string) =>
    html(`<h1>The bells of ${name}</h1><a href="${link}">on</a><img src="/bell.png" width="900" height="500">`, head);
  const blog = await site({
    '/': page('the harbour', '/town'),
    '/town': page('the town', '/'),
    '/bell.png': bytes(png(90, 50, 3), 'image/png', cached),
    '/style.css': bytes('body { background: #345; color: #fff; padding: 80px }', 'text/css', cached),
  });
  const out = join(folder, 'out.wacz');
  const plan = { ...crawlDefaults, workers: 1, politeness: { robots: 'obey' as const, delayMs: 0 } };
  await takeSnapshot({ url: blog.url('/'), out, force: false, headed: false, plan }, context);
  // The second page had both from the cache: the site was asked once.
  const asked = blog.requests.filter((line) => /bell|style/.test(line));
  expect(asked.sort()).toEqual(['GET /bell.png', 'GET /style.css']);
  await blog.close();
  const input = { fileOrId: out, workers: 1, limits: { minPicture: 0.95, minText: 0.98 }, reportLanguages: [] };
  const { report } = await qaSnapshot(input, { cwd: folder, workspaceDir: undefined }, context);
  const whole = { verdict: 'good', picture: expect.closeTo(1, 1), resources: { missing: [] } };
  expect(report.pages).toMatchObject([whole, whole]);
}, 600_000);
