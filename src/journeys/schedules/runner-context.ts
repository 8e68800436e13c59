import type { JourneyContext } from '../../model/journey-context.ts';
import type { AfterClaim, Claim } from '../../model/schedule/schedule-state.ts';
import type { SnapshotWith } from '../runs/step-ports.ts';
import type { Took } from './take-due.ts';

/** One thing that was done, or could not be. */
export interface Ran {
  readonly schedule: string;
  readonly channel: string;
  readonly slotAt: string;
  readonly zone: string;
  readonly took: Took;
  readonly after: AfterClaim;
  /** False: it is somebody else's by now, or its schedule is gone. Nothing was noted. */
  readonly isNoted: boolean;
}

export interface RunnerContext extends JourneyContext {
  readonly snapshotWith?: SnapshotWith;
  /** Told when a snapshot begins, and when it has ended. */
  onBegin?(claim: Claim): void;
  onEnd?(ran: Ran): void;
}
