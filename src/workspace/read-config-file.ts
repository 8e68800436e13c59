import { readFile } from 'node:fs/promises';
import { KnownError, systemErrorCode } from '../base/known-error.ts';

function unreadable(file: string, cause: unknown): KnownError {
  if (systemErrorCode(cause) === 'ENOENT' || systemErrorCode(cause) === 'ENOTDIR') {
    return new KnownError('workspace.not-found', `There is no workspace here: ${file} does not exist.`, {
      hint: 'Name another folder with --workspace DIR, or make one with: lastpost init DIR --brand NAME',
      exitCode: 2,
    });
  }
  const hint = 'Check that you may read it and that it is a file.';
  return new KnownError('workspace.unreadable', `${file} cannot be read.`, { hint, cause });
}

/** @throws KnownError `workspace.not-found`, `workspace.unreadable` */
export async function readConfigFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}
