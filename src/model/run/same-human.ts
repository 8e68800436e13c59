import { KnownError } from '../../base/known-error.ts';
import { absenceOn, type Person } from './people.ts';

/** One mailbox, however it is written: capitals and what follows a plus do not make it another. */
function mailbox(email: string | null): string | null {
  if (email === null) return null;
  const at = email.lastIndexOf('@');
  const name = email.slice(0, at).replace(/(?<=.)\+.*$/, '');
  return `${name}@${email.slice(at + 1)}`.toLowerCase().normalize('NFC');
}

/** Whether two ids are one human being as far as anybody can tell: the same id, mailbox or key. */
export function isSameHuman(
  one: string,
  other: string,
  people: readonly Pick<Person, 'id' | 'email' | 'key'>[],
): boolean {
  if (one === other) return true;
  const [first, second] = [one, other].map((id) => people.find((person) => person.id === id));
  if (first === undefined || second === undefined) return false;
  const address = mailbox(first.email);
  return (address !== null && address === mailbox(second.email)) || (first.key !== null && first.key === second.key);
}

/** `Anna Berg (anna)`, or the id alone of somebody whom lastpost.yaml does not name any more. */
export function nameOf(id: string, people: readonly Person[]): string {
  const person = people.find((one) => one.id === id);
  return person === undefined ? id : `${person.name} (${id})`;
}

/**
 * Why somebody is no second pair of eyes for what the first person said; null when they are. A delegate who speaks for the
 * first person that day would only say it twice.
 * @param first who spoke first, by id
 * @param day `2026-11-26`, in the run's zone
 * @returns KnownError `second-person.same`, `second-person.delegate`, `second-person.absent`, or `second-person.unknown` for
 * a first or second person of whom lastpost.yaml says nothing, so that nobody can tell whether they are two
 */
export function refuseSecondPerson(
  first: string,
  second: string,
  people: readonly Person[],
  day: string,
): KnownError | null {
  const [one, other] = [first, second].map((id) => people.find((person) => person.id === id));
  if (first === second) return refused('same', `${nameOf(first, people)} has spoken already.`, needsAnother);
  if (other === undefined) return refused('unknown', `Nobody in lastpost.yaml is called "${second}".`, needsAnother);
  if (one === undefined) {
    const message = `"${first}", who spoke first, is not in lastpost.yaml any more: whether ${nameOf(second, people)} is somebody else, nobody can tell.`;
    return refused('unknown', message, 'Let somebody who is in lastpost.yaml say it anew, and a second person agree.');
  }
  if (isSameHuman(first, second, people)) {
    const message = `${nameOf(second, people)} has the e-mail address or the key of ${nameOf(first, people)}, who has spoken already.`;
    return refused('same', message, needsAnother);
  }
  const away = absenceOn(other, day);
  if (away !== undefined) {
    return refused('absent', `${nameOf(second, people)} is absent until ${away.until}.`, needsAnother);
  }
  if (absenceOn(one, day)?.delegate === second) {
    const message = `${nameOf(second, people)} speaks for ${nameOf(first, people)}, who is absent, and would only say the same once more.`;
    return refused('delegate', message, needsAnother);
  }
  return null;
}

const needsAnother = 'It needs a second person: another one of those in lastpost.yaml.';

/** Whether two people are two pairs of eyes on a day; see `refuseSecondPerson`. */
export function isSecondPerson(first: string, second: string, people: readonly Person[], day: string): boolean {
  return refuseSecondPerson(first, second, people, day) === null;
}

function refused(code: string, message: string, hint: string): KnownError {
  return new KnownError(`second-person.${code}`, message, { hint, exitCode: 2 });
}
