import { exported, exportedBefore, manifest, missingPost, says, wholeExport } from './make-statement.ts';
import { hidden, type Row, wall } from './situations-proved.ts';

/** Something is missing, and not all of it has a name. */
export const incomplete: readonly Row[] = [
  {
    title: 'one too few',
    situation: { crawl: { claims: [says(101)] }, exports: [exported()], held: { both: 40, onlyExport: 60 } },
    verdict: 'incomplete',
    missing: 1,
    gaps: ['missing-posts'],
  },
  {
    title: 'the number is only reached with posts that are newer than it',
    situation: {
      crawl: { claims: [says(100)] },
      exports: [exported()],
      held: { both: 60, onlyExport: 40 },
      posts: { newerThanCrawl: 5 },
    },
    verdict: 'incomplete',
    missing: 5,
    gaps: ['missing-posts'],
  },
  {
    title: 'even the first digits of a rounded number cannot mean so few',
    situation: {
      crawl: { claims: [says(1200, { reach: 'rounded' })] },
      exports: [exported()],
      held: { both: 40, onlyExport: 60 },
    },
    verdict: 'incomplete',
    missing: 1100,
    gaps: ['missing-posts'],
  },
  {
    title: 'a lower bound is not reached',
    situation: {
      crawl: { claims: [says(101, { reach: 'at-least' })] },
      exports: [exported()],
      held: { both: 40, onlyExport: 60 },
    },
    verdict: 'incomplete',
    missing: 1,
    gaps: ['missing-posts'],
  },
  {
    title: 'names explain some of what is missing',
    situation: {
      crawl: { claims: [says(103)], missingPosts: [missingPost('1'), missingPost('2')] },
      exports: [exported()],
      held: { both: 100 },
    },
    verdict: 'incomplete',
    missing: 3,
    gaps: ['missing-posts', 'named-missing-posts'],
  },
  {
    title: 'nothing proves the number, and a part of the export is missing',
    situation: { exports: [exported({ missingParts: ['tweets-part1.js'] })], held: { both: 20, onlyExport: 60 } },
    verdict: 'incomplete',
    missing: null,
    gaps: ['export-parts-missing', 'unproved'],
  },
  {
    title: 'a part of an export is missing, although its own number is reached',
    situation: {
      exports: [wholeExport(100, { missingParts: ['tweets-part1.js'] })],
      held: { both: 20, onlyExport: 80 },
    },
    verdict: 'incomplete',
    missing: null,
    gaps: ['export-parts-missing', 'unproved'],
  },
  {
    title: 'a number that may count hidden posts is higher than a whole export that is older than it',
    situation: {
      crawl: { claims: [says(103, hidden)], gaps: wall },
      exports: [wholeExport(100, { madeAt: exportedBefore })],
      held: { both: 40, onlyExport: 60 },
    },
    verdict: 'incomplete',
    missing: 3,
    gaps: ['missing-posts', 'crawl-gaps'],
  },
  {
    title: 'the export says more than can be found in it',
    situation: { exports: [wholeExport(100, { claims: [manifest(120)] })], held: { both: 20, onlyExport: 80 } },
    verdict: 'incomplete',
    missing: null,
    gaps: ['export-parts-missing', 'unproved'],
  },
  {
    title: 'a wall stood in the way and there is no export',
    situation: { crawl: { gaps: wall }, held: { onlyCrawl: 40 } },
    verdict: 'incomplete',
    missing: null,
    gaps: ['crawl-gaps', 'no-export'],
  },
  {
    title: 'a file that it rests on is gone',
    situation: {
      crawl: { claims: [says(100)] },
      exports: [exported()],
      held: { both: 100 },
      lostFiles: ['vault/x/1.wacz'],
    },
    verdict: 'incomplete',
    missing: 0,
    gaps: ['crawl-gaps'],
  },
  {
    title: 'the ledger holds fewer than the crawl says it has',
    situation: { crawl: { verdict: 'complete', expected: 24, have: 24 }, held: { onlyCrawl: 20 } },
    verdict: 'incomplete',
    missing: 4,
    gaps: ['missing-posts', 'no-export'],
  },
];

