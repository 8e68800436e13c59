import { describe, expect, it } from 'vitest';
import { type Discovered, discoverAccounts, type NotRead } from '../../../src/channels/discovery/discover-accounts.ts';
import { PlainSite } from '../../../src/crawl/seeds/plain-site.ts';
import { bytes, redirect, useSites } from '../../support/fixtures.ts';
import { stillClock } from '../../support/make-snapshot.ts';
import type { TestSite } from '../../support/test-site.ts';
import { englishBrand, germanBrand } from './brand-pages.ts';

const start = useSites();
const identify = async <Place>(place: Place): Promise<Place> => place;

async function look(url: string, maxPages = 15, robots: 'obey' | 'ignore' = 'obey'): Promise<Discovered | NotRead> {
  const signal = new AbortController().signal;
  const site = new PlainSite({ signal, clock: stillClock, robots, delayMs: 0, publicOnly: false });
  try {
    return await discoverAccounts(url, site, { maxPages, identify });
  } finally {
    site.close();
  }
}

async function discover(site: TestSite, maxPages?: number): Promise<Discovered> {
  const found = await look(site.url('/'), maxPages);
  if ('front' in found) throw new Error(found.message);
  return found;
}

const certainties = ({ accounts }: Discovered) =>
  Object.fromEntries(accounts.map(({ platform, handle, certainty }) => [`${platform} ${handle}`, certainty]));

describe('the accounts of a German brand', () => {
  it('are found with how sure each is', async () => {
    const found = await discover(await start(germanBrand));
    expect(certainties(found)).toEqual({
      'wordpress 127.0.0.1': 'sure',
      'instagram aurora.kaffee': 'sure',
      'linkedin aurora-kaffee': 'sure',
      'mastodon aurora@social.example': 'sure',
      'youtube aurorakaffee': 'sure',
      'x aurorakaffee': 'sure',
      'telegram aurorakaffee': 'likely',
      'bluesky mira.bsky.social': 'likely',
      'threads mira_privat': 'likely',
      'instagram studio_nord': 'maybe',
      'x kaffeekollektiv': 'maybe',
      'tiktok baristaworld': 'maybe',
    });
  });

  it('come with why, and with where they were found', async () => {
    const site = await start(germanBrand);
    const { accounts } = await discover(site);
    const of = (name: string) => accounts.find(({ handle }) => handle === name);
    expect(of('aurora.kaffee')).toMatchObject({
      url: 'https://www.instagram.com/aurora.kaffee/',
      reasons: ['in header, footer or menu of 5 pages', 'its name is like that of the site'],
    });
    expect(of('aurora.kaffee')?.found).toContainEqual({ page: site.url('/impressum'), how: 'footer link' });
    expect(of('aurora@social.example')?.found[0]).toEqual({ page: site.url('/'), how: 'rel=me' });
    expect(of('kaffeekollektiv')?.found).toEqual([{ page: site.url('/blog/'), how: 'link to a post' }]);
    expect(of('studio_nord')?.reasons).toEqual(['it may belong to an author, or to who made the site']);
  });

  it('are looked for where brands say it, and files are left alone', async () => {
    const site = await start(germanBrand);
    const found = await discover(site);
    expect(site.requests.map((line) => line.slice(4))).toEqual(
      expect.arrayContaining(['/robots.txt', '/', '/impressum', '/kontakt', '/ueber-uns', '/blog/']),
    );
    expect(site.requests.join()).not.toContain('.pdf');
    expect(found.pages.every(({ problem }) => problem === null)).toBe(true);
    expect(found.feeds).toEqual([{ url: site.url('/feed/'), title: 'Aurora Kaffee Feed' }]);
    expect(found.title).toBe('Aurora Kaffee – Rösterei in Köln');
    expect(site.headersOf.get('/')?.['user-agent']).toContain('Lastpost');
  });

  it('are looked for on no more pages than allowed', async () => {
    const site = await start(germanBrand);
    expect((await discover(site, 2)).pages.map(({ url }) => url)).toEqual([site.url('/'), site.url('/impressum')]);
  });
});

describe('the accounts of an English brand', () => {
  it('on one page alone are sure where the name fits, and else likely', async () => {
    const found = await discover(await start(englishBrand));
    expect(certainties(found)).toEqual({
      'website 127.0.0.1': 'sure',
      'facebook northwindtea': 'sure',
      'pinterest steep_and_stir': 'likely',
      'mastodon northwindtea@fedi.example': 'likely',
      'mastodon ned@writers.example': 'likely',
      'substack northwindtea': 'likely',
      'reddit r/tea': 'maybe',
    });
  });

  it('that only the server could tell are never sure by their path', async () => {
    const { accounts } = await discover(await start(englishBrand));
    const { reasons } = accounts.find(({ handle }) => handle === 'northwindtea@fedi.example') ?? {};
    expect(reasons).toContain('only the server could tell that it is of the fediverse');
  });
});

