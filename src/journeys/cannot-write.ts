import { dirname } from 'node:path';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import { pathExists } from '../base/path-exists.ts';

/**
 * Refuses a file whose folder is not there, before long work is done for it.
 * @param code `history.cannot-write`
 * @param option with what the place was named: `--html`
 */
export async function requireFolderOf(file: string, code: string, option = '--out'): Promise<void> {
  if (await pathExists(dirname(file))) return;
  throw new KnownError(code, `The folder ${dirname(file)} does not exist.`, {
    hint: `Make it first, or choose another place with ${option}.`,
  });
}

/**
 * What went wrong at a file, for the person who named its place; anything else than the system's refusal stays what it is.
 * @param code `cards.cannot-write`
 * @param other what else can be chosen, and with which option
 */
export function cannotWrite(code: string, file: string, cause: unknown, other = 'folder with --out'): unknown {
  const system = systemErrorCode(cause);
  if (cause instanceof KnownError || system === undefined) return cause;
  return new KnownError(code, `${file} cannot be written (${system}).`, {
    hint: `See to the rights and the room there, or choose another ${other}.`,
    cause,
  });
}
