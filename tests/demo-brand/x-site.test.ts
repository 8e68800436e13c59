import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adapterOf } from '../../src/channels/registry.ts';
import { type DemoBrand, startDemoBrand } from '../../src/demo-brand/start-demo-brand.ts';
import { X_QUERIES } from '../../src/demo-brand/x/x-api.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import type { FoundPost } from '../../src/model/post.ts';
import { archivedText, readWith } from '../support/archived-text.ts';
import { exportTree } from '../support/export-folder.ts';
import { readExport } from '../support/read-export.ts';

let brand: DemoBrand;
let place: ChannelPlace;
beforeAll(async () => {
  brand = await startDemoBrand({ slowPageMs: 0, feedDelayMs: 0 });
  place = { platform: 'x', handle: 'brandtsoehne', url: brand.xUrl };
});
afterAll(() => brand.close());

function query(name: string, variables: object): string {
  const { origin } = new URL(brand.xUrl);
  return `${origin}${X_QUERIES}/${name}?${new URLSearchParams({ variables: JSON.stringify(variables), features: '{}' })}`;
}

async function findings(url: string) {
  const answer = await fetch(url);
  return readWith(adapterOf('x'), archivedText(url, await answer.text(), { status: answer.status }), place);
}

async function pagePosts(): Promise<readonly FoundPost[]> {
  const found = [
    ...(await findings(query('UserTweets', {}))),
    ...(await findings(query('UserTweets', { cursor: '12' }))),
  ];
  return found.flatMap((finding) => (finding.kind === 'post' ? [finding.post] : []));
}

async function exported() {
  const contents = Object.fromEntries(brand.xExport().map(({ path, bytes }) => [path, bytes]));
  return readExport(place, await exportTree(contents));
}

describe('the account on the server that speaks like X', () => {
  test('shows the newest 24 of 61 posts, and then asks for a login', async () => {
    expect(brand.expected.x).toMatchObject({ postCount: 61, both: 22, onlyExport: 38, onlyCrawl: 2 });
    expect((await pagePosts()).map(({ id }) => id).sort()).toEqual([...brand.expected.x.shownIds].sort());
    expect(brand.expected.x.shownIds).toHaveLength(24);
    expect((await fetch(query('UserTweets', { cursor: '24' }))).status).toBe(401);
    const tab = await fetch(`${brand.xUrl}/with_replies`, { redirect: 'manual' });
    expect([tab.status, tab.headers.get('location')]).toEqual([302, expect.stringContaining('/i/flow/login')]);
    expect(await findings(query('UserByScreenName', { screen_name: 'BrandtSoehne' }))).toContainEqual(
      expect.objectContaining({ kind: 'claim', claim: expect.objectContaining({ name: 'statuses_count', count: 61 }) }),
    );
  });

  test('answers with its pages and pictures, and not with what it no longer shows', async () => {
    const { pageUrls, imageUrls, goneIds } = brand.expected.x;
    for (const url of [...pageUrls, ...imageUrls]) expect((await fetch(url)).status, url).toBe(200);
    expect((await fetch(`${brand.xUrl}/status/${goneIds[0]}`)).status).toBe(404);
    expect(await findings(query('TweetDetail', { focalTweetId: goneIds[0] }))).toMatchObject([
      { kind: 'gone', id: goneIds[0] },
    ]);
  });
});

describe('the archive of that account', () => {
  test('is read by the importer with every number as planned', async () => {
    const plan = brand.expected.x.export;
    const { detected, posts, leftOut, claims, unreadable } = await exported();
    expect(detected).toMatchObject({
      dialect: 'x-2022',
      owner: { handle: 'brandtsoehne' },
      missingParts: [],
      madeAt: '2026-11-14T09:30:12.345Z',
    });
    expect(unreadable).toEqual([]);
    expect(plan).toMatchObject({ posts: 60, records: 62, deleted: 1, directMessages: 5, cutOff: 2 });
    expect(posts).toHaveLength(plan.records);
    expect(new Set(posts.map(({ id }) => id)).size).toBe(plan.posts);
    expect(claims).toMatchObject([
      { claim: { count: 62, part: 'tweets' } },
      { claim: { count: 0, part: 'community-tweet' } },
    ]);
    expect(leftOut).toEqual({
      deleted: plan.deleted,
      'direct-messages': plan.directMessages,
      contacts: plan.contacts,
      'likes-and-bookmarks': plan.likes,
      advertising: plan.advertising,
    });
    const media = posts.flatMap((post) => post.media.map(({ file }) => ({ id: post.id, file })));
    expect(media).toHaveLength(plan.media);
    expect(media.filter(({ file }) => file === null).map(({ id }) => id)).toEqual(plan.missingMedia);
    expect(plan.missingMedia).toHaveLength(1);
    expect(posts.filter(({ repostOf, extent }) => repostOf !== null && extent === 'part')).toHaveLength(plan.cutOff);
  });

  test('and the page say the same of the posts that both hold', async () => {
    const known = ({ id, url, kind, text, links, tags, published, edited, thread, media }: FoundPost) => ({
      ...{ id, url, kind, text, links, tags, published, edited },
      thread,
      media: media.map((medium) => [medium.url, medium.alt]),
    });
    const { posts } = await exported();
    const inArchive = new Map(
      posts.filter(({ extent, kind }) => extent === 'whole' || kind === 'repost').map((post) => [post.id, post]),
    );
    let both = 0;
    for (const post of await pagePosts()) {
      const same = inArchive.get(post.id);
      if (same === undefined) continue;
      both += 1;
      expect(known(same)).toEqual(known(post));
    }
    expect(both).toBe(brand.expected.x.both);
  });
});
