import { absenceOn, type Person, rolesOn } from './people.ts';
import type { AwaitedPerson } from './run-view.ts';
import { nameOf } from './same-human.ts';

/** Everybody who speaks in a role on a day (`2026-11-26`, in the run's zone): those who have it, and delegates of those who are absent. */
export function speakersFor(role: string, people: readonly Person[], day: string): readonly AwaitedPerson[] {
  return people.flatMap((person) => {
    const held = rolesOn(person, people, day).filter((one) => one.role === role);
    // Who has it has no need to speak for somebody else.
    const first = held.find(({ insteadOf }) => insteadOf === null) ?? held[0];
    if (first === undefined) return [];
    return [{ id: person.id, name: person.name, role, insteadOf: first.insteadOf }];
  });
}

/** Who has one of these roles, in a sentence: `brand: Anna Berg (anna); legal: Lena Maurer (lena), absent until 2027-01-06`. */
export function whoHas(roles: readonly string[], people: readonly Person[], day: string): string {
  return roles.map((role) => `${role}: ${holders(role, people, day)}`).join('; ');
}

function holders(role: string, people: readonly Person[], day: string): string {
  const having = people.filter((person) => person.roles.includes(role));
  if (having.length === 0) return 'nobody in lastpost.yaml';
  return having
    .map((person) => {
      const away = absenceOn(person, day);
      if (away === undefined) return nameOf(person.id, people);
      const delegate = away.delegate === null ? '' : `, ${nameOf(away.delegate, people)} speaks for them`;
      return `${nameOf(person.id, people)}, absent until ${away.until}${delegate}`;
    })
    .join(', ');
}
