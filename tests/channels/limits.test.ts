import { describe, expect, it } from 'vitest';
import { messageLimits } from '../../src/channels/message-limits.ts';
import { adapterOf } from '../../src/channels/registry.ts';
import type { Limit } from '../../src/model/channel.ts';
import type { Fact } from '../../src/model/fact.ts';
import { type PlatformId, platformIds } from '../../src/model/platform.ts';

/** `what most counting certainty`, in the order of the table. */
const limits: Readonly<Partial<Record<PlatformId, readonly string[]>>> = {
  x: [
    'post 280 x-weighted high',
    'post 25000 x-weighted high',
    'bio 160 characters high',
    'name 50 characters high',
    'fold 280 x-weighted medium',
  ],
  facebook: ['post 63206 utf-16 medium', 'bio 101 utf-16 medium', 'fold 125 characters low', 'fold 477 characters low'],
  instagram: [
    'post 2200 utf-16 medium',
    'hashtags 5 pieces high',
    'bio 150 utf-16 medium',
    'alt 1000 utf-16 medium',
    'fold 125 characters medium',
  ],
  threads: [
    'post 500 emoji-as-utf-8-bytes high',
    'links 5 pieces high',
    'topic-tags 1 pieces high',
    'bio 150 characters high',
  ],
  linkedin: [
    'post 3000 utf-16 medium',
    'about 2000 utf-16 medium',
    'tagline 120 utf-16 medium',
    'fold 140 utf-16 medium',
    'fold 210 utf-16 medium',
  ],
  bluesky: ['post 300 graphemes high', 'post 3000 utf-8-bytes high', 'bio 256 graphemes high'],
  mastodon: ['post 500 graphemes high', 'bio 500 graphemes high'],
  youtube: ['title 100 characters high', 'description 5000 utf-8-bytes high', 'about 1000 characters high'],
  tiktok: ['post 4000 utf-16 medium', 'post 2200 utf-16 medium', 'bio 80 utf-16 medium'],
  pinterest: ['title 100 characters medium', 'post 500 characters medium', 'alt 500 characters medium'],
  reddit: ['title 300 characters medium', 'post 40000 characters medium'],
  telegram: ['post 4096 utf-16 medium', 'caption 1024 utf-16 medium', 'bio 255 utf-16 medium'],
};

const inWords = ({ value, certainty }: Fact<Limit>) =>
  value === undefined ? 'unknown' : `${value.what} ${value.most} ${value.counting} ${certainty}`;

describe('the table of limits', () => {
  it.each(platformIds)('is there for %s', (id) => {
    expect(adapterOf(id).facts.limits.map(inWords)).toEqual(limits[id] ?? ['unknown']);
  });

  it('counts every link as 23 on X and Mastodon', () => {
    expect(adapterOf('x').facts.limits[0]?.value?.linkLength).toBe(23);
    expect(adapterOf('mastodon').facts.limits[0]?.value?.linkLength).toBe(23);
    expect(adapterOf('bluesky').facts.limits[0]?.value?.linkLength).toBeUndefined();
  });

  it('counts mentions without their host on Mastodon, and the content warning with the post', () => {
    const said = adapterOf('mastodon').facts.limits.map(({ value }) => [
      value?.mentionsWithoutHost,
      value?.withWarning,
    ]);
    expect(said).toEqual([
      [true, true],
      [true, undefined],
    ]);
  });

  it('knows which limit is for whom', () => {
    expect(adapterOf('x').facts.limits.map(({ value }) => value?.variant)).toEqual([
      undefined,
      'premium',
      undefined,
      undefined,
      undefined,
    ]);
    expect(adapterOf('tiktok').facts.limits.map(({ value }) => value?.variant)).toEqual([undefined, 'api', undefined]);
  });

  it('is there for places that are no channel', () => {
    const said = Object.fromEntries(Object.entries(messageLimits).map(([kind, list]) => [kind, list.map(inWords)]));
    expect(said).toEqual({
      'google-business': ['post 1500 characters medium', 'description 750 characters medium'],
      newsletter: ['subject 50 graphemes low', 'preheader 90 graphemes low'],
      sms: ['post 160 gsm-7 high', 'post 153 gsm-7 high', 'post 70 ucs-2 high', 'post 67 ucs-2 high'],
    });
  });
});
