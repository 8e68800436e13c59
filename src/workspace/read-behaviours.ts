import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sha256 } from '../base/digest.ts';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import type { UserBehaviour } from '../model/crawl-plan.ts';

/**
 * Behaviours that people wrote themselves: the `.js` and `.mjs` files of a folder by their names, which need not exist,
 * then single files in the order given. They are read once, so that a crawl runs what its report names; whether they are
 * sound shows in the page.
 * @throws KnownError `behaviour.unreadable`
 */
export async function readBehaviours(
  folder: string | undefined,
  files: readonly string[],
): Promise<readonly UserBehaviour[]> {
  const named = folder === undefined ? [] : await scriptsIn(folder);
  // A file of the workspace that is named once more runs once.
  const paths = [...new Set([...named, ...files])];
  return Promise.all(paths.map(readBehaviour));
}

async function scriptsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    if (systemErrorCode(cause) === 'ENOENT') return [];
    throw unreadable(folder, cause);
  });
  const scripts = names.filter((name) => /\.m?js$/.test(name) && !name.startsWith('.'));
  return scripts.sort().map((name) => join(folder, name));
}

async function readBehaviour(path: string): Promise<UserBehaviour> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  return { name: basename(path), source: bytes.toString('utf8'), sha256: sha256(bytes) };
}

function unreadable(path: string, cause: unknown): KnownError {
  const code = systemErrorCode(cause) ?? 'unknown';
  return new KnownError('behaviour.unreadable', `The behaviour ${path} cannot be read (${code}).`, {
    hint: 'Check its name and its rights; docs/behaviours.md tells what such a file looks like.',
    cause,
    exitCode: 2,
  });
}
