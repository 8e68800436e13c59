import { afterEach, describe, expect, it } from 'vitest';
import { blueskyAdapter } from '../../../src/channels/bluesky/adapter.ts';
import type { ChannelPlace } from '../../../src/model/channel.ts';
import type { Collected, PublicSite } from '../../../src/model/public-site.ts';
import { DID, HANDLE } from '../../fixtures/sites/bluesky/records.ts';
import { startSite } from '../../fixtures/sites/bluesky/site.ts';
import { collected, siteOverFetch } from '../../support/public-site.ts';
import { mira, page, view } from './bluesky-answers.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const site of open.splice(0)) await site.close();
});

type Answers = Readonly<Record<string, { readonly status?: number; readonly json?: unknown; readonly text?: string }>>;

/** Bluesky's own hosts, which no server of ours can stand in for: answers by the beginning of what is asked. */
function siteOf(answers: Answers): PublicSite & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    asked,
    signal: new AbortController().signal,
    async ask(url) {
      asked.push(url);
      const key = Object.keys(answers)
        .filter((start) => url.startsWith(start))
        .sort((a, b) => b.length - a.length)[0];
      const { status = 200, json, text } = answers[key ?? ''] ?? { status: 404, text: 'nobody' };
      return { asked: url, url, status, headers: [], text: text ?? JSON.stringify(json) };
    },
  };
}

async function walk(site: PublicSite, place: ChannelPlace = { platform: 'bluesky', handle: HANDLE, url: page }) {
  const all = await collected(blueskyAdapter.seeds?.walk?.(place, site));
  const of = <K extends Collected['kind']>(kind: K) =>
    all.filter((one): one is Extract<Collected, { kind: K }> => one.kind === kind);
  return { pages: of('page'), gaps: of('gap'), notes: of('note') };
}

const view0 = 'https://public.api.bsky.app/xrpc';
const plc = 'https://plc.directory/';
const pds = 'https://pds.example/xrpc';
const document = {
  service: [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: 'https://pds.example' }],
};
const good: Answers = {
  [`${view0}/com.atproto.identity.resolveHandle`]: { json: { did: DID } },
  [`${view0}/app.bsky.actor.getProfile`]: { json: { did: DID, handle: HANDLE, postsCount: 1 } },
  [`${view0}/app.bsky.feed.getAuthorFeed`]: {
    json: {
      feed: [{ post: view('3ka') }, { post: { ...view('3kb'), uri: `at://${mira.did}/app.bsky.feed.post/3kb` } }],
    },
  },
  [plc]: { json: document },
  [`${pds}/com.atproto.sync.getRepo`]: { text: '' },
  [`${pds}/com.atproto.sync.listBlobs`]: { json: { cids: [] } },
};

