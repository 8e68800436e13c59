import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findDevice } from '../../src/crawl/browser/find-device.ts';
import { launchBrowser } from '../../src/crawl/browser/launch-browser.ts';
import { findChromium } from '../../src/crawl/find-chromium.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { bytes, html, useSites } from '../support/fixtures.ts';

const site = useSites();

const tell = `<meta name="viewport" content="width=device-width"><p id="told"></p><script>
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  told.textContent = [navigator.language, zone, innerWidth, devicePixelRatio, 'ontouchstart' in window, navigator.userAgent].join(' | ');
</script>`;

test('goes to a site as a telephone, in a language and a time zone, and says so', async () => {
  const blog = await site({
    '/': html(`${tell}<video src="/film.mp4"></video>`),
    '/film.mp4': bytes(Buffer.alloc(1000), 'video/mp4'),
  });
  const device = findDevice('pixel 7');
  const browser = { device, language: 'de-DE', timezone: 'Asia/Tokyo' };
  const { report, pageOf } = await crawlSite([blog.url('/')], { plan: { browser, viewport: device.viewport } });
  const page = pageOf(blog.url('/'));
  const [language, zone, width, ratio, touch, userAgent] = page.text.trim().split(' | ');
  expect([language, zone, width, ratio, touch]).toEqual(['de-DE', 'Asia/Tokyo', '412', '2.625', 'true']);
  expect(userAgent).toMatch(/Android 14; Pixel 7\).* Chrome\/\d+\.0\.0\.0 Mobile .* Lastpost\/\S+ \(keeps a copy/);
  for (const path of ['/', '/film.mp4', '/robots.txt']) {
    expect(blog.headersOf.get(path)?.['accept-language']).toMatch(/^de-DE/);
    expect(blog.headersOf.get(path)?.['user-agent']).toBe(userAgent);
  }
  expect(report.browser).toEqual({
    version: expect.stringMatching(/^\d+\.\d+/),
    remote: false,
    userAgent,
    viewport: { width: 412, height: 839, scaleFactor: 2.625 },
    language: 'de-DE',
    timezone: 'Asia/Tokyo',
    device: 'Pixel 7',
    proxy: false,
  });
  const view = Buffer.from(page.view?.bytes ?? []);
  expect([view.readUInt32BE(16), view.readUInt32BE(20)]).toEqual([412, 839]);
  expect(page.fullPage?.bytes.length).toBeGreaterThan(0);
});

test('names the device that was probably meant', () => {
  const unknown = { code: 'usage.unknown-device', hint: 'Did you mean "iPhone 15"?' };
  expect(() => findDevice('iPhne 15')).toThrow(expect.objectContaining(unknown));
});

test('keeps a profile that it was given, from one launch to the next', async () => {
  const blog = await site({ '/': html('<h1>Logged in?</h1>') });
  const profileDir = await mkdtemp(join(tmpdir(), 'lastpost-own-profile-'));
  onTestFinished(() => rm(profileDir, { recursive: true, force: true, maxRetries: 10 }));
  const { path: executablePath } = await findChromium();
  const options = { executablePath, headed: false, viewport: { width: 800, height: 600 }, profileDir };
  const first = await launchBrowser(options);
  const page = await first.context.newPage();
  await page.goto(blog.url('/'));
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: a page that logs in does it so
    document.cookie = 'session=anna; max-age=3600';
  });
  await expect(launchBrowser(options)).rejects.toMatchObject({ code: 'browser.profile-in-use' });
  await first.close();
  const second = await launchBrowser(options);
  onTestFinished(() => second.close());
  expect(await second.context.cookies(blog.url('/'))).toMatchObject([{ name: 'session', value: 'anna' }]);
});
