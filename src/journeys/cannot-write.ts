import { KnownError, systemErrorCode } from '../base/known-error.ts';

/**
 * What went wrong at a file, for the person who named its place; anything else than the system's refusal stays what it is.
 * @param code `cards.cannot-write`
 */
export function cannotWrite(code: string, file: string, cause: unknown, other: 'folder' | 'place' = 'folder'): unknown {
  const system = systemErrorCode(cause);
  if (cause instanceof KnownError || system === undefined) return cause;
  return new KnownError(code, `${file} cannot be written (${system}).`, {
    hint: `See to the rights and the room there, or choose another ${other} with --out.`,
    cause,
  });
}
