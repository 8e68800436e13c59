import { afterEach, describe, expect, it } from 'vitest';
import { mastodonAdapter } from '../../../src/channels/mastodon/adapter.ts';
import type { ChannelPlace } from '../../../src/model/channel.ts';
import type { Collected } from '../../../src/model/public-site.ts';
import { startSite } from '../../fixtures/sites/mastodon/site.ts';
import { collected, siteOverFetch } from '../../support/public-site.ts';
import { type Handler, type Route, startTestSite, type TestSite } from '../../support/test-site.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const site of open.splice(0)) await site.close();
});

const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}): Handler =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));

async function serve(routes: Record<string, Route>): Promise<TestSite> {
  const site = await startTestSite(routes);
  open.push(site);
  return site;
}

function placeOf(origin: string, path = '/@aurora'): ChannelPlace {
  return { platform: 'mastodon', handle: 'aurora', url: `${origin}${path}` };
}

async function walk(place: ChannelPlace): Promise<{ all: readonly Collected[]; asked: readonly string[] }> {
  const site = siteOverFetch();
  return { all: await collected(mastodonAdapter.seeds?.walk?.(place, site)), asked: site.asked };
}

const of = <K extends Collected['kind']>(all: readonly Collected[], kind: K) =>
  all.filter((one): one is Extract<Collected, { kind: K }> => one.kind === kind);

const account = { id: '7', username: 'aurora', acct: 'aurora', statuses_count: 3 };
const lookup = '/api/v1/accounts/lookup';
const list = '/api/v1/accounts/7/statuses';

/** A list of plain posts, newest first, paged two at a time, with the paging of an honest server. */
function honestList(origin: () => string, ids: readonly number[]): Handler {
  return (request, response, url) => {
    const below = Number(url.searchParams.get('max_id') ?? Number.MAX_SAFE_INTEGER);
    const page = ids.filter((id) => id < below).slice(0, 2);
    const next = `<${origin()}${list}?limit=40&max_id=${page.at(-1)}>; rel="next"`;
    const headers: Record<string, string> = page.length > 0 ? { link: next } : {};
    const items = page.map((id) => ({ id: String(id), url: `${origin()}/@aurora/${id}`, account }));
    return json(items, 200, headers)(request, response, url);
  };
}

