import { readFile, realpath, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { systemErrorCode } from '../base/known-error.ts';
import type { Person } from '../model/run/people.ts';
import { holdsPrivateKey, readPublicKey } from './person-key.ts';

/** A key that cannot be used, by the place of its person in the list. */
export interface KeyIssue {
  readonly index: number;
  /** What it must be, as a phrase. */
  readonly wanted: string;
}

const KINDS = 'a public key, ECDSA over P-256 or Ed25519';
const MAX_BYTES = 64 * 1024;

/**
 * The people with their public keys, where lastpost.yaml has the key itself or the name of a PEM file below `dir`. A key
 * that cannot be read is never passed over: without it an approval would count that nobody signed.
 */
export async function readPersonKeys(
  dir: string,
  people: readonly Person[],
): Promise<{ readonly people: readonly Person[]; readonly issues: readonly KeyIssue[] }> {
  const read: Person[] = [];
  const issues: KeyIssue[] = [];
  for (const [index, person] of people.entries()) {
    const found = person.key === null ? { key: null } : await findKey(dir, person.key);
    if ('wanted' in found) issues.push({ index, wanted: found.wanted });
    else if (found.key !== null && read.some(({ key }) => key === found.key)) {
      issues.push({ index, wanted: 'different from every other person’s key' });
    }
    read.push({ ...person, key: 'key' in found ? found.key : null });
  }
  return { people: read, issues };
}

type FoundKey = { readonly key: string } | { readonly wanted: string };

async function findKey(dir: string, written: string): Promise<FoundKey> {
  const key = readPublicKey(written);
  if (key !== null) return { key };
  if (written.includes('-----BEGIN')) return { wanted: whyNot(written) };
  return readKeyFile(dir, written);
}

function whyNot(pem: string): string {
  if (!holdsPrivateKey(pem)) return KINDS;
  return `${KINDS}: this one is private and belongs into nobody else’s hands, the public one comes out of it with "openssl pkey -pubout"`;
}

async function readKeyFile(dir: string, name: string): Promise<FoundKey> {
  try {
    const file = await realpath(resolve(dir, name));
    if (isOutside(await realpath(dir), file)) return { wanted: `${KINDS}, or a PEM file in the workspace’s folder` };
    const { size, ...kind } = await kindOf(file);
    // A pipe would be waited for without end.
    if (!kind.isFile || size > MAX_BYTES) return { wanted: `${KINDS}, or a PEM file with one` };
    const text = await readFile(file, 'utf8');
    const key = readPublicKey(text);
    return key === null ? { wanted: `a PEM file with ${whyNot(text)}` } : { key };
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    const trouble = code === 'ENOENT' ? 'there is no such file' : `that file cannot be read (${code})`;
    return { wanted: `${KINDS}, or a PEM file with one; ${trouble}` };
  }
}

async function kindOf(file: string): Promise<{ readonly isFile: boolean; readonly size: number }> {
  const found = await stat(file);
  return { isFile: found.isFile(), size: found.size };
}

function isOutside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way === '' || way.startsWith('..') || resolve(way) === way;
}
