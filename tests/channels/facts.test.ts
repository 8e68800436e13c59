import { describe, expect, it } from 'vitest';
import { adapterOf } from '../../src/channels/registry.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { PlatformId } from '../../src/model/platform.ts';

/** The survey's three tables and what was found later, written here a second time by hand: a slip in a folder must not pass for a fact. */
const access: Readonly<Record<PlatformId, string | undefined>> = {
  x: 'single-posts',
  facebook: 'login',
  instagram: 'part',
  threads: 'part',
  linkedin: 'part',
  youtube: 'part',
  tiktok: 'single-posts',
  pinterest: 'part',
  reddit: 'part',
  tumblr: 'whole',
  medium: 'part',
  wordpress: 'whole',
  ghost: 'part',
  substack: 'whole',
  mastodon: 'whole',
  bluesky: 'whole',
  telegram: 'whole',
  xing: 'part',
  'google-plus': 'gone',
  website: undefined,
};

/** What the exports are known by, or what is said of them. */
const exports: Readonly<Partial<Record<PlatformId, readonly string[]>>> = {
  x: [
    'data/manifest.js',
    'data/tweets.js',
    'data/tweets-part1.js',
    'data/note-tweet.js',
    'data/community-tweet.js',
    'data/tweets_media/',
    'data/tweet.js',
  ],
  facebook: [
    "this_profile's_activity_across_facebook/posts/profile_posts_",
    'your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_',
    'posts/your_posts_',
  ],
  instagram: ['posts_1.json', 'reels.json', 'stories.json', 'media/posts/YYYYMM/'],
  threads: ['threads/threads_and_replies.json'],
  linkedin: [
    'Basic_LinkedInDataExport_',
    'Complete_LinkedInDataExport_',
    'Shares.csv',
    'Comments.csv',
    'Articles/*.html',
  ],
  tiktok: ['user_data_tiktok.json'],
  reddit: ['posts.csv', 'comments.csv'],
  tumblr: ['posts/posts.xml', 'media/', 'posts/html/'],
  medium: ['posts/*.html', 'profile/profile.html'],
  ghost: ['"db"'],
  substack: ['posts.csv', 'posts/ID.slug.html'],
  mastodon: ['actor.json', 'outbox.json', 'media_attachments/'],
  bluesky: ['.car'],
  telegram: ['result.json'],
  'google-plus': ['Takeout/Google+ Stream/Posts/*.html', '.json'],
};

const open: Readonly<Partial<Record<PlatformId, readonly string[]>>> = {
  youtube: ['feeds/videos.xml?channel_id='],
  tiktok: ['oembed'],
  pinterest: ['/USER/feed.rss'],
  reddit: ['.rss', '.json'],
  tumblr: ['/api/read/json', '/rss'],
  medium: ['/feed/@user'],
  wordpress: ['/wp-json/wp/v2/', '/feed', '/wp-sitemap.xml', '/sitemap.xml', '?rest_route='],
  ghost: ['/rss', 'sitemap.xml'],
  substack: ['/api/v1/archive?sort=new&offset=N&limit=M', '/feed'],
  mastodon: ['/api/v1/accounts/lookup', '/accounts/:id/statuses', '.rss', 'outbox'],
  bluesky: ['com.atproto.sync.getRepo', 'listBlobs', 'getBlob', 'app.bsky.feed.getAuthorFeed'],
  telegram: ['t.me/s/NAME?before='],
};

type Days = readonly (readonly [number, Fact<unknown>['certainty']])[];

