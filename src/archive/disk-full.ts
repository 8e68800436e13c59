import { KnownError, systemErrorCode } from '../base/known-error.ts';

/** EFBIG is what a FAT disk says at 4 GiB and a file size limit at any size; to the person it is the same wall. */
const FULL = new Map([
  ['ENOSPC', 'The disk is full'],
  ['EDQUOT', 'The disk quota is used up'],
  ['EFBIG', 'The disk or a limit on it takes no larger file'],
]);

/** True for a system error that says no more bytes fit. */
export function isDiskFull(error: unknown): boolean {
  return FULL.has(systemErrorCode(error) ?? '');
}

/**
 * The same error, or a KnownError `snapshot.disk-full` if the disk took no more. The folder named is kept, so nothing that
 * was crawled is lost.
 */
export function explainDiskFull(error: unknown, what: { readonly bytes: number; readonly workDir: string }): unknown {
  const reason = FULL.get(systemErrorCode(error) ?? '');
  if (reason === undefined) return error;
  return new KnownError('snapshot.disk-full', `${reason} after ${what.bytes} bytes of the snapshot were written.`, {
    hint: `Make room and give the same command again: it goes on where it stopped. What was recorded so far is kept in ${what.workDir}.`,
    cause: error,
  });
}
