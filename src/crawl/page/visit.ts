import type { Gap } from '../../model/gap.ts';
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
