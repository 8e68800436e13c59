import { describe, expect, it } from 'vitest';
import { KnownError } from '../../src/base/known-error.ts';
import { readConfigText } from '../../src/workspace/read-config.ts';

const brand = 'brand:\n  name: Aurora\n  languages: [de, en]\n';

function trouble(text: string): { code: string; message: string; exitCode: number } {
  try {
    readConfigText('lastpost.yaml', text);
  } catch (error) {
    if (error instanceof KnownError) return { code: error.code, message: error.message, exitCode: error.exitCode };
    throw error;
  }
  throw new Error('The text was accepted.');
}

const mistakes: readonly (readonly [what: string, text: string, message: string])[] = [
  [
    'a key nobody knows, with the one that was meant',
    `${brand}channels:\n  - id: blog\n    platfrom: website\n    platform: website\n    url: https://b.example\n`,
    'lastpost.yaml:6:5: "platfrom" is no key of channels[0]. Did you mean "platform"?',
  ],
  [
    'a key nobody knows and nothing near, with what is allowed',
    `${brand}colour: red\n`,
    'lastpost.yaml:4:1: "colour" is no key of lastpost.yaml. Allowed: version, brand, channels, archive, people, mail, planning, exit, schedules, timezone, holidays.',
  ],
  [
    'a value of the wrong kind',
    `${brand}archive:\n  workers: two\n`,
    'lastpost.yaml:5:12: archive.workers is "two"; it must be a whole number from 1 to 16.',
  ],
  [
    'a value out of range',
    `${brand}archive:\n  workers: 17\n`,
    'lastpost.yaml:5:12: archive.workers is 17; it must be a whole number from 1 to 16.',
  ],
  [
    'holidays of a place that nobody knows',
    `${brand}holidays: DE-XX\n`,
    'lastpost.yaml:4:11: holidays is "DE-XX"; it must be a place whose holidays are known, like DE-BY, AT or CH-ZH (see docs/dates.md).',
  ],
  [
    'a rate that is no number',
    `${brand}planning: {rates: {brand: free}}\n`,
    'lastpost.yaml:4:27: planning.rates.brand is "free"; it must be what an hour costs, like 85 or 85.50.',
  ],
  [
    'a duration without a unit',
    `${brand}archive:\n  delay: 500\n`,
    'lastpost.yaml:5:10: archive.delay is 500; it must be a duration like 500ms, 30s, 5m or 2h.',
  ],
  [
    'a size nobody can read',
    `${brand}archive:\n  max_bytes: lots\n`,
    'lastpost.yaml:5:14: archive.max_bytes is "lots"; it must be a size like 500KB, 200MB or 2GB.',
  ],
  [
    'a choice that is none',
    `${brand}archive:\n  robots: maybe\n`,
    'lastpost.yaml:5:11: archive.robots is "maybe"; it must be one of: obey, ignore.',
  ],
  [
    'an address that is none',
    `${brand}channels:\n  - id: blog\n    platform: website\n    url: blog.example\n`,
    'lastpost.yaml:7:10: channels[0].url is "blog.example"; it must be an address that begins with https:// or http://.',
  ],
  [
    'something that is missing',
    `${brand}channels:\n  - id: blog\n    platform: website\n`,
    'lastpost.yaml:5:5: channels[0].url is missing; it must be an address that begins with https:// or http://.',
  ],
  [
    'an id that cannot be a folder',
    `${brand}channels:\n  - id: ../blog\n    platform: website\n    url: https://b.example\n`,
    'lastpost.yaml:5:9: channels[0].id is "../blog"; it must be lower-case letters, digits and hyphens.',
  ],
  [
    'an id that is there twice',
    `${brand}channels:\n  - {id: blog, platform: website, url: https://a.example}\n  - {id: blog, platform: website, url: https://b.example}\n`,
    'lastpost.yaml:6:10: channels[1].id is "blog"; it must be different from every other channel’s id.',
  ],
  [
    'a pattern that is no regular expression',
    `${brand}channels:\n  - id: blog\n    platform: website\n    url: https://b.example\n    exclude: ['(']\n`,
    'lastpost.yaml:8:15: channels[0].exclude[0] is "("; it must be a regular expression.',
  ],
  [
    'a platform nobody knows',
    `${brand}channels:\n  - id: blog\n    platform: myspace\n    url: https://b.example\n`,
    'lastpost.yaml:6:15: channels[0].platform is "myspace"; it must be one of: x, facebook, instagram, threads, linkedin, youtube, tiktok, pinterest, reddit, tumblr, medium, wordpress, ghost, substack, mastodon, bluesky, telegram, xing, google-plus, website.',
  ],
  [
    'a fact nobody can state',
    `${brand}channels:\n  - id: x\n    platform: x\n    url: https://x.com/a\n    facts: {grace_day: 30}\n`,
    'lastpost.yaml:8:13: "grace_day" is no key of channels[0].facts. Did you mean "grace_days"?',
  ],
  [
    'a fact of the wrong kind',
    `${brand}channels:\n  - id: x\n    platform: x\n    url: https://x.com/a\n    facts:\n      post_limit: many\n`,
    'lastpost.yaml:9:19: channels[0].facts.post_limit is "many"; it must be a whole number of 1 or more.',
  ],
  [
    'a day that is none',
    `${brand}channels:\n  - id: x\n    platform: x\n    url: https://x.com/a\n    facts:\n      checked_on: 2026-02-30\n`,
    'lastpost.yaml:9:19: channels[0].facts.checked_on is "2026-02-30"; it must be a day like 2026-11-22.',
  ],
  ['no brand', '# only a comment\n', 'lastpost.yaml:1:1: brand is missing; it must be a block of keys.'],
  [
    'a version from the future',
    `version: 2\n${brand}`,
    'lastpost.yaml:1:10: version is 2; it must be 1, the only version this Lastpost knows.',
  ],
  ['a list for a file', '- a\n', 'lastpost.yaml:1:1: The file is a list; it must be a block of keys.'],
];

