#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HELP = `npm run chaos [-- SEEDS]

Kills runners of a run at every point and at random, many more times than the tests do: SEEDS (default 50) random ones with
each kind of probe, and a crawl as often. Builds first. Twelve seeds take two minutes.`;

const root = fileURLToPath(new URL('..', import.meta.url));
const [seeds = '50'] = process.argv.slice(2);

if (!/^\d+$/.test(seeds)) {
  console.log(HELP);
  process.exitCode = seeds === '--help' ? 0 : 2;
} else {
  const run = (tool, args, env = {}) =>
    spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    }).status ?? 1;
  process.exitCode =
    run('typescript/bin/tsc', ['-p', 'tsconfig.build.json']) ||
    run(
      'vitest/vitest.mjs',
      ['run', 'tests/runs/killed.test.ts', 'tests/runs/racing.test.ts', 'tests/journeys/resume.test.ts'],
      {
        CHAOS: seeds,
      },
    );
}
