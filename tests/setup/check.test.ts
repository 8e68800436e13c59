import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closingLine, countTests } from '../../scripts/check/count.mjs';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lastpost-check-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

const test = (title: string, body: string) =>
  `import { expect, it } from 'vitest';\n\nit('${title}', () => {\n  ${body}\n});\n`;

/** The real check with the real tools over a checkout of one source file. */
async function makeCheckout(): Promise<void> {
  await cp(join(checkout, 'scripts'), join(root, 'scripts'), { recursive: true });
  await symlink(join(checkout, 'node_modules'), join(root, 'node_modules'));
  await write('package.json', JSON.stringify({ name: 'small', type: 'module', devDependencies: { vitest: '*' } }));
  await write('biome.json', '{ "files": { "includes": ["src/**"] } }\n');
  const compilerOptions = { module: 'nodenext', strict: true, noEmit: true, types: [], skipLibCheck: true };
  await write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['src'] }));
  await write('src/one.ts', 'export const one = 1;\n');
}

function runCheck(): Promise<{ code: number | null; stdout: string; lastLine: string | undefined }> {
  const child = spawn(process.execPath, ['scripts/check.mjs'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.resume();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, lastLine: stdout.trimEnd().split('\n').at(-1) }));
  });
}

describe('npm run check', () => {
  it('counts lint, types and each test', async () => {
    await makeCheckout();
    await write(
      'tests/two.test.js',
      test('adds', 'expect(1 + 1).toBe(2);') + test('adds again', 'expect(2 + 1).toBe(3);').slice(37),
    );
    const { code, lastLine } = await runCheck();
    expect(lastLine).toBe('4 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('runs every part though each of them fails, and counts what failed', async () => {
    await makeCheckout();
    await write('src/one.ts', "export const one: number = 'one'\n");
    await write('tests/wrong.test.js', test('cannot add', 'expect(1 + 1).toBe(3);'));
    await write('tests/right.test.js', test('adds', 'expect(1 + 1).toBe(2);'));
    await write('tests/left-out.test.js', test('waits', 'expect(1).toBe(1);').replace('it(', 'it.skip('));
    await write('tests/not-loaded.test.js', `import './nowhere.js';\n${test('is never seen', 'expect(1).toBe(1);')}`);
    const { code, stdout, lastLine } = await runCheck();
    expect(lastLine).toBe('1 passed, 4 failed, 1 skipped');
    expect(stdout).toContain('Not well: lint, types, tests');
    expect(stdout).toContain('error TS2322');
    expect(code).toBe(1);
  });

  it('fails when there is no test', async () => {
    await makeCheckout();
    const { code, stdout, lastLine } = await runCheck();
    expect(lastLine).toBe('2 passed, 1 failed');
    expect(stdout).toMatch(/Not well: (no test was executed|the test run crashed)/);
    expect(code).toBe(1);
  });
});

describe('the count', () => {
  const report = (...statuses: string[]) =>
    write(
      'report.json',
      JSON.stringify({ testResults: [{ status: 'passed', assertionResults: statuses.map((status) => ({ status })) }] }),
    );

  it('takes a run without a report for a crash', () => {
    expect(countTests(join(root, 'report.json'), 1)).toMatchObject({
      passed: 0,
      failed: 1,
      problem: 'the test run crashed',
    });
    expect(countTests(join(root, 'report.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('takes only skipped tests for no test', async () => {
    await report('skipped', 'todo');
    expect(countTests(join(root, 'report.json'), 0)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 2,
      problem: 'no test was executed',
    });
  });

  it('does not pass a run that ended badly beside its tests', async () => {
    await report('passed', 'passed');
    expect(countTests(join(root, 'report.json'), 0)).toEqual({ passed: 2, failed: 0, skipped: 0 });
    expect(countTests(join(root, 'report.json'), 1)).toMatchObject({
      passed: 2,
      failed: 1,
      problem: 'the test run ended with 1 beside its tests',
    });
  });

  it('says skipped only when there are any', () => {
    expect(closingLine([{ passed: 2, failed: 0, skipped: 0 }])).toBe('2 passed, 0 failed');
    expect(
      closingLine([
        { passed: 2, failed: 0, skipped: 0 },
        { passed: 1, failed: 1, skipped: 3 },
      ]),
    ).toBe('3 passed, 1 failed, 3 skipped');
  });
});
