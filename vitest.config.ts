import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

const alone = [
  // They measure what their own process holds, which others before them would blur.
  'tests/archive/archived-bodies.test.ts',
  'tests/archive/export-fuzz.test.ts',
  'tests/posts/post-gatherer.test.ts',
  'tests/replay/serving.test.ts',
  'tests/vault/evidence-large.test.ts',
  // They live on large regular expressions, which were seen to run eight times as slow in a process with much code behind it.
  'tests/drafts/counting/**/*.test.ts',
  'tests/drafts/templates/**/*.test.ts',
  'tests/guides/guide-to-the-farewell.test.ts',
  'tests/journeys/demo-run.test.ts',
  'tests/journeys/drafts/*.test.ts',
];

/** Many small ones that all load the same, and stay quick where only they have run in a process. */
const writing = ['tests/drafts/lint/**/*.test.ts'];

const shared = {
  // Only what hangs is to be ended by time: machines have been seen that are five times as slow as others.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  // Two cores, and most of the time a test waits for a page: a third file fills the pauses. A fourth makes timings unsteady.
  maxWorkers: 3,
  setupFiles: ['tests/support/after-each-file.ts'],
};

export default defineConfig({
  test: {
    ...shared,
    sequence: { sequencer: LongestFirst },
    globalSetup: ['tests/support/ram-disk.ts', 'tests/support/ceph/global-setup.ts'],
    projects: [
      // Files in one process, one after the other: to load all modules anew for each takes as long as half of the tests.
      {
        test: {
          ...shared,
          name: 'together',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...writing, ...alone],
          isolate: false,
        },
      },
      { test: { ...shared, name: 'writing', include: writing, isolate: false } },
      { test: { ...shared, name: 'alone', include: alone } },
    ],
  },
});
