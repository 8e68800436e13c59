import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { findChromium } from '../../src/crawl/find-chromium.ts';
import { logIn } from '../../src/crawl/sessions/log-in.ts';
import type { CrawlSession, StoredSession } from '../../src/model/session.ts';
import { browserPids } from '../support/browser-pids.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { html, useSites } from '../support/fixtures.ts';
import { type MembersSite, membersSite, sessionCookie } from '../support/members-site.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { Route } from '../support/test-site.ts';

const startSite = useSites();
// A busy machine takes its time for a browser and its pages.
vi.setConfig({ testTimeout: 240_000 });

const stored = (value: string): StoredSession => ({
  cookies: [{ name: sessionCookie, value, domain: '127.0.0.1', path: '/', expires: -1, httpOnly: true, secure: false }],
  origins: [],
});
const fromFile = (value: string): CrawlSession => ({
  source: 'cookies-file',
  stored: stored(value),
  howToLogIn: 'Export the cookies anew.',
});
const numbers = (pages: readonly { url: string }[]): number[] =>
  pages.map(({ url }) => Number(/\/m\/(\d+)$/.exec(url)?.[1])).sort((a, b) => a - b);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

test('a login made in a window is kept, and two crawls at once go in with copies of it', async () => {
  const members = membersSite(4);
  const site = await startSite(members.routes);
  const profileDir = join(await temporaryFolder(), 'profiles', 'members');
  const { path, version } = await findChromium();
  const cameIn = async () => {
    while (!site.requests.includes('GET /m/0')) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const hosts = await logIn({
    executablePath: path,
    version,
    profileDir,
    url: site.url('/come-in'),
    headed: false,
    signal: AbortSignal.timeout(200_000),
    done: cameIn(),
  });
  // The cookie ends with the browser, which is over: kept all the same.
  expect(hosts).toEqual([{ host: '127.0.0.1', cookies: 1, until: null }]);
  expect((await stat(profileDir)).mode & 0o777).toBe(0o700);
  const before = (await readdir(profileDir)).sort();
  const session: CrawlSession = { source: 'profile', profileDir, howToLogIn: 'Log in.' };
  const [one, two] = await Promise.all([0, 1].map(() => crawlSite([site.url('/m/0')], { session })));
  for (const result of [one, two]) {
    expect(numbers(result?.pages ?? [])).toEqual(upTo(4));
    expect(result?.report).toMatchObject({
      leftOut: { 'logout-link': 1 },
      session: { source: 'profile', hosts: ['127.0.0.1'], loggedOut: 0 },
    });
    const kept = JSON.stringify([
      result?.exchanges.map(({ url, responseHeaders }) => [url, responseHeaders]),
      result?.report,
    ]);
    expect(kept).not.toContain('planted-S3CRET');
  }
  expect((await readdir(profileDir)).sort()).toEqual(before);
});

/** Forgets every login once, when page 3 has been shown. */
function forgetful(): MembersSite {
  let forgot = false;
  return membersSite(9, (number, site) => {
    if (number < 3 || forgot) return;
    forgot = true;
    site.forget();
  });
}

test('logged out in the middle, the crawl waits for a new login and loses nothing', async () => {
  const members = forgetful();
  const site = await startSite(members.routes);
  const asked: string[] = [];
  const { pages, report, progress } = await crawlSite([site.url('/m/0')], {
    session: fromFile(members.newLogin()),
    onLoggedOut: async ({ message }) => {
      asked.push(message);
      return stored(members.newLogin());
    },
  });
  expect(asked).toEqual(['Logged out of 127.0.0.1. Export the cookies anew.']);
  expect(progress.filter(({ phase }) => phase === 'paused').map(({ current }) => current)).toEqual(asked);
  expect(numbers(pages)).toEqual(upTo(9));
  expect(pages.every(({ text }) => text.startsWith('Member page'))).toBe(true);
  expect(report).toMatchObject({ state: 'complete', gaps: [], session: { loggedOut: 1 } });
});

test.runIf(process.platform === 'linux')('a new browser has the login that a person gave on the way', async () => {
  const members = forgetful();
  const site = await startSite(members.routes);
  let hasAsked = false;
  let hasDied = false;
  const { pages, report } = await crawlSite([site.url('/m/0')], {
    session: fromFile(members.newLogin()),
    onLoggedOut: async () => {
      if (hasAsked) return undefined;
      hasAsked = true;
      return stored(members.newLogin());
    },
    onPage: () => {
      if (!hasAsked || hasDied) return;
      hasDied = true;
      for (const pid of browserPids()) process.kill(pid, 'SIGKILL');
    },
  });
  expect(hasDied).toBe(true);
  expect(numbers(pages)).toEqual(upTo(9));
  expect(report).toMatchObject({ state: 'complete', gaps: [], session: { loggedOut: 1 } });
});

test('with nobody to ask it ends in good order, and says how many pages are to go', async () => {
  const members = forgetful();
  const site = await startSite(members.routes);
  const { pages, report } = await crawlSite([site.url('/m/0')], { session: fromFile(members.newLogin()) });
  expect(pages.length).toBeGreaterThanOrEqual(3);
  expect(pages.every(({ text }) => text.startsWith('Member page'))).toBe(true);
  expect(report.state).toBe('partial');
  expect(report.gaps).toMatchObject([
    { reason: 'logged-out', message: expect.stringMatching(/logged out with \d+ known pages? to go/) },
  ]);
});

test('a cookie that is taken back ends the login too, without any login page to be seen', async () => {
  let isOver = false;
  const shown =
    (number: number): Route =>
    (request, response) => {
      const isIn = /members_session=\w/.test(request.headers.cookie ?? '');
      if (number === 2 && !isOver) {
        isOver = true;
        response.setHeader('set-cookie', `${sessionCookie}=; Path=/; Max-Age=0`);
      }
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(html(`<p>${isIn ? 'Inside' : 'Outside'}</p><a href="/${number + 1}">n</a>`));
    };
  const site = await startSite(Object.fromEntries(upTo(5).map((number) => [`/${number}`, shown(number)])));
  const { pages, report } = await crawlSite([site.url('/0')], {
    session: fromFile('once-4f7a91'),
    onLoggedOut: async () => stored('twice-4f7a91'),
  });
  expect(pages.map(({ text }) => text.split('\n')[0])).toEqual(upTo(5).map(() => 'Inside'));
  expect(report.session?.loggedOut).toBe(1);
});

test('a page that is for others only is a gap, and no reason to stop', async () => {
  const members = membersSite(6);
  const closed = {
    '/boss': (_request: unknown, response: import('node:http').ServerResponse) =>
      void response.writeHead(302, { location: '/login?next=/boss' }).end(),
  };
  const site = await startSite({
    '/': html('<a href="/boss">boss</a><a href="/m/0">in</a>'),
    ...members.routes,
    ...closed,
  });
  const { pages, report } = await crawlSite([site.url('/')], { session: fromFile(members.newLogin()) });
  expect(pages).toHaveLength(7);
  expect(report).toMatchObject({ gaps: [{ reason: 'login-wall', url: site.url('/boss') }], session: { loggedOut: 0 } });
});

test('a login that lives in local storage counts as well', async () => {
  const site = await startSite({
    '/': html(
      '<p id="p">Nobody</p><script>p.textContent = "Hello " + (localStorage.getItem("who") ?? "stranger")</script>',
    ),
  });
  const origins = [{ origin: site.origin, localStorage: [{ name: 'who', value: 'Frieda' }] }];
  const session: CrawlSession = { source: 'cookies-file', stored: { cookies: [], origins }, howToLogIn: '' };
  const { pageOf } = await crawlSite([site.url('/')], { session });
  expect(pageOf(site.url('/')).text).toBe('Hello Frieda');
});
