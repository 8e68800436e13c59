import { KnownError } from '../../base/known-error.ts';
import { refuseSecondPerson } from '../../model/run/same-human.ts';
import type { Decision } from './speak.ts';

/**
 * That who speaks now is a second pair of eyes for the one who spoke first.
 * @param because what the first one did, as the beginning of a sentence
 * @throws KnownError `second-person.same`, `second-person.delegate`, `second-person.absent`, `second-person.unknown`
 */
export function requireSecondPerson(first: string, { deps, speaker }: Decision, because: string): void {
  const refused = refuseSecondPerson(first, speaker.person.id, deps.people, speaker.day);
  if (refused === null) return;
  const { code, message, hint, exitCode } = refused;
  throw new KnownError(code, `${because}. ${message}`, { ...(hint !== undefined && { hint }), exitCode });
}