describe('walking through an account', () => {
  it('finds what the paging of the server loses, and says so', async () => {
    const fixture = await startSite();
    open.push(fixture);
    const { all } = await walk({ platform: 'mastodon', handle: fixture.handle, url: fixture.url });
    const pages = of(all, 'page').map(({ url }) => url);
    const own = fixture.expected.posts.filter(({ kind }) => kind !== 'repost' && kind !== 'comment');
    expect([...pages].sort()).toEqual(own.map(({ url }) => url).sort());
    expect(of(all, 'gap')).toEqual([]);
    expect(of(all, 'note').map(({ message }) => message)).toEqual([expect.stringContaining('loses 2 of 43 posts')]);
  });

  it('asks an honest server nothing twice', async () => {
    const site: TestSite = await serve({
      [lookup]: json(account),
      [list]: honestList(() => site.origin, [5, 4, 3, 2, 1]),
    });
    const { all, asked } = await walk(placeOf(site.origin));
    expect(of(all, 'page')).toHaveLength(5);
    expect(of(all, 'note')).toEqual([]);
    const lists = asked.filter((url) => url.includes('/statuses') && !url.includes('pinned'));
    expect(new Set(lists).size).toBe(lists.length);
    expect(lists).toHaveLength(4);
  });

  it('keeps what only the own paging of a server gives, where it does not know max_id', async () => {
    const site: TestSite = await serve({
      [lookup]: json(account),
      [list]: (request, response, url) => {
        const page = Number(url.searchParams.get('page') ?? 1);
        const next: Record<string, string> =
          page < 3 ? { link: `<https://behind.example${list}?page=${page + 1}>; rel="next"` } : {};
        return json([{ id: String(10 - page), url: `${site.origin}/@aurora/${10 - page}`, account }], 200, next)(
          request,
          response,
          url,
        );
      },
    });
    const { all } = await walk(placeOf(site.origin));
    expect(of(all, 'page')).toHaveLength(3);
    expect(of(all, 'note').map(({ message }) => message)).toEqual([expect.stringContaining('lacks 2 posts')]);
  });

  it('ends at a list that is none, and at one that breaks off, with a gap', async () => {
    const routes: Record<string, Route> = { [lookup]: json(account), [list]: '<h1>Down for maintenance</h1>' };
    const site = await serve(routes);
    const { all: none } = await walk(placeOf(site.origin));
    expect(of(none, 'gap')).toMatchObject([{ reason: 'unreadable' }]);
    routes[list] = (request, response, url) =>
      url.searchParams.has('max_id')
        ? json({ error: 'oops' }, 500)(request, response, url)
        : json([{ id: '9', account }])(request, response, url);
    const { all: broken } = await walk(placeOf(site.origin));
    expect(of(broken, 'gap')).toMatchObject([{ reason: 'server-error' }]);
  });

  it('says that a handle is gone, that an account is suspended, and where one has moved to', async () => {
    const gone = await serve({ [lookup]: json({ error: 'Record not found' }, 404) });
    expect(of((await walk(placeOf(gone.origin))).all, 'gap')).toMatchObject([
      { reason: 'content-unavailable', message: expect.stringContaining('has no account aurora') },
    ]);
    const suspended = await serve({ [lookup]: json({ ...account, suspended: true }) });
    expect(of((await walk(placeOf(suspended.origin))).all, 'gap')).toMatchObject([
      { reason: 'content-unavailable', message: expect.stringContaining('has suspended aurora') },
    ]);
    const moved = { ...account, moved: { url: 'https://new.example/@aurora' }, limited: true, memorial: true };
    const site = await serve({ [lookup]: json(moved), [list]: json([]) });
    const { all } = await walk(placeOf(site.origin));
    expect(of(all, 'note').map(({ message }) => message)).toEqual([
      'The account has moved to https://new.example/@aurora; its posts stay here.',
      expect.stringContaining('limited'),
      expect.stringContaining('in memory'),
    ]);
    expect(of(all, 'gap')).toEqual([]);
  });
});

