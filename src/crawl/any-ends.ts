import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until one of the works ends, or for `ms`; not at all beyond the signal. @param ms Infinity: only for the works */
export async function anyEnds(works: Iterable<Promise<unknown>>, ms: number, stopped: AbortSignal): Promise<void> {
  const waits = [...works];
  const over = new AbortController();
  if (Number.isFinite(ms)) {
    const signal = AbortSignal.any([stopped, over.signal]);
    waits.push(sleep(ms, undefined, { signal }).catch(() => undefined));
  }
  await Promise.race(waits);
  over.abort();
}
