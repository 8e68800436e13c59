/** A step that stands behind another one than before, among those that are in both. */
export interface MovedStep {
  readonly id: string;
  /** The id before it; null at the beginning. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The fewest steps that somebody has to have moved to come from one order to the other. */
export function movedSteps(before: readonly string[], after: readonly string[]): readonly MovedStep[] {
  const [old, now] = [before.filter((id) => after.includes(id)), after.filter((id) => before.includes(id))];
  const stayed = new Set(longestRise(old.map((id) => now.indexOf(id))).map((place) => now[place]));
  const above = (ids: readonly string[], id: string): string | null => ids[ids.indexOf(id) - 1] ?? null;
  return now.filter((id) => !stayed.has(id)).map((id) => ({ id, before: above(old, id), after: above(now, id) }));
}

/** The longest run of numbers that rise, others left out. Playbooks are short: its square is nothing. */
function longestRise(numbers: readonly number[]): readonly number[] {
  const best: (readonly number[])[] = [];
  for (const [at, number] of numbers.entries()) {
    let longest: readonly number[] = [];
    for (const other of best.slice(0, at)) {
      if ((other.at(-1) ?? -1) < number && other.length > longest.length) longest = other;
    }
    best.push([...longest, number]);
  }
  return best.reduce((longest, one) => (one.length > longest.length ? one : longest), []);
}
