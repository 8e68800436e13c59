import { copyFile, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ClosedBrowser, openClosedBrowser } from '../../src/crawl/browser/closed-browser.ts';
import { findChromium } from '../../src/crawl/find-chromium.ts';
import { overviewOf } from '../../src/journeys/replay-snapshot.ts';
import { showSnapshot } from '../../src/journeys/show-snapshot.ts';
import { findReplayComponent } from '../../src/replay/find-replay-component.ts';
import { type ReplayServer, startReplayServer } from '../../src/replay/replay-server.ts';
import { madeSnapshot, SITE } from './made-snapshot.ts';

/** Everything a page can try to reach the world with. Each attempt may fail in its own way; none may get out. */
const ESCAPING = `<p id="done">trying</p><img src="http://outside.invalid/picture.png">
<link rel="stylesheet" href="http://outside.invalid/style.css"><iframe src="http://outside.invalid/frame"></iframe>
<script src="http://outside.invalid/script.js"></script>
<script>
  const attempt = async (how) => { try { await how(); } catch {} };
  const inWorker = "fetch('http://outside.invalid/worker').catch(() => 0); importScripts('http://outside.invalid/imported.js')";
  (async () => {
    await attempt(() => fetch('http://outside.invalid/fetch'));
    await attempt(() => { new Image().src = 'http://outside.invalid/image.png'; });
    await attempt(() => { new WebSocket('ws://outside.invalid/socket'); });
    await attempt(() => { new EventSource('http://outside.invalid/events'); });
    await attempt(() => { navigator.sendBeacon('http://outside.invalid/beacon', 'x'); });
    await attempt(() => { new Worker(URL.createObjectURL(new Blob([inWorker]))); });
    await attempt(() => import('http://outside.invalid/module.js'));
    await attempt(() => { const p = document.createElement('link'); p.rel = 'preconnect'; p.href = 'http://outside.invalid'; document.head.append(p); });
    await attempt(() => { const f = document.createElement('iframe'); f.srcdoc = "<script>fetch('http://outside.invalid/srcdoc')<\\/script>"; document.body.append(f); });
    await attempt(() => new Promise((resolve) => setTimeout(resolve, 1500)));
    document.getElementById('done').textContent = 'tried';
  })();
</script>`;

const PAGES = {
  '/': { title: 'Start', body: '<h1>Start</h1><a href="/about">About us</a> <a href="/gone">Gone</a>' },
  '/about': { title: 'Über uns', body: '<h1>Über uns</h1><a href="/">Back to the start</a>' },
  '/gr%C3%BC%C3%9Fe': { title: '<script>alert("title")</script>', body: '<h1>Grüße</h1>' },
  '/escape': { title: 'A page that calls home', body: ESCAPING },
};

const GAPS = [
  {
    reason: 'timeout',
    url: `${SITE}/slow`,
    message: `${SITE}/slow: no <answer> in 60 s.`,
    hint: 'Try again later.',
    at: '2026-11-23T09:30:01.000Z',
    count: 3,
  },
] as const;

let folder: string;
let server: ReplayServer;
let closed: ClosedBrowser;

beforeAll(async () => {
  folder = await mkdtemp(join(await realpath(tmpdir()), 'lastpost-replay-'));
  server = await serve(await madeSnapshot(folder, PAGES, GAPS));
  closed = await openClosedBrowser((await findChromium()).path, [server.url]);
});

afterEach(async () => {
  await Promise.all(closed.browser.contexts().map((context) => context.close()));
});

