import type { Gap, GapReason } from '../../model/gap.ts';
import type { PageCapture } from '../../model/page.ts';
import type { MainResponse } from '../capture/page-recorder.ts';
import type { PageFacts } from './in-page.ts';

/** What came of one address. */
export type Visit =
  | {
      readonly kind: 'page';
      readonly capture: PageCapture;
      readonly facts: PageFacts;
      readonly main: MainResponse;
      /** The tab has shown another document before this one, which led on by a script or a refresh. */
      readonly hasMovedOn: boolean;
      /** Its time was up before it had shown all. */
      readonly ranOutOfTime: boolean;
    }
  /** The address is a file: it is being fetched whole. */
  | { readonly kind: 'file'; readonly mime: string; readonly status: number }
  | { readonly kind: 'not-found'; readonly facts: PageFacts | undefined; readonly status: number }
  | { readonly kind: 'missing'; readonly gap: Gap; readonly retryAfterMs: number | undefined };

/** Why a page is stopped, or cut, that would not end by itself. */
const endless = /^(script-stopped|redirect-loop|limit-)/;

/** There was an answer, and what it says stands still. */
const still: ReadonlySet<GapReason> = new Set([
  'forbidden',
  'rate-limited',
  'server-error',
  'empty',
  'not-html',
  'login-wall',
  'content-unavailable',
]);

/** Whether a page does by its own doing what has no end. */
export function isEndless({ capture }: Extract<Visit, { kind: 'page' }>): boolean {
  return capture.gaps.some(({ reason }) => endless.test(reason));
}

/**
 * Whether the next page may be shown in the same tab. What a page has not finished goes on in the tab when its visit is
 * over: it holds memory, keeps the process busy, and calls off what is opened next.
 */
export function leavesTabFit(visit: Visit): boolean {
  if (visit.kind === 'missing') return still.has(visit.gap.reason);
  return visit.kind !== 'page' || !(visit.ranOutOfTime || isEndless(visit));
}
