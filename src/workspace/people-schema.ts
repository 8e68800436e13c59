import { z } from 'zod';
import { closestMatch } from '../base/closest-match.ts';
import { factLanguages } from '../model/platform.ts';
import type { Person } from '../model/run/people.ts';

/** Every message below goes on from `<key> is <value>; it must be …`. */
const ID = 'lower-case letters, digits, hyphens, underscores and dots';
const idText = z.string({ error: ID }).regex(/^[a-z0-9][a-z0-9._-]{0,62}$/, { error: ID });

const LINE = 'some text on one line';
const lineText = z
  .string({ error: LINE })
  .trim()
  .regex(/^[^\p{Cc}\u2028\u2029]+$/u, { error: LINE });

const EMAIL = 'an e-mail address like anna@example.org';
const email = z
  .string({ error: EMAIL })
  .max(254, { error: EMAIL })
  .regex(/^[^\s@<>()[\],;:"\\\p{Cc}]+@([\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}$/u, { error: EMAIL });

const DAY = 'a day like 2026-11-22';
const day = z
  .string({ error: DAY })
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toJSON()?.startsWith(text), { error: DAY });

const KEY = 'a public key, or the name of a PEM file with one';

/** `key:` with nothing after it is null in YAML; people leave it so when they have nothing to say yet. */
const listOf = <T extends z.ZodType>(item: T, wanted = 'a list') =>
  z.preprocess((given) => given ?? [], z.array(item, { error: wanted }));

const absenceSchema = z.strictObject({ from: day, until: day, delegate: idText.nullish() });

const personSchema = z.strictObject({
  id: idText,
  name: lineText,
  roles: listOf(idText, 'a list of roles, like [brand, legal]'),
  email: email.nullish(),
  language: z.enum(factLanguages, { error: `one of: ${factLanguages.join(', ')}` }).nullish(),
  key: z.string({ error: KEY }).trim().min(1, { error: KEY }).nullish(),
  absent: listOf(absenceSchema),
});

/** Under `people:` of lastpost.yaml. */
export const peopleSchema = listOf(personSchema, 'a list of people');

/** The keys that are allowed at each place below `people`. */
export const peopleShapes: Readonly<Record<string, object>> = {
  'people.*': personSchema.shape,
  'people.*.absent.*': absenceSchema.shape,
};

type Given = z.output<typeof personSchema>;

/** As `ConfigIssue` has it. */
interface PeopleIssue {
  readonly path: readonly PropertyKey[];
  readonly unknownKeys: readonly string[];
  readonly wanted: string;
}

function issue(path: readonly PropertyKey[], wanted: string): PeopleIssue {
  return { path: ['people', ...path], unknownKeys: [], wanted };
}

/** What is wrong between people who are sound each by themselves: ids, delegates, days. */
export function peopleIssues(people: readonly Given[]): readonly PeopleIssue[] {
  const ids = people.map(({ id }) => id);
  return people.flatMap((person, at) => [
    ...(ids.indexOf(person.id) === at ? [] : [issue([at, 'id'], 'different from every other person’s id')]),
    ...person.absent.flatMap((_, index) =>
      absenceIssues(person, ids, index).map((one) => issue([at, ...one[0]], one[1])),
    ),
  ]);
}

function absenceIssues(
  { id, absent }: Given,
  ids: readonly string[],
  index: number,
): readonly (readonly [path: readonly PropertyKey[], wanted: string])[] {
  const one = absent[index];
  if (one === undefined) return [];
  const place = ['absent', index];
  const issues: (readonly [readonly PropertyKey[], string])[] = [];
  if (one.until < one.from) issues.push([[...place, 'until'], `${one.from} or a day after it`]);
  if (absent.slice(0, index).some((before) => before.from <= one.until && one.from <= before.until)) {
    issues.push([[...place, 'from'], 'outside the other times in which this person is absent']);
  }
  const wanted = delegateWanted(one.delegate ?? null, id, ids);
  if (wanted !== null) issues.push([[...place, 'delegate'], wanted]);
  return issues;
}

function delegateWanted(delegate: string | null, id: string, ids: readonly string[]): string | null {
  if (delegate === null) return null;
  const others = ids.filter((other) => other !== id);
  if (others.includes(delegate)) return null;
  if (delegate === id) return 'somebody else than the person who is absent';
  const near = closestMatch(delegate, others);
  return near === undefined ? 'the id of another person' : `the id of another person; perhaps "${near}" is meant`;
}

/** `key` is still what the file says: base64, PEM text, or the name of a file. `readPersonKeys` reads it. */
export function toPeople(people: readonly Given[]): readonly Person[] {
  return people.map(({ id, name, roles, email: address, key, language, absent }) => ({
    id,
    name,
    roles: [...new Set(roles)],
    email: address ?? null,
    key: key ?? null,
    language: language ?? null,
    absences: absent.map(({ from, until, delegate }) => ({ from, until, delegate: delegate ?? null })),
  }));
}
