#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closingLine, countTests } from './check/count.mjs';

const HELP = `npm run check

Lint (Biome), types (TypeScript) and all tests (Vitest; the import rules are one of them). Every part runs, also after
one has failed. The last line counts tests, and lint and types as one each: "N passed, N failed".`;

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs one of our tools with its output passed straight through; resolves to its exit code, 1 when it never started. */
function run(tool, args) {
  const child = spawn(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
    // A whole check has the time for an S3 server that is not ours.
    env: { LASTPOST_TEST_CEPH: '1', ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}

async function runPart(name, tool, args) {
  console.log(`\n— ${name}`);
  const failed = (await run(tool, args)) === 0 ? 0 : 1;
  return { name, passed: 1 - failed, failed, skipped: 0 };
}

async function runTests() {
  console.log('\n— tests');
  const report = join(root, '.cache', `tests-${process.pid}.json`);
  mkdirSync(dirname(report), { recursive: true });
  const exitCode = await run('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const counts = countTests(report, exitCode);
  rmSync(report, { force: true });
  return { name: 'tests', ...counts };
}

async function check() {
  const parts = [
    await runPart('lint', '@biomejs/biome/bin/biome', ['check', '.']),
    await runPart('types', 'typescript/bin/tsc', ['-p', 'tsconfig.json', '--noEmit']),
    await runTests(),
  ];
  const broken = parts.filter((part) => part.failed > 0);
  if (broken.length > 0) console.log(`\nNot well: ${broken.map((part) => part.problem ?? part.name).join(', ')}`);
  console.log(`\n${closingLine(parts)}`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}

// Ctrl-C reaches the running tool too: it ends, and so do we, without a count that looks like a result.
process.on('SIGINT', () => process.exit(130));

const asked = process.argv.slice(2);
if (asked.length === 0) await check();
else {
  console.error(HELP);
  process.exitCode = asked.includes('--help') ? 0 : 2;
}
