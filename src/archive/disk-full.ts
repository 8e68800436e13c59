import { diskFullReason } from '../base/disk-full-reason.ts';
import { KnownError } from '../base/known-error.ts';

/** True for a system error that says no more bytes fit. */
export function isDiskFull(error: unknown): boolean {
  return diskFullReason(error) !== undefined;
}

/**
 * The same error, or a KnownError `snapshot.disk-full` if the disk took no more. The folder named is kept, so nothing that
 * was crawled is lost.
 */
export function explainDiskFull(error: unknown, what: { readonly bytes: number; readonly workDir: string }): unknown {
  const reason = diskFullReason(error);
  if (reason === undefined) return error;
  return new KnownError('snapshot.disk-full', `${reason} after ${what.bytes} bytes of the snapshot were written.`, {
    hint: `Make room and give the same command again: it goes on where it stopped. What was recorded so far is kept in ${what.workDir}.`,
    cause: error,
  });
}
