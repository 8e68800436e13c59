import { afterEach, describe, expect, it } from 'vitest';
import { adapterOf } from '../../src/channels/registry.ts';
import type { ChannelFixture } from '../fixtures/sites/channel-fixture.ts';
import * as facebook from '../fixtures/sites/facebook/site.ts';
import * as instagram from '../fixtures/sites/instagram/site.ts';
import * as linkedin from '../fixtures/sites/linkedin/site.ts';
import * as threads from '../fixtures/sites/threads/site.ts';
import * as tiktok from '../fixtures/sites/tiktok/site.ts';
import { expectPosts, readFixture } from '../support/read-fixture.ts';

const walled = { facebook, instagram, linkedin, threads, tiktok } as const;
const fixtures: ChannelFixture[] = [];

afterEach(async () => {
  await Promise.all(fixtures.splice(0).map((fixture) => fixture.close()));
});

describe.each(Object.keys(walled) as (keyof typeof walled)[])('somebody who is logged in to %s', (id) => {
  it('gets every post there is, with everything that belongs to it', async () => {
    const { startSite, asMember } = walled[id];
    const fixture = await startSite(true);
    fixtures.push(fixture);
    const read = await readFixture(adapterOf(id), fixture, asMember);
    expectPosts(read.posts, fixture.expected.posts);
    expect(read.claims).toEqual(fixture.expected.claims);
    expect([read.unreadable, read.withheld]).toEqual([0, 0]);
  });
});
