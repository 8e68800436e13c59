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
}, 120_000);
