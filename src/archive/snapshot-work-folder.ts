import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import { SCRATCH } from './snapshot-content.ts';

/** What goes into the WACZ. */
export const FOLDERS = ['archive', 'indexes', 'pages', 'posts', 'reports'] as const;

/** Makes the folders of a snapshot that is begun. @throws KnownError `snapshot.work-folder` when they are there already */
export async function makeWorkFolders(workDir: string): Promise<void> {
  await mkdir(workDir, { recursive: true });
  try {
    for (const folder of [...FOLDERS, SCRATCH]) await mkdir(join(workDir, folder));
  } catch (error) {
    throw systemErrorCode(error) === 'EEXIST' ? inUse(workDir, error) : error;
  }
}

function inUse(workDir: string, cause: unknown): KnownError {
  return new KnownError('snapshot.work-folder', `The work folder ${workDir} is in use by another snapshot.`, {
    hint: 'Wait for it to end, or remove the folder if nothing is running.',
    cause,
  });
}
