import { describe, expect, it } from 'vitest';
import { meetsRequirement, type StatementGapKind } from '../../../src/model/statement.ts';
import { digestOf, exported, missingPost, named, type Situation, says, state, wholeExport } from './make-statement.ts';

const at = { file: 'data/tweets.js', record: 4, offsetBytes: 9 };
const posts = [named('7'), named('8', { url: null })];

/** One situation for each kind, with how many and which names it must give. */
const situations: Readonly<Record<StatementGapKind, readonly [Situation, count: number, items: readonly string[]]>> = {
  'missing-posts': [{ crawl: { claims: [says(12)] }, held: { onlyCrawl: 10 } }, 2, []],
  'named-missing-posts': [{ crawl: { missingPosts: [missingPost('1')] } }, 1, ['https://x.example/aurora/status/1']],
  'not-in-export': [
    {
      exports: [exported()],
      held: { onlyCrawl: 3 },
      posts: { onlyCrawl: [...posts, named('9', { published: '2026-11-23T00:00:00.000Z' })], newerThanExport: 1 },
    },
    2,
    ['https://x.example/aurora/status/7', '2024-03-01: Post 8'],
  ],
  'export-parts-missing': [{ exports: [exported({ missingParts: ['tweets-part1.js'] })] }, 1, ['tweets-part1.js']],
  'export-unreadable': [
    { exports: [exported({ unreadableCount: 3, unreadable: [{ id: null, at, message: 'No date.' }] })] },
    3,
    ['data/tweets.js, 4'],
  ],
  'export-media-missing': [
    {
      exports: [
        exported({
          media: {
            known: 9,
            had: 8,
            missing: [{ post: '1', file: 'data/tweets_media/1.jpg', why: 'Gone.' }],
            missingCount: 1,
            elsewhere: 0,
          },
        }),
      ],
    },
    1,
    ['data/tweets_media/1.jpg'],
  ],
  'export-refused': [
    { exports: [exported({ refused: [{ part: 'a.zip', path: '../../x', message: 'Out.' }] })] },
    1,
    ['a.zip: ../../x'],
  ],
  'crawl-media-missing': [
    { crawl: { media: { known: 5, had: 4, missing: [{ url: 'https://x.example/1.jpg', post: '1', why: '404' }] } } },
    1,
    ['https://x.example/1.jpg'],
  ],
  'crawl-gaps': [
    {
      crawl: {
        gaps: [{ reason: 'login-wall', count: 3, hint: 'Log in.' }],
        unreadable: [{ id: null, where: 'https://x.example/api', message: 'No JSON.' }],
      },
    },
    4,
    ['login-wall × 3', 'https://x.example/api'],
  ],
  'cut-off': [
    { held: { both: 3 }, posts: { cutOff: { count: 2, posts } } },
    2,
    ['https://x.example/aurora/status/7', '2024-03-01: Post 8'],
  ],
  'gone-since-earlier-export': [
    { exports: [exported()], posts: { gone: { count: 2, posts } } },
    2,
    ['https://x.example/aurora/status/7', '2024-03-01: Post 8'],
  ],
  unproved: [{ exports: [exported()], held: { both: 3 } }, 1, []],
  'no-export': [{ held: { onlyCrawl: 3 } }, 1, []],
  'no-crawl': [{ crawl: null, exports: [wholeExport(3)], held: { onlyExport: 3 } }, 1, []],
};

const kinds = Object.keys(situations) as StatementGapKind[];

function gapOf(kind: StatementGapKind, situation: Situation = situations[kind][0]) {
  const found = state(situation).gaps.find((gap) => gap.kind === kind);
  if (found === undefined) throw new Error(`No gap of kind ${kind}.`);
  return found;
}

