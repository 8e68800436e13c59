import { readFile, realpath, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { KnownError, systemErrorCode } from '../base/known-error.ts';

export type LogoKind = 'png' | 'jpeg' | 'svg';

export interface Logo {
  readonly kind: LogoKind;
  readonly bytes: Uint8Array;
}

const MAX_BYTES = 10_000_000;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
/** An SVG may begin with a declaration, comments and a document type; after so many bytes it has begun. */
const HEAD_BYTES = 4096;

/**
 * The logo of the brand; what kind of image it is is told by its first bytes, whatever its name ends with.
 * @param dir the workspace
 * @param path as lastpost.yaml has it
 * @throws KnownError `exit.logo`
 */
export async function readLogo(dir: string, path: string): Promise<Logo> {
  const file = await locate(dir, path);
  const { size } = await stat(file);
  if (size > MAX_BYTES) {
    throw wrong(
      path,
      `is ${Math.ceil(size / 1_000_000)} MB large`,
      'Give one of 10 MB or less; a logo seldom needs more than 1.',
    );
  }
  const bytes = await readFile(file);
  const kind = kindOf(bytes);
  if (kind === undefined) {
    const what = size === 0 ? 'is empty' : `is no PNG, JPEG or SVG: it begins with ${beginning(bytes)}`;
    throw wrong(path, what, 'Export it anew as PNG, JPEG or SVG. A file is not changed into one by another name.');
  }
  return { kind, bytes };
}

async function locate(dir: string, path: string): Promise<string> {
  try {
    const [root, file] = [await realpath(dir), await realpath(resolve(dir, path))];
    const way = relative(root, file);
    if (way.startsWith('..') || resolve(way) === way) {
      throw wrong(path, 'lies outside the workspace', `Copy it below ${dir}${sep} and name it from there.`);
    }
    // A pipe would be waited for without end.
    if (!(await stat(file)).isFile()) throw wrong(path, 'is no file', 'Name the file itself.');
    return file;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined || error instanceof KnownError) throw error;
    const what = code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`;
    throw wrong(path, what, `It is looked for from ${dir}${sep} on. Correct exit.voice.logo, or put the file there.`);
  }
}

function wrong(path: string, what: string, hint: string): KnownError {
  return new KnownError('exit.logo', `The logo ${path} ${what}.`, { hint, exitCode: 2 });
}

function kindOf(bytes: Uint8Array): LogoKind | undefined {
  const begins = (magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte);
  if (begins(PNG)) return 'png';
  if (begins(JPEG)) return 'jpeg';
  return isSvg(bytes) ? 'svg' : undefined;
}

function isSvg(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)).replace(/<!--[\s\S]*?-->/g, '');
  return /^\s*(<\?xml[^>]*>\s*)?(<!DOCTYPE\s+svg[^>]*>\s*)?<svg[\s/>]/i.test(head);
}

function beginning(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 16));
  if (/^[\x20-\x7e\s]*$/.test(text)) return JSON.stringify(text.trim());
  return [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
