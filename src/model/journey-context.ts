import type { Clock } from '../base/clock.ts';
import type { OnProgress } from './progress.ts';

/** What a door hands every slow journey: how to stop it, whom to tell, and what time it is. */
export interface JourneyContext {
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  readonly clock: Clock;
  /** One sentence the person should read now, such as that an unfinished snapshot is gone on with. */
  note?(text: string): void;
  /** Shows `text` and waits for Enter: false when the signal fires first. Absent when nobody is at a terminal. */
  waitForEnter?(text: string): Promise<boolean>;
}
