import type { MadeClaim } from '../model/completeness.ts';

/** A claim's first and last time with the same number. */
interface Said {
  first: MadeClaim;
  last: MadeClaim;
}

/**
 * What the platform claimed, each number with the first and the last record that says it: enough to show that a count
 * changed meanwhile, and few, although every page of a list says it again.
 */
export class ClaimLog {
  readonly #said = new Map<string, Said>();

  add(claim: MadeClaim): void {
    const key = `${seriesOf(claim)} ${claim.count}`;
    const said = this.#said.get(key);
    if (said === undefined) this.#said.set(key, { first: claim, last: claim });
    else if (claim.archive.at < said.first.archive.at) said.first = claim;
    else if (claim.archive.at > said.last.archive.at) said.last = claim;
  }

  /** Oldest first. */
  get all(): readonly MadeClaim[] {
    const both = [...this.#said.values()].flatMap(({ first, last }) => (first === last ? [first] : [first, last]));
    return withoutRepeats(both.sort((a, b) => (a.archive.at < b.archive.at ? -1 : 1)));
  }
}

/** Claims that say the same of the same things; only the number may change from one to the next. */
export function seriesOf({ name, kinds, reach, part = '' }: MadeClaim): string {
  return `${name} ${[...kinds].sort().join()} ${part} ${reach}`;
}

/** The same number twice in a row says nothing new. */
function withoutRepeats(claims: readonly MadeClaim[]): readonly MadeClaim[] {
  const latest = new Map<string, number>();
  return claims.filter((claim) => {
    const series = seriesOf(claim);
    const isNews = !Object.is(latest.get(series), claim.count);
    latest.set(series, claim.count);
    return isNews;
  });
}
