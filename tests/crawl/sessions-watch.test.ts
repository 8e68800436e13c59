import { expect, test } from 'vitest';
import { SessionWatch } from '../../src/crawl/sessions/session-watch.ts';
import type { SessionCookie } from '../../src/model/session.ts';

const cookie = (name: string, httpOnly = true): SessionCookie => ({
  name,
  value: 'x',
  domain: '.example.org',
  path: '/',
  expires: -1,
  httpOnly,
  secure: true,
});

/** A crawl whose cookies and closed pages the test decides. */
async function watched(start: readonly SessionCookie[]) {
  const world = { cookies: start, closed: false };
  const watch = await SessionWatch.begin({
    seedHosts: ['www.example.org'],
    cookiesNow: async () => world.cookies,
    isClosedNow: async () => world.closed,
  });
  const visit = (path: string, isLoginWall: boolean, isSeed = false) =>
    watch.onVisit({ url: `https://www.example.org/${path}`, isLoginWall, isSeed });
  return { world, watch, visit };
}

test('a first page that is closed means that the session was over before it began', async () => {
  const { visit, watch } = await watched([cookie('sid')]);
  expect(await visit('', true, true)).toBe('pause');
  expect(watch.loggedOutOf).toBe('www.example.org');
});

test('one closed page tells nothing, a page that was open before and is closed now tells all', async () => {
  const { visit, watch, world } = await watched([cookie('sid')]);
  await visit('', false, true);
  expect(await visit('boss', true)).toBe('go-on');
  expect(watch.isUndecided('https://www.example.org/boss')).toBe(true);
  await visit('open', false);
  expect(watch.isUndecided('https://www.example.org/boss')).toBe(false);
  world.closed = true;
  expect(await visit('next', true)).toBe('pause');
  // Whatever comes back from now on was asked for without a login.
  expect(await visit('late', false)).toBe('pause');
});

test('where nothing can be asked again, three in a row are enough; ten where what was open still is', async () => {
  const closed = await watched([cookie('sid')]);
  expect([await closed.visit('1', true), await closed.visit('2', true), await closed.visit('3', true)]).toEqual([
    'go-on',
    'go-on',
    'pause',
  ]);
  const open = await watched([cookie('sid')]);
  await open.visit('', false, true);
  const verdicts = [];
  for (let n = 0; n < 10; n += 1) verdicts.push(await open.visit(`restricted-${n}`, true));
  expect(verdicts).toEqual([...Array.from({ length: 9 }, () => 'go-on'), 'pause']);
});

test('a page that is closed after a fresh login as well is no reason to stop again', async () => {
  const { visit, watch } = await watched([cookie('sid')]);
  for (const path of ['1', '2', '3']) await visit(path, true);
  await watch.resumed();
  expect(watch.loggedOutOf).toBeUndefined();
  for (const path of ['1', '2', '3']) expect(await visit(path, true)).toBe('go-on');
});

test('cookies of a login that are taken back end it; others come and go', async () => {
  const login = await watched([cookie('PHPSESSID'), cookie('_ga', false), cookie('user_lang')]);
  login.world.cookies = [cookie('PHPSESSID')];
  expect(await login.visit('a', false)).toBe('go-on');
  login.world.cookies = [cookie('_ga', false), cookie('user_lang')];
  expect(await login.visit('b', false)).toBe('pause');
  const unnamed = await watched([cookie('q7')]);
  await unnamed.visit('', false, true);
  unnamed.world.cookies = [];
  expect(await unnamed.visit('c', false)).toBe('go-on');
});

test('other hosts have no login to lose', async () => {
  const { watch } = await watched([cookie('sid')]);
  const elsewhere = { url: 'https://other.example/', isLoginWall: true, isSeed: false };
  for (let n = 0; n < 5; n += 1)
    expect(await watch.onVisit({ ...elsewhere, url: `${elsewhere.url}${n}` })).toBe('go-on');
});
