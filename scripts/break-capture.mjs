// Shows that the promises of docs/capture.md are held by their tests: breaks the place in src/ that keeps a promise, in a
// copy of this checkout, and expects the test that is named for it to fail. All of them take half an hour.
//   node scripts/break-capture.mjs             every break of scripts/break-capture.json
//   node scripts/break-capture.mjs consent     those with the word in them; several words are several wishes
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const { breaks } = JSON.parse(readFileSync(join(root, 'scripts/break-capture.json'), 'utf8'));
const words = process.argv.length > 2 ? process.argv.slice(2) : [''];
const wanted = breaks.filter((each) => words.some((word) => Object.values(each).join('\n').includes(word)));

const copy = mkdtempSync(join(tmpdir(), 'lastpost-broken-'));
process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));
for (const part of [
  'src',
  'tests',
  'bin',
  'docs',
  'demo',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vitest.config.ts',
])
  cpSync(join(root, part), join(copy, part), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');

let unnoticed = 0;
for (const [n, each] of wanted.entries()) {
  const verdict = tryOut(each);
  if (!verdict.startsWith('fails')) unnoticed += 1;
  console.log(`${n + 1}/${wanted.length} ${each.promise} | ${each.file} | ${each.test}: ${each.title}\n  ${verdict}`);
}
console.log(`${wanted.length - unnoticed} of ${wanted.length} breaks are noticed by their test.`);
process.exit(unnoticed === 0 ? 0 : 1);

/** @returns `fails` and by which words, as it should; else what came of the test */
function tryOut({ file, find, replace, test, title }) {
  const whole = readFileSync(join(copy, file), 'utf8');
  if (whole.split(find).length !== 2) return 'BREAK NOT FOUND';
  put(
    file,
    whole.replace(find, () => replace),
  );
  const answer = join(copy, 'answer.json');
  rmSync(answer, { force: true });
  const pattern = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  node('node_modules/vitest/vitest.mjs', 'run', test, '-t', pattern, '--reporter=json', `--outputFile=${answer}`);
  put(file, whole);
  const { testResults } = JSON.parse(readFileSync(answer, 'utf8'));
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  const result = results.find((one) => one.title === title);
  if (result?.status !== 'failed') return `NOT NOTICED (${result?.status ?? 'the test was not run'})`;
  return `fails (${(result.failureMessages[0] ?? '').split('\n')[0]})`;
}

/** Into the source that tests import, and into the program that they start. */
function put(file, text) {
  writeFileSync(join(copy, file), text);
  const ts = require('typescript');
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const { outputText } = ts.transpileModule(text, { compilerOptions: { ...options, noEmit: false }, fileName: file });
  writeFileSync(join(copy, file.replace(/^src/, 'dist').replace(/\.ts$/, '.js')), outputText);
}

function node(...args) {
  return spawnSync(process.execPath, args, { cwd: copy, stdio: ['ignore', 'ignore', 'inherit'] });
}
