import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Only what hangs is to be ended by time: machines have been seen that are five times as slow as others.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Two cores, and most of the time a test waits for a page: a third file fills the pauses. A fourth makes timings unsteady.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    setupFiles: [],
    globalSetup: ['tests/support/ram-disk.ts', 'tests/support/ceph/global-setup.ts'],
  },
});
