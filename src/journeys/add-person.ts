import { closestMatch } from '../base/closest-match.ts';
import { KnownError } from '../base/known-error.ts';
import { type Person, usualRoles } from '../model/run/people.ts';
import { addPeopleToWorkspace, type NewPerson } from '../workspace/add-people.ts';
import { requireWorkspace, type WorkspacePlace } from '../workspace/open-workspace.ts';

export interface AddedPerson {
  readonly person: NewPerson;
  /** Roles that nobody had before and no playbook that comes along asks for: maybe new, maybe mistyped. */
  readonly newRoles: readonly { readonly role: string; readonly near: string | undefined }[];
  /** Absolute path of the lastpost.yaml that was written. */
  readonly file: string;
}

/**
 * Writes a person into lastpost.yaml; comments and order there stay.
 * @throws KnownError `person.exists`, `workspace.not-found`, `workspace.invalid`
 */
export async function addPerson(person: NewPerson, place: WorkspacePlace): Promise<AddedPerson> {
  const { dir, config, paths } = await requireWorkspace(place);
  if (config.people.some(({ id }) => id === person.id)) {
    throw new KnownError('person.exists', `lastpost.yaml has somebody with the id "${person.id}" already.`, {
      hint: 'Give another id, or change what stands there by hand. Who is there: lastpost person list',
      exitCode: 2,
    });
  }
  await addPeopleToWorkspace(dir, [person]);
  const known = [...new Set([...usualRoles, ...config.people.flatMap(({ roles }) => roles)])];
  const fresh = person.roles.filter((role) => !known.includes(role));
  const newRoles = fresh.map((role) => ({ role, near: closestMatch(role, known) }));
  return { person, newRoles, file: paths.config };
}

/** Everybody in lastpost.yaml. @throws KnownError those of opening a workspace */
export async function listPeople(place: WorkspacePlace): Promise<readonly Person[]> {
  return (await requireWorkspace(place)).config.people;
}
