import { type FileHandle, open } from 'node:fs/promises';
import { KnownError, systemErrorCode } from '../base/known-error.ts';

/**
 * Opens a file that should be a WACZ, for reading.
 * @throws KnownError `verify.no-such-file`, `verify.unreadable`, `verify.not-a-wacz` (a folder, say)
 */
export async function openWacz(file: string): Promise<FileHandle> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw openingTrouble(file, error);
  });
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw notAWacz(file);
}

function openingTrouble(file: string, cause: unknown): KnownError {
  if (systemErrorCode(cause) === 'ENOENT') {
    return new KnownError('verify.no-such-file', `There is no file ${file}.`, { hint: 'Check the path.', cause });
  }
  const message = `${file} cannot be opened (${systemErrorCode(cause)}).`;
  return new KnownError('verify.unreadable', message, { hint: 'Check that you may read it.', cause });
}

export function notAWacz(file: string): KnownError {
  return new KnownError('verify.not-a-wacz', `${file} is not a WACZ file.`, {
    hint: 'Give the path of a .wacz file, as `lastpost snapshot list` shows it.',
  });
}
