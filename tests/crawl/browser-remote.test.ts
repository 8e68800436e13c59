import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mayUseSandbox } from '../../src/crawl/browser/browser-flags.ts';
import { launchBrowser } from '../../src/crawl/browser/launch-browser.ts';
import { findChromium } from '../../src/crawl/find-chromium.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { bytes, html, png, useSites } from '../support/fixtures.ts';

const site = useSites();
const viewport = { width: 800, height: 600 };

/** A Chromium that somebody else has started: we know its port and nothing more. */
async function chromiumElsewhere(): Promise<{ readonly http: string; readonly ws: string; isRunning(): boolean }> {
  const { path } = await findChromium();
  const profile = await mkdtemp(join(tmpdir(), 'lastpost-remote-'));
  const sandbox = mayUseSandbox() ? [] : ['--no-sandbox'];
  const flags = [
    '--headless=new',
    '--remote-debugging-port=0',
    '--no-first-run',
    '--disable-popup-blocking',
    `--user-data-dir=${profile}`,
  ];
  const child = spawn(path, [...flags, ...sandbox, 'about:blank'], { stdio: 'ignore' });
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });
  for (let round = 0; round < 600; round += 1) {
    const [port, socket] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')).split('\n');
    if (port && socket) {
      const isRunning = () => child.exitCode === null && child.signalCode === null;
      return { http: `http://127.0.0.1:${port}`, ws: `ws://127.0.0.1:${port}${socket.trim()}`, isRunning };
    }
    await sleep(50);
  }
  throw new Error('Chromium did not open its port.');
}

/** The pages that are open in a browser, asked over its HTTP port. */
async function openPages(http: string): Promise<string[]> {
  const targets = (await (await fetch(`${http}/json/list`)).json()) as { type: string; url: string }[];
  return targets.filter(({ type }) => type === 'page').map(({ url }) => url);
}

describe('a browser that runs elsewhere', () => {
  test('captures frames and popups as one of our own, leaves the tabs of others alone, and is not closed', async () => {
    const elsewhere = await chromiumElsewhere();
    const inner = await site(
      { '/in': html('<img src="/in.png">'), '/in.png': bytes(png(4, 4, 1), 'image/png') },
      'localhost',
    );
    const blog = await site({
      '/': html(
        `<h1>Blog</h1><iframe src="${inner.url('/in')}"></iframe><script>open('/popup')</script><a href="/two">2</a>`,
      ),
      '/two': html('<h1>Two</h1><script>fetch("/posted", {method: "POST", body: "a=1"})</script>'),
      '/popup': html('<p>Popup</p>'),
      '/posted': bytes('{"ok":true}', 'application/json'),
      '/theirs': html('<p>Not ours</p>'),
    });
    await fetch(`${elsewhere.http}/json/new?${encodeURI(blog.url('/theirs'))}`, { method: 'PUT' });
    const { report, exchange, exchanges, pages } = await crawlSite([blog.url('/')], {
      chromium: await findChromium(elsewhere.http),
    });
    expect(report.gaps).toEqual([]);
    expect(pages.map(({ url }) => url).sort()).toEqual([blog.url('/'), blog.url('/two')]);
    expect(exchange(inner.url('/in.png')).bytes.equals(png(4, 4, 1))).toBe(true);
    expect(exchange(blog.url('/popup')).status).toBe(200);
    expect(exchange(blog.url('/posted'), 'POST').bytes.toString()).toBe('{"ok":true}');
    expect(exchanges.some(({ url }) => url.endsWith('/theirs'))).toBe(false);
    expect(report.browser).toMatchObject({ remote: true, version: expect.stringMatching(/^\d+\./), proxy: false });
    expect(elsewhere.isRunning()).toBe(true);
    expect(await openPages(elsewhere.http)).toContain(blog.url('/theirs'));
    expect((await openPages(elsewhere.http)).filter((url) => url === blog.url('/'))).toEqual([]);

    // Connecting again, by the socket's own address, is the same single call.
    for (let turn = 0; turn < 2; turn += 1) {
      const browser = await launchBrowser({ executablePath: elsewhere.ws, headed: false, viewport });
      const page = await browser.context.newPage();
      await page.goto(blog.url('/theirs'));
      expect(await page.evaluate(() => innerWidth)).toBe(800);
      await browser.close();
      await browser.close();
    }
    expect(elsewhere.isRunning()).toBe(true);
  });

  test('that is a Playwright server is refused, with the way to start it instead', async () => {
    const { path } = await findChromium();
    const server = await chromium.launchServer({
      executablePath: path,
      chromiumSandbox: mayUseSandbox(),
      args: ['--remote-debugging-port=0'],
      host: '127.0.0.1',
    });
    onTestFinished(() => server.close());
    const known = {
      code: 'browser.playwright-server',
      exitCode: 2,
      hint: expect.stringContaining('--remote-debugging-port'),
    };
    await expect(findChromium(server.wsEndpoint())).rejects.toMatchObject(known);
    const http = new URL(server.wsEndpoint());
    await expect(findChromium(`http://${http.host}`)).rejects.toMatchObject(known);
  });

  test('that does not answer is named without its token', async () => {
    const silent = await site({ '/json/version': html('no browser') });
    for (const endpoint of [
      `${silent.origin}/?token=planted-secret`,
      `ws://user:planted-secret@127.0.0.1:${silent.port}/devtools?token=planted-secret`,
      'http://127.0.0.1:9/?token=planted-secret',
    ]) {
      const error = await findChromium(endpoint).catch((caught: unknown) => caught as Error & { hint: string });
      expect(error).toMatchObject({ code: 'browser.unreachable' });
      const told = `${(error as Error).message} ${String((error as Error).cause)} ${(error as { hint?: string }).hint}`;
      expect(told).not.toContain('planted-secret');
      expect(told).toContain('127.0.0.1:');
    }
  });
});
