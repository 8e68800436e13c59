interface Step {
  readonly id: string;
  readonly needs: readonly string[];
  readonly isIrreversible: boolean;
}

/** Ids of steps that cannot be undone, and of all that come after one; `steps` each after those it needs. */
export function beyondNoReturn(steps: readonly Step[]): ReadonlySet<string> {
  const beyond = new Set<string>();
  for (const { id, needs, isIrreversible } of steps) {
    if (isIrreversible || needs.some((need) => beyond.has(need))) beyond.add(id);
  }
  return beyond;
}
