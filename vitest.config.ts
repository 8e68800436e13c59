import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

/** They measure what their own process holds, which others before them would blur. */
const alone = [
  'tests/archive/archived-bodies.test.ts',
  'tests/archive/export-fuzz.test.ts',
  'tests/posts/post-gatherer.test.ts',
  'tests/replay/serving.test.ts',
  'tests/vault/evidence-large.test.ts',
];

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
          exclude: [...configDefaults.exclude, ...alone],
          isolate: false,
        },
      },
      { test: { ...shared, name: 'alone', include: alone } },
    ],
  },
});
