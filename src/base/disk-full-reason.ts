import { systemErrorCode } from './known-error.ts';

/** EFBIG is what a FAT disk says at 4 GiB and a file size limit at any size; to the person it is the same wall. */
const FULL = new Map([
  ['ENOSPC', 'The disk is full'],
  ['EDQUOT', 'The disk quota is used up'],
  ['EFBIG', 'The disk or a limit on it takes no larger file'],
]);

/** The beginning of a sentence for a system error that says no more bytes fit; undefined for any other. */
export function diskFullReason(error: unknown): string | undefined {
  return FULL.get(systemErrorCode(error) ?? '');
}
