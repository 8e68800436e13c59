import { basename } from 'node:path';
import { AGE_SUFFIX } from '../../vault/age-files.ts';

/**
 * What a file that holds only what changed since earlier ones ends with, after the name of the whole one. There are two, as
 * nothing in a vault is ever replaced: one that has to be written anew gets the other before the first is taken away.
 */
export const DELTA_SUFFIXES = ['-delta', '-delta2'] as const;

const DELTA = /\.wacz-delta2?$/;

/** The file's name as it was before it was encrypted. */
export function openName(fileOrKey: string): string {
  const name = basename(fileOrKey);
  return name.endsWith(AGE_SUFFIX) ? name.slice(0, -AGE_SUFFIX.length) : name;
}

/** True for the name or key of a file that holds only what changed. */
export function isDelta(fileOrKey: string): boolean {
  return DELTA.test(openName(fileOrKey));
}

/** The name a snapshot has in the chain, whichever form its file is stored in: `20261123T093000Z.wacz`. */
export function logicalName(fileOrKey: string): string {
  return openName(fileOrKey).replace(DELTA, '.wacz');
}

/** The keys under which a vault may hold what the chain calls `name`. */
export function keysOf(channel: string, name: string): readonly string[] {
  const forms = name.endsWith('.wacz') ? [name, ...DELTA_SUFFIXES.map((suffix) => `${name}${suffix}`)] : [name];
  return forms.flatMap((form) => storedKeys(channel, form));
}

/** The keys under which a vault may hold one file. */
export function storedKeys(channel: string, name: string): readonly string[] {
  return [`${channel}/${name}`, `${channel}/${name}${AGE_SUFFIX}`];
}