describe('a gap', () => {
  it.each(kinds)('of kind %s has its count, its names, and a reason and a remedy in both languages', (kind) => {
    const [, count, items] = situations[kind];
    const found = gapOf(kind);
    expect({ count: found.count, items: found.items }).toEqual({ count, items });
    for (const text of [found.reason, found.remedy]) {
      for (const told of [text.en, text.de]) {
        expect(told).toMatch(/^[\p{Lu}\d].*(\.|--channel x)$/u);
        expect(told).not.toMatch(/undefined|null|NaN| {2}/);
      }
      expect(text.en).not.toBe(text.de);
    }
    expect(state(situations[kind][0]).verdict).not.toBe('complete');
  });

  it('counts media of posts that only an export holds which never has any', () => {
    const media = { known: 40, had: 0, missing: [], elsewhere: 40, missingCount: 0 };
    const situation: Situation = {
      crawl: { media: { known: 30, had: 30, missing: [] } },
      exports: [exported({ media })],
    };
    expect(gapOf('export-media-missing', { ...situation, held: { both: 5, onlyExport: 1 } }).count).toBe(10);
    expect(state({ ...situation, held: { both: 6 } }).gaps.map(({ kind }) => kind)).not.toContain(
      'export-media-missing',
    );
  });

  it('names no more than a hundred', () => {
    const missingPosts = Array.from({ length: 150 }, (_, n) => missingPost(String(n)));
    const { count, items } = gapOf('named-missing-posts', { crawl: { missingPosts } });
    expect({ count, shown: items.length }).toEqual({ count: 150, shown: 100 });
  });

  it('keeps its id for as long as exactly the same is missing, in whatever order', () => {
    const missing = (...ids: readonly string[]): Situation => ({ crawl: { missingPosts: ids.map(missingPost) } });
    const id = (...ids: readonly string[]): string => gapOf('named-missing-posts', missing(...ids)).id;
    expect(id('1', '2')).toMatch(/^[0-9a-f]{10}$/);
    expect(id('2', '1')).toBe(id('1', '2'));
    expect(id('1', '3')).not.toBe(id('1', '2'));
    expect(id('1')).not.toBe(id('1', '2'));
    const short = (claim: number, held: number): string =>
      gapOf('missing-posts', { crawl: { claims: [says(claim)] }, held: { onlyCrawl: held } }).id;
    expect(short(12, 10)).toBe(short(12, 10));
    expect(short(13, 11)).not.toBe(short(12, 10));
  });

  it('is other than the same one of another channel', () => {
    const channel = {
      brand: 'A',
      id: 'other',
      title: 'A',
      platform: 'x',
      platformName: 'X',
      url: 'https://x.example/',
    } as const;
    expect(gapOf('no-export', { ...situations['no-export'][0], channel }).id).not.toBe(gapOf('no-export').id);
  });

  it('changes names beyond the hundredth, and is another gap then', () => {
    const many = (last: string): Situation => ({
      crawl: { missingPosts: [...Array.from({ length: 120 }, (_, n) => missingPost(String(n))), missingPost(last)] },
    });
    expect(gapOf('named-missing-posts', many('z1')).id).not.toBe(gapOf('named-missing-posts', many('z2')).id);
  });

  it('is accepted only by its own id and for its own channel', () => {
    const [situation] = situations['no-export'];
    const { id } = gapOf('no-export');
    const acceptance = { gap: id, channel: 'x', by: 'Ada', why: 'It is a test.', at: '2026-11-24T00:00:00.000Z' };
    const withOne = (parts: Partial<typeof acceptance>) =>
      gapOf('no-export', { ...situation, acceptances: [{ ...acceptance, ...parts }] }).accepted;
    expect(withOne({})).toEqual(acceptance);
    expect(withOne({ gap: `${id.slice(0, 9)}x` })).toBeNull();
    expect(withOne({ channel: 'y' })).toBeNull();
  });
});

describe('what is required of a statement', () => {
  const open: Situation = { held: { onlyCrawl: 3 } };
  const acceptances = state(open).gaps.map(({ id }) => ({ gap: id, channel: 'x', by: 'Ada', why: 'Seen.', at: '' }));

  it('is met by a complete one, and by accepted gaps where that is enough', () => {
    const whole = state({ crawl: { claims: [says(3)] }, held: { onlyCrawl: 3 } });
    expect(whole.verdict).toBe('complete');
    expect(meetsRequirement(whole, 'complete') && meetsRequirement(whole, 'accepted')).toBe(true);
    expect(meetsRequirement(state(open), 'accepted')).toBe(false);
    const accepted = state({ ...open, acceptances });
    expect(meetsRequirement(accepted, 'accepted')).toBe(true);
    expect(meetsRequirement(accepted, 'complete')).toBe(false);
  });

  it('is never met by a verdict without a gap that could be accepted', () => {
    for (const verdict of ['cannot-tell', 'incomplete', 'complete-with-named-gaps'] as const) {
      expect(meetsRequirement({ verdict, gaps: [] }, 'accepted')).toBe(false);
    }
  });
});

it('tells of lost files and of gaps of the crawl, where there are both', () => {
  const gaps = [{ reason: 'login-wall', count: 3, hint: 'Log in.' }] as const;
  const both = gapOf('crawl-gaps', { crawl: { gaps }, lostFiles: ['vault/a.wacz'] });
  expect(both.items).toEqual(['vault/a.wacz', 'login-wall × 3']);
  expect(both.reason.en).toBe(
    '1 file that this statement rests on is no longer in the vault. 3 gaps in the pages of the crawl: something was shut, failed or could not be read.',
  );
  const alone = gapOf('crawl-gaps', { lostFiles: ['vault/a.wacz'] });
  expect(alone.reason.de).toBe('1 Datei, auf der diese Erklärung beruht, ist nicht mehr im Tresor.');
});

it('notes that export and crawl are old, as nothing speaks of the days since', () => {
  const on = (day: string) =>
    state({ exports: [exported()], now: new Date(`2026-11-${day}T09:00:00.000Z`) }).notes.map(({ en }) => en);
  expect(on('27')).toEqual([]);
  expect(on('28')).toEqual([
    'The newest export or crawl is 7 days old: what was published since then is not in this statement.',
  ]);
});

it('names its sources with their digests, and what stands in them', () => {
  const stated = state({
    exports: [wholeExport(100, { leftOut: { contacts: 3 } })],
    held: { both: 20, onlyExport: 80 },
  });
  expect(stated.exports[0]?.parts).toEqual([{ name: 'twitter-aurora.zip', bytes: 4_812_000, sha256: digestOf('a') }]);
  expect(stated.snapshots[0]?.sha256).toBe(digestOf('b'));
  expect(stated.leftOut).toEqual({ contacts: 3 });
  expect(stated.platformSays).toEqual([
    {
      name: 'manifest.js tweets',
      count: 100,
      at: '2026-11-21T09:00:00.000Z',
      reach: 'exact',
      proof: 'data/manifest.js',
    },
  ]);
});