describe('lastpost.yaml', () => {
  it.each(mistakes)('names %s by line and column', (_what, text, message) => {
    expect(trouble(text)).toEqual({ code: 'workspace.invalid', message, exitCode: 2 });
  });

  it('names every mistake at once', () => {
    const { message } = trouble(`${brand}archive:\n  workers: 0\n  robot: obey\n`);
    expect(message.split('\n')).toEqual([
      'lastpost.yaml:5:12: archive.workers is 0; it must be a whole number from 1 to 16.',
      'lastpost.yaml:6:3: "robot" is no key of archive. Did you mean "robots"?',
    ]);
  });

  it('names the place where it is no YAML', () => {
    const { code, message } = trouble('brand:\n  name: "Aurora\n');
    expect(code).toBe('workspace.yaml');
    expect(message).toMatch(/^lastpost\.yaml:\d+:\d+: \S/);
  });

  it('becomes the words of the program', () => {
    const config = readConfigText(
      'lastpost.yaml',
      `${brand}channels:\n  - id: blog\n    platform: website\n    url: https://b.example/\n    scope: prefix\n    exclude: [/tag/]\n    depth: 3\n` +
        'archive:\n  workers: 4\n  delay: 1s\n  robots: ignore\n  max_bytes: 2GB\n  max_time: 1h30m\n  page_time: 30s\n  max_pages: 7\n' +
        '  viewport: 800x600\n  user_agent: Aurora\n  sitemaps: false\n  secret_parameters: [token]\n',
    );
    expect(config).toEqual({
      brand: { name: 'Aurora', languages: ['de', 'en'] },
      channels: [
        {
          id: 'blog',
          platform: 'website',
          url: 'https://b.example/',
          scope: 'prefix',
          include: [],
          exclude: [/\/tag\//],
          depth: 3,
        },
      ],
      archive: {
        workers: 4,
        delayMs: 1000,
        robots: 'ignore',
        maxBytes: 2e9,
        maxTimeMs: 5_400_000,
        pageTimeMs: 30_000,
        maxPages: 7,
        viewport: { width: 800, height: 600 },
        userAgent: 'Aurora',
        sitemaps: false,
        secretParameters: ['token'],
      },
      people: [],
    });
  });

  it('takes every platform, a handle, and facts of its own', () => {
    const { channels } = readConfigText(
      'lastpost.yaml',
      `${brand}channels:\n  - id: x\n    platform: x\n    handle: aurora\n    url: https://x.com/aurora\n` +
        '    facts: {checked_on: 2026-12-01, grace_days: 30, login_to_keep_days: 20, post_limit: 25000, title_limit: 90,\n' +
        '      bio_limit: 150, export_page: https://a.example/e, deletion_page: https://a.example/d}\n' +
        '  - {id: plus, platform: google-plus, url: https://plus.google.com/+Aurora, facts: }\n',
    );
    expect(channels).toMatchObject([
      {
        platform: 'x',
        handle: 'aurora',
        facts: {
          checkedOn: '2026-12-01',
          graceDays: 30,
          loginToKeepDays: 20,
          postLimit: 25_000,
          titleLimit: 90,
          bioLimit: 150,
          exportPage: 'https://a.example/e',
          deletionPage: 'https://a.example/d',
        },
      },
      { platform: 'google-plus' },
    ]);
    expect(channels[1]).not.toHaveProperty('facts');
  });

  it('may leave channels and archive empty', () => {
    const config = readConfigText('lastpost.yaml', `${brand}channels:\narchive:\n`);
    expect(config).toMatchObject({ channels: [], archive: { secretParameters: [] } });
  });
});
