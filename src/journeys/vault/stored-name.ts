import { basename } from 'node:path';
import { AGE_SUFFIX } from '../../vault/age-files.ts';

/** What a file that holds only what changed since an earlier one ends with, after the name of the whole one. */
export const DELTA_SUFFIX = '-delta';

/** The name a snapshot has in the chain, whichever form its file is stored in: `20261123T093000Z.wacz`. */
export function logicalName(fileOrKey: string): string {
  const name = basename(fileOrKey);
  const open = name.endsWith(AGE_SUFFIX) ? name.slice(0, -AGE_SUFFIX.length) : name;
  return open.endsWith(`.wacz${DELTA_SUFFIX}`) ? open.slice(0, -DELTA_SUFFIX.length) : open;
}

/** The keys under which a vault may hold what the chain calls `name`. */
export function keysOf(channel: string, name: string): readonly string[] {
  const forms = name.endsWith('.wacz') ? [name, `${name}${DELTA_SUFFIX}`] : [name];
  return forms.flatMap((form) => [`${channel}/${form}`, `${channel}/${form}${AGE_SUFFIX}`]);
}
