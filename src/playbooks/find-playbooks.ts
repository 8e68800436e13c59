import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closestMatch } from '../base/closest-match.ts';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import { MOST_BYTES } from './read/yaml-source.ts';

/** Where playbooks are looked for, the first one first. */
export interface PlaybookFolders {
  /** `playbooks/` of the workspace; null outside of one. */
  readonly own: string | null;
  /** Those that come with Lastpost. */
  readonly shipped: string;
}

export interface PlaybookFile {
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  readonly from: 'workspace' | 'shipped' | 'file';
}

/** The folder of the playbooks that come along. */
export const shippedFolder = fileURLToPath(new URL('../../playbooks', import.meta.url));

const EXTENSIONS = ['.yaml', '.yml'];

/** All playbooks by their names; one of the workspace hides a shipped one of the same name. */
export async function findPlaybooks({ own, shipped }: PlaybookFolders): Promise<readonly PlaybookFile[]> {
  const found = new Map<string, PlaybookFile>();
  for (const file of await playbooksIn(join(shipped, 'parts'), 'shipped')) found.set(file.name, file);
  for (const file of await playbooksIn(shipped, 'shipped')) found.set(file.name, file);
  for (const file of own === null ? [] : await playbooksIn(own, 'workspace')) found.set(file.name, file);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function playbooksIn(folder: string, from: PlaybookFile['from']): Promise<readonly PlaybookFile[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')) return [];
    throw error;
  });
  return names
    .filter((name) => EXTENSIONS.includes(extname(name)) && !name.startsWith('.'))
    .map((name) => ({ name: basename(name, extname(name)), file: join(folder, name), from }));
}

/** A name has no slash and no ending; whatever has is a path. */
export function isPath(nameOrFile: string): boolean {
  return /[\\/]/.test(nameOrFile) || EXTENSIONS.includes(extname(nameOrFile));
}

/**
 * The file of a playbook, by name or by path.
 * @throws KnownError `playbook.unknown`
 */
export async function findPlaybook(nameOrFile: string, cwd: string, folders: PlaybookFolders): Promise<PlaybookFile> {
  if (isPath(nameOrFile)) return namedFile(resolve(cwd, nameOrFile), nameOrFile);
  const all = await findPlaybooks(folders);
  const found = all.find(({ name }) => name === nameOrFile);
  if (found !== undefined) return found;
  const names = all.map(({ name }) => name);
  const near = closestMatch(nameOrFile, names);
  const choice = names.length === 0 ? 'There is none: put one into playbooks/.' : `There are: ${names.join(', ')}.`;
  throw new KnownError('playbook.unknown', `No playbook is called "${nameOrFile}".`, {
    hint: near === undefined ? choice : `Did you mean "${near}"?`,
    exitCode: 2,
  });
}

async function namedFile(file: string, said: string): Promise<PlaybookFile> {
  const isFile = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
  if (isFile) return { name: basename(file, extname(file)), file, from: 'file' };
  throw new KnownError('playbook.unknown', `There is no playbook at ${said}.`, {
    hint: 'Name a file, or one of those that "lastpost playbook list" shows.',
    exitCode: 2,
  });
}

/** A playbook that is named within a file: beside it first, where the file was named by its path. */
export async function findBeside(
  name: string,
  from: PlaybookFile,
  folders: PlaybookFolders,
): Promise<PlaybookFile | undefined> {
  const beside = from.from === 'file' ? await playbooksIn(dirname(from.file), 'file') : [];
  return [...beside, ...(await findPlaybooks(folders))].find((file) => file.name === name);
}

/** Names that could be used in a file. */
export async function namesBeside(from: PlaybookFile, folders: PlaybookFolders): Promise<readonly string[]> {
  const beside = from.from === 'file' ? await playbooksIn(dirname(from.file), 'file') : [];
  const names = [...beside, ...(await findPlaybooks(folders))].map(({ name }) => name);
  return [...new Set(names)].filter((name) => name !== from.name);
}

/**
 * A playbook's bytes; of a file that is much too large only as many as show that it is.
 * @throws KnownError `playbook.unreadable`
 */
export async function readPlaybookFile(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    return size > MOST_BYTES * 2 ? new Uint8Array(MOST_BYTES + 1) : await readFile(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, cause: unknown): KnownError {
  const code = systemErrorCode(cause) ?? 'unknown';
  return new KnownError('playbook.unreadable', `The playbook ${file} cannot be read (${code}).`, {
    hint: 'Check its name and its rights.',
    cause,
    exitCode: 2,
  });
}