/** Nothing proves the number. */
export const untold: readonly Row[] = [
  {
    title: 'nothing says how many there are',
    situation: {
      exports: [exported({ dialect: 'linkedin', platform: 'linkedin' })],
      held: { both: 20, onlyExport: 80 },
    },
    verdict: 'cannot-tell',
    missing: null,
    gaps: ['unproved'],
  },
  {
    title: 'the platform counts fewer than are held, and deleted posts may stand in for missing ones',
    situation: { crawl: { claims: [says(95)] }, exports: [exported()], held: { both: 40, onlyExport: 60 } },
    verdict: 'cannot-tell',
    missing: null,
    gaps: ['unproved'],
  },
  {
    title: 'the same with a whole export that is older than the number',
    situation: {
      crawl: { claims: [says(95)] },
      exports: [wholeExport(100, { madeAt: exportedBefore })],
      held: { both: 40, onlyExport: 60 },
    },
    verdict: 'cannot-tell',
    missing: null,
    gaps: ['unproved'],
  },
  {
    title: 'a whole export, and a higher number that may count hidden posts',
    situation: {
      crawl: { claims: [says(103, hidden)] },
      exports: [wholeExport(100)],
      held: { both: 40, onlyExport: 60 },
    },
    verdict: 'cannot-tell',
    missing: 3,
    gaps: ['missing-posts'],
  },
  {
    title: 'two numbers of the platform contradict each other',
    situation: {
      crawl: { claims: [says(100), says(104, { name: 'other', kinds: ['post'], reach: 'at-least' })] },
      exports: [exported()],
      held: { both: 100 },
    },
    verdict: 'cannot-tell',
    missing: null,
    gaps: ['unproved'],
  },
  {
    title: 'only a rounded number or a reached lower bound',
    situation: { crawl: { claims: [says(100, { reach: 'rounded' })] }, exports: [exported()], held: { both: 100 } },
    verdict: 'cannot-tell',
    missing: null,
    gaps: ['unproved'],
  },
  {
    title: 'the export has posts that are newer than a crawl that proved what there was',
    situation: {
      crawl: { verdict: 'complete', expected: 24, have: 24, claims: [says(24)] },
      exports: [exported()],
      held: { both: 24, onlyExport: 2 },
      posts: { newerThanCrawl: 2 },
    },
    verdict: 'cannot-tell',
    missing: null,
    gaps: ['unproved'],
  },
  {
    title: 'the crawl has posts that are newer than a whole export, and no number says how many those are',
    situation: {
      exports: [wholeExport(100, { madeAt: exportedBefore })],
      held: { both: 20, onlyExport: 80, onlyCrawl: 3 },
      posts: { newerThanExport: 3 },
    },
    verdict: 'cannot-tell',
    missing: null,
    gaps: ['unproved'],
  },
  {
    title: 'a whole export without any crawl to hold it against',
    situation: { crawl: null, exports: [wholeExport(100)], held: { onlyExport: 100 } },
    verdict: 'cannot-tell',
    missing: null,
    gaps: ['no-crawl'],
  },
  {
    title: 'a whole export, and a crawl that saw no post',
    situation: { exports: [wholeExport(100)], held: { onlyExport: 100 } },
    verdict: 'cannot-tell',
    missing: null,
    gaps: ['unproved'],
  },
  {
    title: 'a whole export that lacks an older post of the public pages',
    situation: { exports: [wholeExport(100)], held: { both: 20, onlyExport: 80, onlyCrawl: 1 } },
    verdict: 'cannot-tell',
    missing: null,
    gaps: ['not-in-export', 'unproved'],
  },
  {
    title: 'a whole export that does not say when it was made, after which a wall was met',
    situation: {
      crawl: { gaps: wall },
      exports: [wholeExport(100, { madeAt: null })],
      held: { both: 20, onlyExport: 80 },
    },
    verdict: 'cannot-tell',
    missing: null,
    gaps: ['crawl-gaps', 'unproved'],
  },
  {
    title: 'an export that lets a person choose a span of time, whatever it counts',
    situation: { exports: [wholeExport(100, { platform: 'facebook' })], held: { both: 20, onlyExport: 80 } },
    verdict: 'cannot-tell',
    missing: null,
    gaps: ['unproved'],
  },
  {
    title: 'kinds of posts that no number counts',
    situation: {
      crawl: { claims: [says(100)] },
      exports: [exported()],
      held: { both: 110 },
      posts: { byKind: { post: 100, story: 10 } },
    },
    verdict: 'cannot-tell',
    missing: null,
    gaps: ['unproved'],
  },
  {
    title: 'nothing at all',
    situation: { crawl: null },
    verdict: 'cannot-tell',
    missing: null,
    gaps: ['no-crawl', 'no-export'],
  },
  {
    title: 'no post anywhere, and only a number says so',
    situation: { crawl: { verdict: 'cannot-tell', claims: [says(0)], expected: 0 } },
    verdict: 'cannot-tell',
    missing: null,
    gaps: ['no-export'],
  },
];
