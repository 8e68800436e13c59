/** When somebody is away, and who speaks for them meanwhile. Days, the last one included. */
export interface Absence {
  readonly from: string;
  readonly until: string;
  /** null: nobody. */
  readonly delegate: string | null;
}

/** The roles that the playbooks that come along ask for. */
export const usualRoles: readonly string[] = ['brand', 'legal', 'service', 'it'];

/** Somebody who may confirm, approve and be told, as lastpost.yaml has them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly email: string | null;
  /** SubjectPublicKeyInfo, DER, base64: approvals have to be signed with it where there is one. */
  readonly key: string | null;
  readonly language: 'de' | 'en' | null;
  readonly absences: readonly Absence[];
}

/** A role that a person speaks in, their own or that of somebody who is absent. */
export interface HeldRole {
  readonly role: string;
  readonly insteadOf: string | null;
}

/** Whether they are away on a day (`2026-11-26`, in the run's zone). */
export function absenceOn(person: Person, day: string): Absence | undefined {
  return person.absences.find(({ from, until }) => from <= day && day <= until);
}

/** The roles that a person speaks in on a day: their own as long as they are here, and those of absent people they stand in for. */
export function rolesOn(person: Person, all: readonly Person[], day: string): readonly HeldRole[] {
  if (absenceOn(person, day) !== undefined) return [];
  const own = person.roles.map((role) => ({ role, insteadOf: null }));
  const others = all
    .filter((other) => other.id !== person.id && absenceOn(other, day)?.delegate === person.id)
    .flatMap((other) => other.roles.map((role) => ({ role, insteadOf: other.id })));
  return [...own, ...others];
}
