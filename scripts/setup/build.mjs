import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

const BUILD_AT_MOST_MS = 10 * 60_000;

/**
 * Compiles src/ into dist/ when what goes in or what came out has changed, and takes away what no source stands for.
 * @param {import('./main.mjs').Context} context
 * @returns {Promise<string | undefined>} what was done, for the closing line
 */
export async function ensureBuild({ root, machine, signal, logFile, show }) {
  if (isBuilt(root, readStamp(root))) return undefined;
  show('building');
  const startedAt = Date.now();
  const sources = sourcesDigest(root);
  writeStamp(root, { build: undefined });
  removeStale(root);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const outcome = await runCommand(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--pretty', 'false'], {
    cwd: root,
    env: machine.env,
    logFile,
    signal,
    timeoutMs: BUILD_AT_MOST_MS,
  });
  if (!outcome.ok) {
    throw new SetupError(`the build ${outcome.how}: TypeScript found mistakes in src/.`, {
      tail: outcome.tail,
      next: 'Correct them (or go back to the last commit), then run the same command again.',
    });
  }
  // The digest from before the build: a source edited meanwhile is seen as changed the next time.
  writeStamp(root, { build: { sources, output: outputDigest(root) } });
  return `built (${Math.round((Date.now() - startedAt) / 1000)} s)`;
}

/** @param {string} root */
export function isBuilt(root, stamp) {
  const { build } = stamp;
  return build !== undefined && build.sources === sourcesDigest(root) && build.output === outputDigest(root);
}

function sourcesDigest(root) {
  const configs = ['tsconfig.json', 'tsconfig.build.json'].map((name) => join(root, name));
  return digest(root, [...configs, ...filesBelow(join(root, 'src'))]);
}

/** Of what came out too: somebody may have built something else there by hand, or deleted a part. */
function outputDigest(root) {
  return digest(root, filesBelow(join(root, 'dist')));
}

/** By content and not by time: checking out the same commit changes every time and no content. */
function digest(root, files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

function removeStale(root) {
  const sources = new Set(
    filesBelow(join(root, 'src')).map((file) => withoutEnding(relative(join(root, 'src'), file))),
  );
  for (const file of filesBelow(join(root, 'dist'))) {
    if (!sources.has(withoutEnding(relative(join(root, 'dist'), file)))) rmSync(file);
  }
}

function withoutEnding(path) {
  return path.replace(/\.(tsx?|js|js\.map|d\.ts)$/, '');
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
