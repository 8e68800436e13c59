import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two cores and a real Chromium in many files: more files at once only makes timings unsteady.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    setupFiles: [],
  },
});
