import type { CompletenessStatement, Reconciliation } from '../../../src/model/statement.ts';
import { digestOf, exported, heldOf, manifest, named, says, snapshot, state } from './make-statement.ts';

const years = [
  [2017, 212, 41, 0],
  [2018, 388, 97, 0],
  [2019, 431, 160, 0],
  [2020, 402, 188, 1],
  [2021, 350, 240, 0],
  [2022, 190, 611, 0],
  [2023, 95, 702, 0],
  [2024, 31, 518, 0],
  [2025, 12, 121, 6],
  [null, 0, 3, 0],
] as const;

const byYear: Reconciliation['byYear'] = years.map(([year, both, onlyExport, onlyCrawl]) => ({
  year,
  ...heldOf({ both, onlyExport, onlyCrawl }),
}));

const total = (at: 1 | 2 | 3): number => years.reduce((sum, year) => sum + year[at], 0);

/** The same account where nothing is open. */
export function auroraComplete(): CompletenessStatement {
  const held = { both: total(1), onlyExport: total(2), onlyCrawl: 0 };
  const count = held.both + held.onlyExport;
  const media = { known: 3120, had: 3120, missing: [], missingCount: 0, elsewhere: 0 };
  return state({
    crawl: { claims: [says(count)], media: { known: 1960, had: 1960, missing: [] } },
    exports: [
      exported({
        posts: count,
        byKind: { post: count },
        claims: [manifest(count)],
        media,
        leftOut: { advertising: 96 },
      }),
    ],
    held,
    posts: { byYear, matchedBy: { id: held.both, address: 0, 'text-and-time': 0 } },
  });
}

/** An account of nine years whose page shows half of it, with some gaps, one of them accepted. */
export function aurora(): CompletenessStatement {
  const held = { both: total(1), onlyExport: total(2), onlyCrawl: total(3) };
  const missing = { post: '1', file: 'data/tweets_media/1-a.jpg', why: 'It is not there.' };
  const situation = {
    crawl: {
      claims: [says(4801, { reach: 'more-hidden' as const })],
      gaps: [{ reason: 'login-wall' as const, count: 1, hint: 'Log in.' }],
      media: { known: 1960, had: 1958, missing: [] },
    },
    exports: [
      exported({
        posts: held.both + held.onlyExport,
        byKind: { post: held.both + held.onlyExport },
        claims: [manifest(held.both + held.onlyExport)],
        leftOut: { 'direct-messages': 1204, 'likes-and-bookmarks': 8310, advertising: 96, drafts: 2 },
        media: {
          known: 3120,
          had: 3118,
          missing: [missing, { ...missing, file: 'data/tweets_media/2-b.mp4' }],
          missingCount: 2,
          elsewhere: 0,
        },
        parts: [
          { name: 'twitter-2025-11-21-aurora.zip', file: 'a', bytes: 1_840_000_000, sha256: digestOf('a') },
          { name: 'twitter-2025-11-21-aurora-part2.zip', file: 'b', bytes: 912_000_000, sha256: digestOf('c') },
        ],
      }),
    ],
    snapshots: [snapshot],
    held,
    posts: {
      byYear,
      matchedBy: { id: held.both - 12, address: 9, 'text-and-time': 3 },
      differing: { count: 4, posts: [] },
      newerThanExport: 6,
      onlyCrawl: [named('1265311982033473536')],
    },
  };
  const open = state(situation);
  const wall = open.gaps.find(({ kind }) => kind === 'crawl-gaps')?.id ?? '';
  const why = 'X zeigt ohne Anmeldung nur einen Teil der Zeitleiste; der Export deckt sie ab.';
  return state({
    ...situation,
    acceptances: [{ gap: wall, channel: 'x', by: 'Jana Öztürk', why, at: '2026-11-25T09:12:00.000Z' }],
  });
}
