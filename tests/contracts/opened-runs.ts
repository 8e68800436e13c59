import { onTestFinished } from 'vitest';
import type { RunState } from '../../src/model/run/run-state.ts';
import type { RunStore } from '../../src/model/run/run-store.ts';
import { entryOf, type MadeStep, planOf, startOf } from '../support/made-plan.ts';

/** A store that is empty, and how to give it back with all that was opened of it. */
export interface OpenedRuns {
  readonly store: RunStore;
  /** Opens the same one once more, with nothing remembered. */
  again(): Promise<RunStore>;
  /** A JavaScript module that gives the same one to another process, as `runs`. */
  readonly module: string;
  close(): Promise<void>;
}

export type OpenRuns = () => Promise<OpenedRuns>;

export async function opened(open: OpenRuns): Promise<OpenedRuns> {
  const runs = await open();
  onTestFinished(runs.close);
  return runs;
}

/** With a run `r1` of these steps. */
export async function begun(open: OpenRuns, ...steps: readonly (string | MadeStep)[]): Promise<OpenedRuns> {
  const runs = await opened(open);
  await runs.store.create('r1', startOf(planOf(...steps)));
  return runs;
}

export const asPerson = { person: true } as const;
export const leaseTaken = entryOf('lease.taken');
export const MINUTE_MS = 60_000;
export const noon = new Date('2026-11-26T12:00:00.000Z');

export function later(ms: number, than = noon): Date {
  return new Date(than.getTime() + ms);
}

export async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

export async function* oneByOne<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** As a plain value, so that two of them can be compared. */
export function plain(state: RunState): object {
  return { ...state, steps: [...state.steps] };
}
