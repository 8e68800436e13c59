import type { JsonValue } from '../../model/playbook/json.ts';

/** What stands in a block of a playbook, by its way there: `with.url`, `instructions.de`, `evidence.screenshot.kind`. */
export type Leaves = ReadonlyMap<string, JsonValue>;

/** Lists of things that have ids are looked at one by one, so that one more of them is one more and not another list. */
export function leavesOf(value: JsonValue, path = ''): Leaves {
  const inside = partsOf(value);
  if (inside === null) return new Map([[path, value]]);
  const below = inside.flatMap(([name, one]) => [...leavesOf(one, path === '' ? name : `${path}.${name}`)]);
  return new Map(below);
}

/** null for what is said as a whole; an empty block is one. */
function partsOf(value: JsonValue): readonly (readonly [string, JsonValue])[] | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) {
    const entries = Object.entries(value);
    return entries.length === 0 ? null : entries;
  }
  const named = value.flatMap((one) => {
    const id = typeof one === 'object' && one !== null && 'id' in one ? one.id : undefined;
    return typeof id === 'string' ? [[id, one] as const] : [];
  });
  const isNamed = named.length > 0 && named.length === value.length;
  return isNamed && new Set(named.map(([id]) => id)).size === named.length ? named : null;
}
