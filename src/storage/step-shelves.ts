import type { GrowingSteps } from '../model/run/fold-run.ts';
import type { StepState } from '../model/run/run-state.ts';

const STEPS_ON_A_SHELF = 64;

/**
 * The steps of a run, in the plan's order. A copy shares every shelf with the original until one of the two puts another step
 * on it: the state before an append is still there when the append fails, and ten thousand steps are not copied for it.
 */
export class StepShelves implements GrowingSteps {
  readonly #places: ReadonlyMap<string, number>;
  readonly #shelves: StepState[][];
  /** Numbers of the shelves that no copy shares. */
  readonly #own = new Set<number>();

  private constructor(places: ReadonlyMap<string, number>, shelves: StepState[][]) {
    this.#places = places;
    this.#shelves = shelves;
  }

  static of(steps: ReadonlyMap<string, StepState>): StepShelves {
    const places = new Map([...steps.keys()].map((id, place) => [id, place]));
    const all = [...steps.values()];
    const shelves: StepState[][] = [];
    for (let start = 0; start < all.length; start += STEPS_ON_A_SHELF) {
      shelves.push(all.slice(start, start + STEPS_ON_A_SHELF));
    }
    return new StepShelves(places, shelves);
  }

  copy(): StepShelves {
    this.#own.clear();
    return new StepShelves(this.#places, [...this.#shelves]);
  }

  get size(): number {
    return this.#places.size;
  }

  has(id: string): boolean {
    return this.#places.has(id);
  }

  get(id: string): StepState | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.#shelves[shelfOf(place)]?.[place % STEPS_ON_A_SHELF];
  }

  /** @throws TypeError for a step that is not there: a plan has its steps from the beginning */
  set(id: string, step: StepState): this {
    const place = this.#places.get(id);
    const shelf = place === undefined ? undefined : this.#ownShelf(shelfOf(place));
    if (place === undefined || shelf === undefined) throw new TypeError(`There is no step "${id}".`);
    shelf[place % STEPS_ON_A_SHELF] = step;
    return this;
  }

  #ownShelf(number: number): StepState[] | undefined {
    const shelf = this.#shelves[number];
    if (shelf === undefined || this.#own.has(number)) return shelf;
    const copy = [...shelf];
    this.#shelves[number] = copy;
    this.#own.add(number);
    return copy;
  }

  *entries(): Generator<[string, StepState], undefined> {
    for (const step of this.values()) yield [step.plan.id, step];
  }

  keys(): MapIterator<string> {
    return this.#places.keys();
  }

  *values(): Generator<StepState, undefined> {
    for (const shelf of this.#shelves) yield* shelf;
  }

  forEach(each: (step: StepState, id: string, all: ReadonlyMap<string, StepState>) => void): void {
    for (const [id, step] of this.entries()) each(step, id, this);
  }

  [Symbol.iterator](): Generator<[string, StepState], undefined> {
    return this.entries();
  }
}

function shelfOf(place: number): number {
  return Math.floor(place / STEPS_ON_A_SHELF);
}
