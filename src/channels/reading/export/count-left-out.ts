import { type Askable, askableKinds, type ExportFinding, type LeftOut } from '../../../model/official-export.ts';

/** Counts what an import leaves out, by kind, and knows what was asked for all the same. */
export class LeftOutCounter {
  readonly #include: ReadonlySet<Askable>;
  readonly #counts = new Map<LeftOut, number>();

  constructor(include: ReadonlySet<Askable>) {
    this.#include = include;
  }

  add(what: LeftOut, count = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  /** Whether a post is given: `public`, or of a kind that was asked for. Otherwise it is counted here. */
  gives(what: LeftOut | 'public'): boolean {
    if (what === 'public' || askableKinds.some((kind) => kind === what && this.#include.has(kind))) return true;
    this.add(what);
    return false;
  }

  *findings(): Generator<ExportFinding> {
    for (const [what, count] of this.#counts) if (count > 0) yield { kind: 'left-out', what, count };
  }
}