afterAll(async () => {
  await closed.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function serve(file: string, componentDir = findReplayComponent() ?? '', port = 0): Promise<ReplayServer> {
  const overview = overviewOf(await showSnapshot(file, { cwd: folder, workspaceDir: undefined }, 1000));
  return startReplayServer({ file, port, componentDir, overview });
}

async function openPage(options: BrowserContextOptions = {}, hash = ''): Promise<Page> {
  const context = await closed.browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${server.url}${hash}`);
  return page;
}

/** The archived page that is shown, two frames deep. */
function archived(page: Page): FrameLocator {
  return page.frameLocator('replay-web-page iframe').frameLocator('iframe[name="___wb_replay_top_frame"]');
}

describe('the page round the replay', () => {
  it('tells what the snapshot is, what is missing and why, and shows its first page', async () => {
    const page = await openPage({ locale: 'en-GB' });
    await archived(page).getByRole('heading', { name: 'Start' }).waitFor();
    expect(await page.title()).toBe('Farewell <Blog> – Lastpost');
    expect(await page.locator('h1').first().textContent()).toBe('Farewell <Blog>');
    expect(await page.locator('hgroup p').textContent()).toBe(
      `Snapshot of ${SITE}/ · taken 23 November 2026 at 09:30 UTC · 4 pages · Lastpost 0.1.0`,
    );
    await page.getByText('Partial, 3 gaps').click();
    expect(await page.locator('.gap-list li').allInnerTexts()).toEqual([
      `timeout ${SITE}/slow: no <answer> in 60 s.\nTry again later.`,
    ]);
    expect(await page.locator('#address').textContent()).toBe(`${SITE}/`);
    expect(await page.locator('#moment').textContent()).toBe('2026-11-23 09:30 UTC');
  });

  it('lists the pages, finds some by words of title and address, and goes to the one that is clicked', async () => {
    const page = await openPage();
    const entries = page.locator('#pages a');
    await entries.first().waitFor();
    expect(await entries.allInnerTexts()).toEqual([
      'Start\n/',
      'Über uns\n/about',
      '<script>alert("title")</script>\n/grüße',
      'A page that calls home\n/escape',
    ]);
    await page.locator('#search').fill('ÜBER about');
    expect(await entries.allInnerTexts()).toEqual(['Über uns\n/about']);
    expect(await page.locator('#found').textContent()).toBe('1 / 4');
    await entries.first().click();
    await archived(page).getByRole('heading', { name: 'Über uns' }).waitFor();
    expect(await page.locator('#pages a[aria-current="page"]').allInnerTexts()).toEqual(['Über uns\n/about']);
    await page.locator('#search').fill('nowhere');
    expect(await page.locator('#pages').textContent()).toBe('No page has these words in its title or address.');
  });

  it('comes back to the page it was told last, after a link inside led away from it', async () => {
    const page = await openPage();
    await archived(page).getByRole('link', { name: 'About us' }).click();
    await archived(page).getByRole('heading', { name: 'Über uns' }).waitFor();
    await page.waitForFunction(() => document.querySelector('#address')?.textContent?.endsWith('/about'));
    await page.locator('#pages a').first().click();
    await archived(page).getByRole('heading', { name: 'Start' }).waitFor();
  });

  it.each([['of its own'], ["of the component's frame"]])(
    'does not lose a click to a change %s address that comes just then',
    async (which) => {
      const page = await openPage();
      await archived(page).getByRole('heading', { name: 'Start' }).waitFor();
      await page.waitForFunction(() => location.hash.includes('url='));
      await page.evaluate(async (where) => {
        const viewer = document.querySelector('replay-web-page') as HTMLElement & { updateComplete: Promise<void> };
        const inner = viewer.shadowRoot?.querySelector('iframe')?.contentWindow;
        const [outerHash, innerHash] = [location.hash, inner?.location.hash];
        document.querySelectorAll<HTMLElement>('#pages a')[1]?.click();
        if (where === 'of its own') {
          history.replaceState(null, '', outerHash);
          return;
        }
        await viewer.updateComplete;
        inner?.history.replaceState(null, '', innerHash);
      }, which);
      await archived(page).getByRole('heading', { name: 'Über uns' }).waitFor();
    },
  );

  it('says when an address is not in the snapshot, and no longer when the next one is', async () => {
    const page = await openPage();
    await archived(page).getByRole('link', { name: 'Gone' }).click();
    await page.getByText('This address is not in the snapshot.').waitFor();
    await page.locator('#pages a').nth(1).click();
    await archived(page).getByRole('heading', { name: 'Über uns' }).waitFor();
    await page.locator('#notice').waitFor({ state: 'hidden' });
  });

  it('opens where its own address says', async () => {
    const page = await openPage({}, `#${new URLSearchParams({ url: `${SITE}/about`, ts: '20261123093001' })}`);
    await archived(page).getByRole('heading', { name: 'Über uns' }).waitFor();
  });

  it('speaks German to who asks for German', async () => {
    const page = await openPage({ locale: 'de-AT' });
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await page.locator('hgroup p').textContent()).toBe(
      `Sicherung von ${SITE}/ · aufgenommen am 23. November 2026 um 09:30 UTC · 4 Seiten · Lastpost 0.1.0`,
    );
    expect(await page.locator('summary').textContent()).toBe('Unvollständig, 3 Lücken');
  });
});

