import type { Bounds } from '../../model/crawl-plan.ts';
import type { GapReason } from '../../model/gap.ts';
import type { PageRecorder } from './page-recorder.ts';
import { headersOf, isRedirect, type PausedResponse } from './paused-response.ts';

/** A bound that a page has crossed: what it asked for now is not given to it. */
export interface Crossed {
  readonly reason: GapReason;
  /** A sentence about the page without its address. */
  readonly words: string;
}

/** Counts one answer to a page. @returns the bound it crosses, if any */
export function countAnswer(
  { counts }: PageRecorder,
  paused: PausedResponse,
  isMain: boolean,
  bounds: Bounds,
): Crossed | undefined {
  counts.requests += 1;
  if (counts.requests > bounds.requests) {
    return { reason: 'limit-requests', words: `asked for more than ${bounds.requests} things` };
  }
  if (paused.resourceType !== 'Document' || isRedirect(paused.responseStatusCode ?? 0, headersOf(paused)))
    return undefined;
  if (!isMain) {
    counts.frames += 1;
    if (counts.frames <= bounds.frames) return undefined;
    return { reason: 'limit-frames', words: `opened more than ${bounds.frames} frames` };
  }
  counts.navigations += 1;
  if (counts.navigations <= bounds.navigations + 1) return undefined;
  return {
    reason: 'redirect-loop',
    words: `moved on by itself more than ${bounds.navigations} times and was kept where it was then`,
  };
}
