import { closestMatch } from '../base/closest-match.ts';
import { KnownError } from '../base/known-error.ts';
import type { Person } from '../model/run/people.ts';
import type { WorkspaceConfig } from './config.ts';

const EXAMPLE = ['people:', '  - id: anna', '    name: Anna Berg', '    roles: [brand]', '    email: anna@example.org'];

/**
 * Somebody whom lastpost.yaml names.
 * @throws KnownError `person.unknown`, `person.none` where it names nobody
 */
export function requirePerson({ people }: Pick<WorkspaceConfig, 'people'>, id: string): Person {
  const person = people.find((one) => one.id === id);
  if (person !== undefined) return person;
  if (people.length === 0) {
    throw new KnownError('person.none', `lastpost.yaml names nobody, so "${id}" is not known.`, {
      hint: `Write down who may confirm and approve, for example:\n${EXAMPLE.join('\n')}`,
      exitCode: 2,
    });
  }
  const ids = people.map((one) => one.id);
  const named = people.find(({ name }) => name.toLowerCase() === id.trim().toLowerCase())?.id;
  const near = named ?? closestMatch(id, ids);
  const meant = near === undefined ? '' : `Did you mean "${near}"? `;
  throw new KnownError('person.unknown', `Nobody in lastpost.yaml is called "${id}".`, {
    hint: `${meant}Choose one of: ${ids.join(', ')}.`,
    exitCode: 2,
  });
}
