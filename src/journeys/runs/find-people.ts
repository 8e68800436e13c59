import { KnownError } from '../../base/known-error.ts';
import { type Person, rolesOn } from '../../model/run/people.ts';
import type { PortPerson } from '../../model/run/step-ports.ts';

/**
 * A person by id, away or not; or all who speak in a role on a day, delegates included. [] when everybody who has the role is
 * away and nobody stands in.
 * @param day `2026-11-26`
 * @throws KnownError `person.unknown` when it is the id or the role of nobody
 */
export function findPeople(idOrRole: string, all: readonly Person[], day: string): readonly PortPerson[] {
  const person = all.find(({ id }) => id === idOrRole);
  if (person !== undefined) return [portPerson(person)];
  const known = new Set(all.flatMap(({ roles }) => roles));
  if (known.has(idOrRole)) {
    return all.filter((one) => rolesOn(one, all, day).some(({ role }) => role === idOrRole)).map(portPerson);
  }
  const names = [...all.map(({ id }) => id), ...known];
  throw new KnownError('person.unknown', `Nobody is called "${idOrRole}" or has that role.`, {
    hint:
      names.length === 0
        ? 'lastpost.yaml names no people yet: add some under people:.'
        : `Known are: ${names.join(', ')}.`,
    exitCode: 2,
  });
}

function portPerson({ id, name, email, key }: Person): PortPerson {
  return { id, name, email, key };
}
