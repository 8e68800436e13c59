import type { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { WaitingNotice } from '../../model/schedule/schedule-state.ts';
import { noticePause } from '../../schedules/back-off.ts';
import { patiently } from '../patiently.ts';
import type { OpenSchedules } from './open-schedules.ts';

export interface SentNotices {
  readonly sent: number;
  /** Why the others could not be sent; they wait in the ledger. */
  readonly failed: readonly { readonly notice: WaitingNotice; readonly error: KnownError }[];
}

/** In one sweep; what is more than that comes with the next. */
const MOST = 50;
/** Until somebody else may send what this process was killed at. */
const HELD_MS = 5 * 60_000;

/**
 * Sends what waits to be told. At least once: after a kill it may come a second time, with the same Message-ID or delivery.
 * Never throws for one that cannot be sent: it is tried again later, and `schedule list` tells of it.
 */
export async function sendNotices(open: OpenSchedules, context: JourneyContext): Promise<SentNotices> {
  const store = open.ledger.schedules;
  const now = context.clock.now();
  const failed: SentNotices['failed'][number][] = [];
  let sent = 0;
  if (!(await patiently(() => store.hasNotices(now.toISOString())))) return { sent, failed };
  const { sendOne } = await import('./send-notice.ts');
  const again = new Date(now.getTime() + HELD_MS).toISOString();
  const due = await patiently(() => store.dueNotices(now.toISOString(), again, MOST));
  for (const notice of due) {
    const error = await sendOne(notice, open, context);
    if (error === 'stopped') break;
    if (error === undefined) {
      sent += 1;
      await patiently(() => store.noticeSent(notice.number));
      continue;
    }
    failed.push({ notice, error });
    const pauseMs = error.code === 'notify.refused-some' ? null : noticePause(notice.attempts + 1);
    const next = pauseMs === null ? null : new Date(context.clock.now().getTime() + pauseMs).toISOString();
    await patiently(() => store.noticeFailed(notice.number, `${error.message} ${error.hint ?? ''}`.trim(), next));
  }
  return { sent, failed };
}