describe('an archived page', () => {
  it('reaches nothing outside, whatever it tries', async () => {
    const before = closed.refused.length;
    const page = await openPage({}, `#${new URLSearchParams({ url: `${SITE}/escape`, ts: '20261123093003' })}`);
    await archived(page).getByText('tried').waitFor();
    expect(closed.refused.slice(before)).toEqual([]);
  });

  it('could not, because the worker that fetches for it reaches this server alone', async () => {
    const before = closed.refused.length;
    const page = await openPage();
    await archived(page).getByRole('heading', { name: 'Start' }).waitFor();
    const [worker] = page.context().serviceWorkers();
    const reach = (url: string) =>
      worker?.evaluate(
        (asked) =>
          fetch(asked).then(
            ({ status }) => String(status),
            (error) => error.name,
          ),
        url,
      );
    expect(await reach(`${server.url}pages.json`)).toBe('200');
    expect(await reach('http://outside.invalid/')).toBe('TypeError');
    expect(closed.refused.slice(before)).toEqual([]);
  });

  it('would be seen if it did: an ordinary page is', async () => {
    const before = closed.refused.length;
    const page = await (await closed.browser.newContext()).newPage();
    await page.setContent('<img src="http://outside.invalid/seen.png">');
    expect(closed.refused.slice(before)).toEqual(['GET http://outside.invalid/seen.png']);
  });
});

// Last, because from here on the server has a slow component.
describe('a component whose service worker takes its time', () => {
  beforeAll(async () => {
    const component = findReplayComponent() ?? '';
    const slow = await mkdtemp(join(folder, 'slow-'));
    await copyFile(join(component, 'ui.js'), join(slow, 'ui.js'));
    const pause = 'self.oninstall = (event) => event.waitUntil(new Promise((done) => setTimeout(done, 2500)));\n';
    await writeFile(join(slow, 'sw.js'), pause + (await readFile(join(component, 'sw.js'), 'utf8')));
    const port = Number(new URL(server.url).port);
    await server.close();
    server = await serve(join(folder, 'blog.wacz'), slow, port);
  });

  it('is waited for', async () => {
    const page = await openPage();
    await archived(page).getByRole('heading', { name: 'Start' }).waitFor();
  });

  it('goes to the page that was clicked meanwhile', async () => {
    const page = await openPage();
    await page.locator('#pages a').nth(1).click();
    await page.waitForTimeout(1000);
    await page.locator('#pages a').nth(2).click();
    await archived(page).getByRole('heading', { name: 'Grüße' }).waitFor();
    await page.waitForFunction(() => document.querySelector('#address')?.textContent?.endsWith('/grüße'));
    expect(await page.locator('#pages a[aria-current="page"]').count()).toBe(1);
    expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('url')).toBe(`${SITE}/gr%C3%BC%C3%9Fe`);
  });
});
