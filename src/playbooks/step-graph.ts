interface Node {
  readonly id: string;
  readonly needs: readonly string[];
}

/** Which steps come before which. Needs that name nothing are left out; of two steps of one name the first counts. */
export class StepGraph {
  readonly #needs = new Map<string, readonly string[]>();
  readonly #ancestors = new Map<string, ReadonlySet<string>>();

  constructor(nodes: readonly Node[]) {
    const ids = new Set(nodes.map(({ id }) => id));
    for (const { id, needs } of nodes) {
      if (!this.#needs.has(id))
        this.#needs.set(
          id,
          needs.filter((need) => ids.has(need)),
        );
    }
  }

  /** All that has to be done before a step, in a circle the step itself too. */
  ancestors(id: string): ReadonlySet<string> {
    const known = this.#ancestors.get(id);
    if (known !== undefined) return known;
    const found = new Set<string>();
    const open = [...(this.#needs.get(id) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(...(this.#needs.get(next) ?? []));
    }
    this.#ancestors.set(id, found);
    return found;
  }

  isInCircle(id: string): boolean {
    return this.ancestors(id).has(id);
  }

  /** The shortest way from a step through what it needs back to itself: `[a, c, b, a]`. */
  circleFrom(id: string): readonly string[] {
    const ways: (readonly string[])[] = [[id]];
    const seen = new Set<string>();
    for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
      for (const need of this.#needs.get(way.at(-1) ?? '') ?? []) {
        if (need === id) return [...way, id];
        if (seen.has(need)) continue;
        seen.add(need);
        ways.push([...way, need]);
      }
    }
    return [];
  }
}

/**
 * Each step behind what it needs, and otherwise in the order given.
 * @returns undefined when there is a circle, or a need that is not there
 */
export function inOrder<Step extends Node>(steps: readonly Step[]): readonly Step[] | undefined {
  const ordered: Step[] = [];
  const done = new Set<string>();
  let open = steps;
  while (open.length > 0) {
    const next = open.find(({ needs }) => needs.every((need) => done.has(need)));
    if (next === undefined) return undefined;
    ordered.push(next);
    done.add(next.id);
    open = open.filter((step) => step !== next);
  }
  return ordered;
}
