import { canonicalJson } from '../../base/canonical-json.ts';
import type { JsonObject, JsonValue } from '../../model/playbook/json.ts';
import type { ComparedPlaybooks, PlaybookChange, PlaybookConflict } from '../../model/playbook/playbook-diff.ts';
import { leavesOf } from './leaves.ts';
import { movedSteps } from './moved-steps.ts';

/** A playbook as its file has it, read as plain values. */
export type PlaybookValues = JsonObject;

/** They say which playbook it is, and of which everybody has their own. */
const ofTheCopy = ['name', 'version', 'based_on'];

/** What is different between two forms of a playbook: first of itself, then step by step, in the order of the later form. */
export function changesBetween(before: PlaybookValues, after: PlaybookValues): readonly PlaybookChange[] {
  const [old, now] = [stepsOf(before), stepsOf(after)];
  const removed = [...old].filter(([id]) => !now.has(id));
  const moved = movedSteps([...old.keys()], [...now.keys()]);
  return [
    ...fieldChanges(null, withoutSteps(before), withoutSteps(after)),
    ...removed.map(([id, step]): PlaybookChange => whole('removed', id, step, null)),
    ...[...now].flatMap(([id, step]): readonly PlaybookChange[] => {
      const was = old.get(id);
      if (was === undefined) return [whole('added', id, null, step)];
      const place = moved.filter((one) => one.id === id).map((one) => whole('moved', id, one.before, one.after));
      return [...place, ...fieldChanges(id, was, step)];
    }),
  ];
}

/**
 * What two people have made of the same playbook. A change that both made alike is no news to either, and stands with mine.
 * @param base what both began with
 */
export function comparePlaybooks(
  base: PlaybookValues,
  mine: PlaybookValues,
  theirs: PlaybookValues,
): ComparedPlaybooks {
  const ours = changesBetween(base, mine);
  const others = changesBetween(base, theirs).filter((one) => !ours.some((own) => isSame(own, one)));
  return { mine: ours, theirs: others, conflicts: conflictsBetween(ours, others) };
}

function whole(what: PlaybookChange['what'], step: string, before: JsonValue, after: JsonValue): PlaybookChange {
  return { what, step, field: null, before, after };
}

function withoutSteps(values: PlaybookValues): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'steps' && !ofTheCopy.includes(name)));
}

function stepsOf({ steps }: PlaybookValues): ReadonlyMap<string, JsonObject> {
  const all = Array.isArray(steps) ? steps : [];
  return new Map(
    all.flatMap((step) => {
      const { id } = step as JsonObject;
      return typeof id === 'string' ? [[id, step as JsonObject] as const] : [];
    }),
  );
}

function fieldChanges(step: string | null, before: JsonObject, after: JsonObject): readonly PlaybookChange[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const removed = [...old].filter(([field]) => !now.has(field));
  return [
    ...removed.map(([field, value]): PlaybookChange => ({ what: 'removed', step, field, before: value, after: null })),
    ...[...now].flatMap(([field, value]): readonly PlaybookChange[] => {
      const was = old.get(field);
      if (was === undefined) return [{ what: 'added', step, field, before: null, after: value }];
      if (canonicalJson(was) === canonicalJson(value)) return [];
      return [{ what: 'changed', step, field, before: was, after: value }];
    }),
  ];
}

function isSame(one: PlaybookChange, other: PlaybookChange): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function conflictsBetween(
  mine: readonly PlaybookChange[],
  theirs: readonly PlaybookChange[],
): readonly PlaybookConflict[] {
  return mine.flatMap((own) =>
    theirs.filter((other) => isAbout(own, other)).map((other) => ({ mine: own, theirs: other })),
  );
}

/** Where a step stands says little beside its needs: two who moved it differently are in nobody's way. */
function isAbout(own: PlaybookChange, other: PlaybookChange): boolean {
  if (own.step !== other.step || own.what === 'moved' || other.what === 'moved') return false;
  if (own.field === null || other.field === null) return true;
  return (
    own.field === other.field || own.field.startsWith(`${other.field}.`) || other.field.startsWith(`${own.field}.`)
  );
}