const leaving: readonly (readonly [
  PlatformId,
  { grace?: Days; waits?: Days; login?: Days; reuse?: string; effect: string },
])[] = [
  ['x', { grace: [[30, 'high']], login: [[30, 'medium']], reuse: 'medium', effect: 'high' }],
  [
    'facebook',
    {
      grace: [
        [14, 'low'],
        [30, 'medium'],
      ],
      waits: [[4, 'medium']],
      effect: 'medium',
    },
  ],
  [
    'instagram',
    {
      grace: [
        [30, 'medium'],
        [90, 'high'],
      ],
      reuse: 'low',
      effect: 'medium',
    },
  ],
  ['threads', { grace: [[30, 'low']], reuse: 'low', effect: 'low' }],
  ['linkedin', { effect: 'low' }],
  [
    'youtube',
    {
      waits: [
        [7, 'medium'],
        [90, 'high'],
      ],
      login: [[730, 'low']],
      effect: 'medium',
    },
  ],
  [
    'tiktok',
    {
      grace: [[30, 'medium']],
      waits: [
        [4, 'medium'],
        [4, 'medium'],
      ],
      login: [[180, 'high']],
      reuse: 'high',
      effect: 'medium',
    },
  ],
  [
    'pinterest',
    {
      grace: [
        [14, 'high'],
        [7, 'low'],
      ],
      reuse: 'high',
      effect: 'high',
    },
  ],
  ['reddit', { effect: 'medium', reuse: 'medium' }],
  ['tumblr', { reuse: 'medium', effect: 'medium' }],
  ['medium', { effect: 'medium' }],
  [
    'wordpress',
    {
      grace: [
        [30, 'high'],
        [30, 'medium'],
      ],
      reuse: 'high',
      effect: 'high',
    },
  ],
  ['ghost', { effect: 'medium' }],
  ['substack', { waits: [[14, 'high']], effect: 'high' }],
  [
    'mastodon',
    {
      waits: [
        [30, 'high'],
        [7, 'high'],
      ],
      reuse: 'high',
      effect: 'high',
    },
  ],
  ['bluesky', { grace: [[0, 'medium']], reuse: 'medium', effect: 'medium' }],
  ['telegram', { effect: 'medium', login: [[180, 'low']], reuse: 'low' }],
  ['xing', { waits: [[21, 'medium']], effect: 'medium' }],
  ['google-plus', { effect: 'high' }],
  ['website', { reuse: 'medium', effect: 'unknown' }],
];

const inDays = (facts: readonly Fact<number>[]) =>
  facts.filter(({ certainty }) => certainty !== 'unknown').map(({ value, certainty }) => [value, certainty]);

describe('the table of public access and exports', () => {
  it.each(Object.entries(access) as [PlatformId, string | undefined][])('is there for %s', (id, level) => {
    const { publicAccess, exportFiles, openAddresses, officialExport } = adapterOf(id).facts;
    expect(publicAccess.value?.level).toBe(level);
    expect(officialExport.value === undefined).toBe(id === 'website');
    for (const file of exports[id] ?? []) expect(exportFiles.value?.join('\n')).toContain(file);
    expect(exportFiles.value === undefined).toBe(exports[id] === undefined);
    for (const address of open[id] ?? []) expect(openAddresses.value?.join('\n')).toContain(address);
    expect(openAddresses.value === undefined).toBe(open[id] === undefined);
  });
});

describe('the table of leaving', () => {
  it.each(leaving)('is there for %s', (id, expected) => {
    const { grace, waits, loginToKeep, handleReuse, deletionEffect } = adapterOf(id).facts;
    expect(inDays(grace)).toEqual(expected.grace ?? []);
    expect(waits.flatMap(({ value, certainty }) => (value === undefined ? [] : [[value.days, certainty]]))).toEqual(
      expected.waits ?? [],
    );
    expect(inDays([loginToKeep])).toEqual(expected.login ?? []);
    expect(handleReuse.certainty).toBe(expected.reuse ?? 'unknown');
    expect(deletionEffect.certainty).toBe(expected.effect);
  });

  it('has the ways out', () => {
    const modes = (id: PlatformId) => adapterOf(id).facts.exitModes.value;
    expect(modes('x')).toEqual(['freeze', 'delete']);
    expect(modes('mastodon')).toEqual(['redirect', 'delete']);
    expect(modes('pinterest')).toEqual(['freeze', 'delete']);
    expect(modes('google-plus')).toEqual([]);
    expect(modes('wordpress')).toEqual(['freeze', 'redirect', 'delete']);
  });

  it('has the one address the survey names', () => {
    expect(adapterOf('x').facts.deletionPage).toMatchObject({
      value: 'https://x.com/settings/deactivate',
      certainty: 'high',
    });
  });
});
