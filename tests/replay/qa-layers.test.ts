import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { qaSnapshot } from '../../src/journeys/qa-snapshot.ts';
import { takeSnapshot } from '../../src/journeys/take-snapshot.ts';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';
import { html, useSites } from '../support/fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const site = useSites();
const context = { signal: new AbortController().signal, onProgress: () => undefined, clock: systemClock };

const layer = `<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk" role="dialog" aria-label="Cookies"
  style="position:fixed;inset:20% 10%;background:#123;color:#fff;z-index:99">We use cookies.
  <button id="onetrust-accept-btn-handler">Accept all</button>
  <button id="onetrust-reject-all-handler" onclick="document.querySelector('#onetrust-consent-sdk').remove()">Reject all</button>
</div></div>`;

test('a cookie layer that the capture refused is refused in the replay too, and the page passes', async () => {
  const folder = await temporaryFolder();
  const text = '<p>The bells of the foundry were cast for the harbour, one for every ship that came home.</p>';
  const blog = await site({ '/': html(`<h1>Bells</h1>${text.repeat(8)}${layer}`) });
  const out = join(folder, 'out.wacz');
  const plan = { ...crawlDefaults, politeness: { robots: 'obey' as const, delayMs: 0 } };
  await takeSnapshot({ url: blog.url('/'), out, force: false, headed: false, plan }, context);
  await blog.close();
  const input = { fileOrId: out, workers: 1, limits: { minPicture: 0.95, minText: 0.98 }, reportLanguages: [] };
  const { report } = await qaSnapshot(input, { cwd: folder, workspaceDir: undefined }, context);
  expect(report.pages).toMatchObject([{ verdict: 'good', picture: expect.closeTo(1, 1) }]);
}, 600_000);

test('what the capture opened is opened in the replay too, and what failed then is no missing part', async () => {
  const folder = await temporaryFolder();
  const slide = `<section class="carousel" style="width:400px;height:200px"><p id="words">The first of all bells</p>
    <button type="button" aria-label="Next slide" onclick="words.textContent = ['The second bell, of bronze', 'The first of all bells'][at ^= 1]; ">→</button></section><script>var at = 1;</script>`;
  const folds = ['Who rings?', 'What for?', 'Since when?'].map(
    (question, n) =>
      `<details><summary>${question}</summary><p>The answer of number ${n} is longer than the question.</p></details>`,
  );
  const head = '<link rel="icon" href="/gone.png"><link rel="stylesheet" href="/gone.css">';
  const blog = await site({ '/': html(`<h1>Bells</h1>${folds.join('')}${slide}`, head) });
  const out = join(folder, 'out.wacz');
  const plan = { ...crawlDefaults, politeness: { robots: 'obey' as const, delayMs: 0 } };
  await takeSnapshot({ url: blog.url('/'), out, force: false, headed: false, plan }, context);
  await blog.close();
  const input = { fileOrId: out, workers: 1, limits: { minPicture: 0.95, minText: 0.98 }, reportLanguages: [] };
  const { report } = await qaSnapshot(input, { cwd: folder, workspaceDir: undefined }, context);
  expect(report.pages).toMatchObject([{ verdict: 'good', text: 1, resources: { missing: [] } }]);
}, 600_000);