describe('an account on a platform that Lastpost does not know', () => {
  it('is found where a mark names it, and left to a person; a plain link to another site is none', async () => {
    const site = await start({
      '/': '<footer><a rel="me" href="https://kettenblatt.example/brandt#top">Kettenblatt</a> <a href="https://partner.example/">Partner</a></footer>',
    });
    const { accounts } = await discover(site);
    expect(accounts.filter(({ url }) => !url.startsWith(site.origin))).toMatchObject([
      {
        platform: 'website',
        handle: 'kettenblatt.example/brandt',
        url: 'https://kettenblatt.example/brandt',
        certainty: 'likely',
        reasons: ['rel=me names it', 'on a platform that Lastpost does not know'],
      },
    ]);
  });
});

describe('sites that are hard to read', () => {
  it('may move to another host, and that is told', async () => {
    const target = await start(englishBrand, 'localhost');
    const old = await start({ '/': redirect(`${target.origin}/`, 301) });
    const found = await look(old.url('/'));
    expect(found).toMatchObject({ url: target.url('/'), movedFrom: new URL(old.origin).host });
  });

  it('may close pages to us, and these are told', async () => {
    const site = await start({
      ...germanBrand,
      '/robots.txt': bytes('User-agent: *\nDisallow: /impressum', 'text/plain'),
    });
    const found = await discover(site);
    expect(site.requests).not.toContain('GET /impressum');
    expect(found.pages).toContainEqual({
      url: site.url('/impressum'),
      status: 0,
      problem: `${site.url('/impressum')} is closed to us by robots.txt.`,
    });
    expect(await look(site.url('/impressum'))).toMatchObject({ front: { problem: { reason: 'robots' } } });
    expect(await look(site.url('/impressum'), 1, 'ignore')).toMatchObject({ url: site.url('/impressum') });
  });

  it('may have pages that are gone, no pages, or pages without an end', async () => {
    const huge = Buffer.alloc(9 << 20, 'x');
    const site = await start({
      '/': '<a href="/contact">Contact</a><a href="/about">About</a><a href="/press">Press</a>',
      '/about': bytes('%PDF-1.7', 'application/pdf'),
      '/press': bytes(huge, 'text/html'),
    });
    const { pages } = await discover(site);
    const problemOf = (path: string) => pages.find(({ url }) => url === site.url(path))?.problem;
    expect(problemOf('/contact')).toContain('answered 404');
    expect(problemOf('/about')).toContain('is no web page but application/pdf.');
    expect(problemOf('/press')).toContain('is larger than 8 MB, so it was not read.');
  });

  it('may be made by scripts, may lead on by themselves, and may have nothing to find', async () => {
    const bare = await start({ '/': '<div id="app"></div><script src="/app.js"></script>' });
    expect(await discover(bare)).toMatchObject({ isBare: true, accounts: [{ platform: 'website' }] });
    const splash = await start({
      '/': '<meta http-equiv="refresh" content="0; url=/home">',
      '/home': '<footer><a href="https://x.com/aurora">X</a></footer>',
    });
    expect(certainties(await discover(splash))).toMatchObject({ 'x aurora': 'likely' });
  });

  it('may not answer in time', async () => {
    const site = await start({ '/': () => undefined });
    const signal = new AbortController().signal;
    const plain = new PlainSite({
      signal,
      clock: stillClock,
      robots: 'obey',
      delayMs: 0,
      publicOnly: false,
      answerMs: 300,
    });
    expect((await plain.ask(site.url('/'))).problem).toMatchObject({ reason: 'timeout' });
    plain.close();
  });

  it('may write addresses that nobody can decode', async () => {
    const site = await start({
      '/': '<a href="/%FF%E0">x</a><a href="http://[">x</a><a href="https://x.com/%E0%A4%A">x</a><a href=" https://x.com/aurora ">x</a>',
    });
    expect(certainties(await discover(site))).toMatchObject({ 'x aurora': 'maybe' });
  });

  it('may ask for a pause, and get it', async () => {
    let asked = 0;
    const site = await start({
      '/': (_request, response) => {
        asked += 1;
        if (asked === 1) response.writeHead(429, { 'retry-after': '0' }).end();
        else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Here we are.</p>');
      },
    });
    expect(await discover(site)).toMatchObject({ pages: [{ status: 200 }] });
    expect(asked).toBe(2);
  });

  it('are not connected to when they are inside and only the public is allowed', async () => {
    const site = await start(englishBrand);
    const signal = new AbortController().signal;
    const plain = new PlainSite({ signal, clock: stillClock, robots: 'obey', delayMs: 0, publicOnly: true });
    const { problem } = await plain.ask(site.url('/'));
    expect(problem?.reason).toBe('not-public');
    expect(site.requests).toEqual([]);
    plain.close();
  });
});