describe('a server that gives strangers no list', () => {
  const closed = json({ error: 'This method requires an authenticated user' }, 401);

  it('is read from its outbox to the end', async () => {
    const site: TestSite = await serve({
      [lookup]: json(account),
      [list]: closed,
      '/users/aurora/outbox': (request, response, url) => {
        const outbox = `${site.origin}/users/aurora/outbox`;
        const note = (id: number) => ({
          type: 'Create',
          object: { type: 'Note', url: `${site.origin}/@aurora/${id}` },
        });
        const top = { type: 'OrderedCollection', totalItems: 3, first: `${outbox}?page=true` };
        const first = {
          type: 'OrderedCollectionPage',
          next: `${outbox}?max_id=2&page=true`,
          orderedItems: [note(3), note(2)],
        };
        const second = { type: 'OrderedCollectionPage', orderedItems: [note(1)] };
        const answer = url.searchParams.has('max_id') ? second : url.searchParams.has('page') ? first : top;
        return json(answer)(request, response, url);
      },
    });
    const { all } = await walk(placeOf(site.origin));
    expect(of(all, 'page').map(({ url }) => url.split('/').at(-1))).toEqual(['3', '2', '1']);
    expect(of(all, 'gap')).toEqual([]);
    expect(of(all, 'note')).toMatchObject([{ message: expect.stringContaining('read from the outbox') }]);
  });

  it('is read from the pages of its profile, one after the other, where the outbox is closed too', async () => {
    const page = (older: string) => `<div class="h-entry"></div>${older}`;
    const site = await serve({
      [lookup]: closed,
      '/@aurora': page('<a class="load-more load-gap" href="/@aurora?max_id=20">Show more</a>'),
      '/@aurora?max_id=20': page(''),
    });
    const { all, asked } = await walk(placeOf(site.origin));
    expect(asked).toContain(`${site.origin}/@aurora?max_id=20`);
    expect(asked).toContain(`${site.origin}/@aurora.rss`);
    expect(of(all, 'gap')).toEqual([]);
    expect(of(all, 'note')).toMatchObject([{ message: expect.stringContaining('pages of') }]);
  });

  it('is a gap with the way to the archive where nothing is whole', async () => {
    const site = await serve({ [lookup]: closed, '/@aurora': '<div id="mastodon"></div>' });
    const { all, asked } = await walk(placeOf(site.origin));
    expect(asked).toContain(`${site.origin}/@aurora.rss`);
    expect(of(all, 'gap')).toMatchObject([{ reason: 'login-wall', hint: expect.stringContaining('import it') }]);
  });

  it('is not asked for an interface that its software does not have', async () => {
    const site: TestSite = await serve({
      '/.well-known/nodeinfo': (request, response, url) =>
        json({ links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.1', href: '/nodeinfo/2.1' }] })(
          request,
          response,
          url,
        ),
      '/nodeinfo/2.1': json({ software: { name: 'Misskey' } }),
      '/.well-known/webfinger': (request, response, url) =>
        json({ links: [{ rel: 'self', type: 'application/activity+json', href: `${site.origin}/users/9abc` }] })(
          request,
          response,
          url,
        ),
      '/users/9abc/outbox': json({ type: 'OrderedCollectionPage', orderedItems: [] }),
    });
    const { all, asked } = await walk(placeOf(site.origin));
    expect(asked.some((url) => url.includes('/api/v1/'))).toBe(false);
    expect(of(all, 'gap')).toEqual([]);
  });
});

describe('identifying a server', () => {
  const nodeInfo = (name: string): Record<string, Route> => ({
    '/.well-known/nodeinfo': json({ links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0', href: '/n' }] }),
    '/n': json({ software: { name } }),
  });

  it.each([
    ['mastodon', '/@aurora'],
    ['gotosocial', '/@aurora'],
    ['Pleroma', '/users/aurora'],
    ['akkoma', '/aurora'],
    ['pixelfed', '/aurora'],
    ['peertube', '/c/aurora/videos'],
    ['friendica', '/profile/aurora'],
    ['hubzilla', '/channel/aurora'],
    ['lemmy', '/u/aurora'],
    ['writefreely', '/aurora/'],
    ['sharkey', '/@aurora'],
  ])('knows an account of %s at %s', async (software, path) => {
    const site = await serve(nodeInfo(software));
    const found = await mastodonAdapter.identify?.(site.url(path), siteOverFetch());
    expect(found).toMatchObject({ platform: 'mastodon', handle: `aurora@127.0.0.1:${site.port}` });
  });

  it('follows the front page of a server of one person', async () => {
    const redirect: Handler = (_request, response) => void response.writeHead(302, { location: '/@aurora' }).end();
    const site = await serve({ ...nodeInfo('mastodon'), '/': redirect, '/@aurora': 'here' });
    expect(await mastodonAdapter.identify?.(site.url('/'), siteOverFetch())).toMatchObject({
      url: site.url('/@aurora'),
    });
  });

  it('leaves alone what federates besides, what is no account, and what says nothing', async () => {
    for (const software of ['wordpress', 'ghost', 'constructor', '__proto__']) {
      const site = await serve(nodeInfo(software));
      expect(await mastodonAdapter.identify?.(site.url('/@aurora'), siteOverFetch())).toBeUndefined();
    }
    const site = await serve(nodeInfo('mastodon'));
    expect(await mastodonAdapter.identify?.(site.url('/about'), siteOverFetch())).toBeUndefined();
    const silent = await serve({ '/.well-known/nodeinfo': '<h1>not JSON</h1>' });
    expect(await mastodonAdapter.identify?.(silent.url('/@aurora'), siteOverFetch())).toBeUndefined();
  });
});