describe('walking through an account of Bluesky', () => {
  it('goes from the handle to the server where the repository is, and visits own posts on bsky.app', async () => {
    const site = siteOf(good);
    const { pages, gaps, notes } = await walk(site);
    expect([gaps, notes]).toEqual([[], []]);
    expect(pages.map(({ url }) => url)).toEqual([`${page}/post/3ka`]);
    expect(site.asked.map((url) => url.split('?')[0]?.split('/').at(-1))).toEqual([
      'com.atproto.identity.resolveHandle',
      DID,
      'app.bsky.actor.getProfile',
      'app.bsky.feed.getAuthorFeed',
      'com.atproto.sync.getRepo',
      'com.atproto.sync.listBlobs',
    ]);
  });

  it('asks the domain itself where the app view does not know the handle, and the host of a did:web', async () => {
    const own = 'did:web:aurora.example';
    const site = siteOf({
      ...good,
      [`${view0}/com.atproto.identity.resolveHandle`]: { status: 400, json: { error: 'InvalidRequest' } },
      [`https://${HANDLE}/.well-known/atproto-did`]: { text: `${own}\n` },
      'https://aurora.example/.well-known/did.json': { json: document },
    });
    expect((await walk(site)).gaps).toEqual([]);
    expect(site.asked).toContain(`${pds}/com.atproto.sync.getRepo?did=${encodeURIComponent(own)}`);
  });

  it('asks the one server that is named for everything, and no other', async () => {
    const fixture = await startSite();
    open.push(fixture);
    const site = siteOverFetch();
    const { gaps, notes, pages } = await walk(site, { platform: 'bluesky', ...fixture } as ChannelPlace);
    expect([gaps, notes, pages]).toEqual([[], [], []]);
    expect(site.asked.every((url) => url.startsWith(fixture.api ?? 'x'))).toBe(true);
    expect(site.asked.filter((url) => url.includes('getAuthorFeed')).length).toBeGreaterThan(3);
  });

  it('goes on record by record where the file is not to be had', async () => {
    const site = siteOf({
      ...good,
      [`${pds}/com.atproto.sync.getRepo`]: { status: 500, text: 'oops' },
      [`${pds}/com.atproto.repo.listRecords`]: { json: { records: [], cursor: 'again and again' } },
    });
    const { notes, gaps } = await walk(site);
    expect(notes).toMatchObject([{ message: expect.stringContaining('answered 500') }]);
    expect(gaps).toEqual([]);
    // Three collections, and each cursor that comes again is followed once.
    expect(site.asked.filter((url) => url.includes('listRecords'))).toHaveLength(6);
  });

  it('says that a handle is gone, and what has become of an account', async () => {
    const nobody = siteOf({
      [`${view0}/com.atproto.identity.resolveHandle`]: {
        status: 400,
        json: { error: 'InvalidRequest', message: 'Unable to resolve handle' },
      },
    });
    expect((await walk(nobody)).gaps).toMatchObject([
      { reason: 'content-unavailable', message: expect.stringContaining('does not exist') },
    ]);
    const refused = (error: string) => ({ status: 400, json: { error, message: 'x' } });
    const site = siteOf({
      ...good,
      [`${view0}/app.bsky.actor.getProfile`]: refused('AccountDeactivated'),
      [`${view0}/app.bsky.feed.getAuthorFeed`]: refused('AccountDeactivated'),
      [`${pds}/com.atproto.sync.getRepo`]: refused('RepoDeactivated'),
      [`${pds}/com.atproto.repo.listRecords`]: refused('RepoDeactivated'),
    });
    const { gaps } = await walk(site);
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps)
      expect(gap).toMatchObject({ reason: 'content-unavailable', message: expect.stringContaining('deactivated') });
  });

  it('believes the one server that is named when it knows an account and does not show it', async () => {
    const api = 'https://one.example';
    const site = siteOf({
      [`${api}/xrpc/com.atproto.repo.describeRepo`]: { status: 400, json: { error: 'RepoDeactivated', message: 'x' } },
      [`${api}/xrpc/com.atproto.identity.resolveHandle`]: {
        status: 400,
        json: { error: 'InvalidRequest', message: 'Unable to resolve handle' },
      },
    });
    const { gaps } = await walk(site, { platform: 'bluesky', handle: HANDLE, url: page, api });
    expect(gaps).toMatchObject([{ message: expect.stringContaining('deactivated') }]);
  });

  it('notes an account that wants to be seen by those who are logged in alone', async () => {
    const profile = { did: DID, handle: HANDLE, labels: [{ val: '!no-unauthenticated', src: DID }] };
    const { notes, gaps } = await walk(siteOf({ ...good, [`${view0}/app.bsky.actor.getProfile`]: { json: profile } }));
    expect(notes).toMatchObject([{ message: expect.stringContaining('logged in') }]);
    expect(gaps).toEqual([]);
  });

  it('says when nothing tells where the account lives', async () => {
    const { gaps } = await walk(siteOf({ ...good, [plc]: { status: 404, text: 'no' } }));
    expect(gaps).toMatchObject([{ message: expect.stringContaining('on which server') }]);
  });
});
