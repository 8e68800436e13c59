import type { Verdict } from '../../../src/model/completeness.ts';
import {
  exported,
  exportedBefore,
  manifest,
  missingPost,
  type Situation,
  says,
  wholeExport,
} from './make-statement.ts';

export interface Row {
  readonly title: string;
  readonly situation: Situation;
  readonly verdict: Verdict;
  readonly missing: number | null;
  readonly gaps?: readonly string[];
}

export const hidden = { reach: 'more-hidden' } as const;
const complete = { verdict: 'complete', gaps: [] } as const;
export const wall = [{ reason: 'login-wall', count: 1, hint: 'Log in.' }] as const;

/** The number is proved, and nothing is open. */
export const proved: readonly Row[] = [
  {
    title: 'both together hold exactly what the platform counts',
    situation: {
      crawl: { claims: [says(100)] },
      exports: [exported()],
      held: { both: 60, onlyExport: 30, onlyCrawl: 10 },
      posts: { newerThanExport: 10 },
    },
    missing: 0,
    ...complete,
  },
  {
    title: 'a number that counts hidden posts too is reached exactly',
    situation: { crawl: { claims: [says(100, hidden)] }, exports: [exported()], held: { both: 40, onlyExport: 60 } },
    missing: 0,
    ...complete,
  },
  {
    title: 'the crawl alone proved it, and no export was ever needed',
    situation: { crawl: { verdict: 'complete', expected: 24, have: 24, claims: [says(24)] }, held: { onlyCrawl: 24 } },
    missing: 0,
    ...complete,
  },
  {
    title: 'the crawl alone proved it, and the export holds posts that were deleted since',
    situation: {
      crawl: { verdict: 'complete', expected: 24, have: 24, claims: [says(24)] },
      exports: [exported()],
      held: { both: 24, onlyExport: 6 },
    },
    missing: 0,
    ...complete,
  },
  {
    title: 'a post that the crawl missed by name is in the export',
    situation: {
      crawl: {
        verdict: 'complete-with-named-gaps',
        expected: 3,
        have: 2,
        claims: [says(3)],
        missingPosts: [missingPost('3')],
      },
      exports: [exported()],
      held: { both: 2, onlyExport: 1 },
      isHeld: () => true,
    },
    missing: 0,
    ...complete,
  },
  {
    title: 'an export that holds everything says how many, all were read, and the crawl saw nothing else',
    situation: { exports: [wholeExport(100)], held: { both: 20, onlyExport: 80 } },
    missing: 0,
    ...complete,
  },
  {
    title: 'such an export was made before a crawl without gaps that saw nothing newer',
    situation: { exports: [wholeExport(100, { madeAt: exportedBefore })], held: { both: 20, onlyExport: 80 } },
    missing: 0,
    ...complete,
  },
  {
    title: 'such an export has newer posts than the crawl and its number',
    situation: {
      crawl: { claims: [says(95)] },
      exports: [wholeExport(100)],
      held: { both: 20, onlyExport: 80 },
      posts: { newerThanCrawl: 5 },
    },
    missing: 0,
    ...complete,
  },
  {
    title: 'such an export counts what was left out, read twice and in parts',
    situation: {
      exports: [
        wholeExport(100, {
          leftOut: { 'followers-only': 7, contacts: 900 },
          repeated: 3,
          claims: [manifest(100, { part: 'tweets' }), manifest(10, { part: 'community-tweet' })],
        }),
      ],
      held: { both: 20, onlyExport: 80 },
    },
    missing: 0,
    ...complete,
  },
  {
    title: 'there is nothing, and both a number and a list say so',
    situation: { crawl: { verdict: 'complete', expected: 0, claims: [says(0)] } },
    missing: 0,
    ...complete,
  },
];

/** The number is proved, and what is open has a name. */
export const withGaps: readonly Row[] = [
  {
    title: 'the number is proved and a page was shut',
    situation: {
      crawl: { claims: [says(100)], gaps: wall },
      exports: [exported()],
      held: { both: 40, onlyExport: 60 },
    },
    verdict: 'complete-with-named-gaps',
    missing: 0,
    gaps: ['crawl-gaps'],
  },
  {
    title: 'every missing post has a name',
    situation: {
      crawl: { claims: [says(100)], missingPosts: [missingPost('1'), missingPost('2')] },
      exports: [exported()],
      held: { both: 98 },
    },
    verdict: 'complete-with-named-gaps',
    missing: 2,
    gaps: ['named-missing-posts'],
  },
  {
    title: 'the number is proved, but the export lacks what the crawl has',
    situation: {
      crawl: { claims: [says(100)] },
      exports: [exported()],
      held: { both: 40, onlyExport: 59, onlyCrawl: 1 },
    },
    verdict: 'complete-with-named-gaps',
    missing: 0,
    gaps: ['not-in-export'],
  },
  {
    title: 'an unreadable record has the id of the one post that is short',
    situation: {
      crawl: { claims: [says(100)] },
      exports: [
        exported({
          unreadableCount: 1,
          unreadable: [{ id: '7', at: { file: 'data/tweets.js', record: 4, offsetBytes: 9 }, message: 'No date.' }],
        }),
      ],
      held: { both: 40, onlyExport: 59 },
    },
    verdict: 'complete-with-named-gaps',
    missing: 1,
    gaps: ['named-missing-posts', 'export-unreadable'],
  },
  {
    title: 'a part of the export is missing although the number is reached',
    situation: {
      crawl: { claims: [says(100)] },
      exports: [exported({ missingParts: ['tweets-part1.js'] })],
      held: { both: 40, onlyExport: 60 },
    },
    verdict: 'complete-with-named-gaps',
    missing: 0,
    gaps: ['export-parts-missing'],
  },
];
