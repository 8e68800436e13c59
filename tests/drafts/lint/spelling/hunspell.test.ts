import { appendFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoKitWorkspace } from '../../../support/demo-kit-workspace.ts';
import { installedPackages } from '../../../support/installed-packages.ts';
import { demoNow } from '../../../support/lint-demo.ts';
import { runCli } from '../../../support/run-cli.ts';

const had = await installedPackages(join(import.meta.dirname, 'dictionaries'));
if ('reason' in had) process.stderr.write(`Skipped: ${had.reason}\n`);
const why = 'reason' in had ? ` (skipped: ${had.reason})` : '';

interface Told {
  readonly findings: readonly { readonly severity: string; readonly message: { readonly en: string } }[];
  readonly unchecked: readonly { readonly rule: string }[];
}

/** The demo's drafts as they are on disk, with what somebody installed beside them. */
async function workspace(packages: boolean, change = '') {
  const { dir, paths } = await demoKitWorkspace(demoNow);
  if (packages) await symlink(join((had as { folder: string }).folder, 'node_modules'), join(dir, 'node_modules'));
  if (change !== '') await appendFile(join(dir, 'drafts/de/blog-post.md'), change);
  const check = async (...more: readonly string[]) => {
    const { stdout, stderr, code } = await runCli(['draft', 'check', '--rule', 'spelling', ...more], { cwd: dir });
    return { stdout, stderr, exitCode: code };
  };
  return { dir, paths, check };
}

describe.skipIf('reason' in had)(`with real dictionaries${why}`, () => {
  test('the demo’s drafts have no misspelt word, and one that somebody types is found', async () => {
    const { check, paths } = await workspace(true, '\nUnsere Ladenkasse bleibt, unsere Kundshaft auch.\n');
    const { stdout, exitCode } = await check('--json');
    const { findings, unchecked } = JSON.parse(stdout) as Told;
    expect(exitCode).toBe(0);
    expect(unchecked).toEqual([]);
    expect(findings.filter(({ severity }) => severity !== 'hint').map(({ message }) => message.en)).toEqual([
      '“Kundshaft” is in no dictionary.',
    ]);
    const told = (await check()).stdout;
    expect(told).toContain('Did you mean “Kundschaft”?');
    const config = await readFile(paths.config, 'utf8');
    await writeFile(paths.config, config.replace(/^exit:\n/m, 'exit:\n  check: {words: [Kundshaft]}\n'));
    expect((await check()).stdout).not.toContain('Kundshaft');
  });

  test('a dictionary that cannot be read is named with what to do', async () => {
    const { dir, check } = await workspace(false);
    await mkdir(join(dir, 'node_modules'), { recursive: true });
    const from = join((had as { folder: string }).folder, 'node_modules/hunspell-wasm');
    await symlink(from, join(dir, 'node_modules/hunspell-wasm'));
    const broken = join(dir, 'node_modules/dictionary-de');
    await mkdir(broken);
    await writeFile(join(broken, 'package.json'), '{"name": "dictionary-de", "main": "index.js"}');
    await writeFile(join(broken, 'index.js'), '');
    const { stderr, exitCode } = await check();
    expect(exitCode).toBe(2);
    expect(stderr).toContain('dictionary-de cannot be used');
    expect(stderr).toContain('exit.check.rules.spelling: off');
  });
});

test('where none is installed the check says so', async () => {
  const { check } = await workspace(false);
  expect((await check()).stdout).toContain('not checked spelling: No dictionary is installed here');
});
