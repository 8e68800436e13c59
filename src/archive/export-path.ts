import { printable } from './verify-findings.ts';

/** What a name in an export stands for. */
export type NamedEntry =
  | { readonly kind: 'file' | 'folder'; readonly path: string }
  /** What a system leaves beside a person's files. */
  | { readonly kind: 'junk' }
  | { readonly kind: 'refused'; readonly path: string; readonly message: string };

const JUNK_FILES = new Set(['.ds_store', 'thumbs.db', 'desktop.ini']);

/** Finder's resource forks, and the small files that Finder and Explorer keep in every folder. */
export function isJunk(path: string): boolean {
  const parts = path.toLowerCase().split('/');
  return parts.includes('__macosx') || JUNK_FILES.has(parts.at(-1) ?? '');
}

/**
 * The path of a name in a ZIP, with `/`, without `./`; letters and their Unicode form stay. A name that would lead out of a
 * folder, or that steers a terminal, is refused. Backslashes divide as well: writers on Windows put them, and a reader on
 * Windows would follow them.
 */
export function pathOfName(name: string): NamedEntry {
  const slashed = name.replaceAll('\\', '/');
  const reason = whyRefused(slashed);
  if (reason !== undefined) return refused(name, reason);
  const parts = slashed.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0) return { kind: 'folder', path: '' };
  const path = parts.join('/');
  if (isJunk(path)) return { kind: 'junk' };
  return { kind: slashed.endsWith('/') ? 'folder' : 'file', path };
}

function whyRefused(slashed: string): string | undefined {
  if (slashed === '') return 'It has no name.';
  if (/\p{Cc}/u.test(slashed)) return 'Its name has control characters.';
  if (slashed.startsWith('/')) return 'Its path is absolute and would lead out of the export.';
  if (/^[a-z]:/i.test(slashed)) return 'Its path begins with a drive and would lead out of the export.';
  if (slashed.split('/').includes('..')) return 'Its path has ".." and would lead out of the export.';
  return undefined;
}

/** Both in a form that no terminal takes for orders. */
export function refused(
  name: string,
  message: string,
): { readonly kind: 'refused'; readonly path: string; readonly message: string } {
  return { kind: 'refused', path: printable(name, 1000), message };
}

const FILE_TYPES: Readonly<Record<number, string>> = {
  1: 'a named pipe',
  2: 'a device',
  6: 'a device',
  10: 'a symbolic link',
  12: 'a socket',
};

/** Why an entry with this Unix mode is not touched; undefined for files, folders, and modes that say nothing. */
export function whyNoFile(mode: number): string | undefined {
  const type = FILE_TYPES[(mode >>> 12) & 0xf];
  return type === undefined ? undefined : `It is ${type}, not a file.`;
}
