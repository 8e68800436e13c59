import { KnownError } from '../../base/known-error.ts';

/** A reason on one line; it is printed, filed and read in a year. @throws KnownError `run.no-reason` */
export function requireText(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Surrogate}\u2028\u2029\s]+/gu, ' ').trim();
  if (/[\p{L}\p{N}]/u.test(line)) return line;
  throw new KnownError('run.no-reason', 'It is not said why.', { hint: 'Say it with --because TEXT.', exitCode: 2 });
}
