import { isChange } from '../../model/schedule/change-summary.ts';
import type { Notice } from '../../model/schedule/notice.ts';
import type { NoticeKind, Schedule } from '../../model/schedule/schedule.ts';
import type { AfterClaim, Claim, NewNotice } from '../../model/schedule/schedule-state.ts';
import { nextAttempt } from '../../schedules/back-off.ts';
import { dueTime } from '../../schedules/jitter.ts';
import type { DueDecision } from '../../schedules/missed.ts';
import { nextTime } from '../../schedules/next-times.ts';
import type { Took } from './take-due.ts';

/** Somebody else is at the channel: it is asked again at the next sweep. */
const WAIT_MS = 60_000;
/** Of what goes on failing people are told again after a day. */
const TELL_AGAIN_MS = 86_400_000;
/** After slots that failed in a row the next one is this late at most. */
const LONGEST_PAUSE_MS = 3_600_000;

export interface Noted {
  readonly after: AfterClaim;
  readonly notices: readonly NewNotice[];
}

/** When a schedule goes on after what became of a slot, and who is told of it. */
export function noteResult(claim: Claim, schedule: Schedule, decision: DueDecision, took: Took): Noted {
  const { state } = claim;
  const now = took.result.at;
  const { kind } = took.result;
  const same = { attempts: state.attempts, failures: state.failures, missed: decision.missed, last: took.result };
  const again = (dueAt: string, attempts: number): AfterClaim => ({
    ...same,
    slotAt: state.slotAt,
    dueAt,
    attempts,
    toldAt: state.toldAt,
  });
  if (kind === 'waiting') return { after: again(later(now, WAIT_MS), state.attempts), notices: [] };
  if (kind === 'interrupted') return { after: again(state.dueAt, state.attempts), notices: [] };
  if (kind === 'failed') return noteFailure(claim, schedule, decision, took);
  const next = goOn(claim, schedule, decision.nextSlot);
  const after: AfterClaim = { ...same, ...next, attempts: 0, failures: 0, toldAt: null };
  if (kind === 'skipped') return { after: { ...after, failures: state.failures, toldAt: state.toldAt }, notices: [] };
  return { after, notices: noticesOf(kindsOf(took), claim, schedule, took, next.dueAt) };
}

function noteFailure(claim: Claim, schedule: Schedule, decision: DueDecision, took: Took): Noted {
  const { state } = claim;
  const now = took.result.at;
  const attempts = state.attempts + 1;
  const retryAt = took.needsPerson ? null : nextAttempt(schedule.retry, attempts, now, nextTime(schedule, now));
  if (retryAt !== null) {
    const { slotAt, failures, toldAt } = state;
    const after = { slotAt, dueAt: retryAt, attempts, failures, missed: decision.missed, last: took.result, toldAt };
    return { after, notices: [] };
  }
  const failures = state.failures + 1;
  const pauseMs = Math.min(LONGEST_PAUSE_MS, schedule.retry.backoffMs * 2 ** Math.min(20, state.failures));
  const paused = failures > 1 && decision.nextSlot < later(now, pauseMs);
  const slot = paused ? nextTime(schedule, later(now, pauseMs)) : decision.nextSlot;
  const next = goOn(claim, schedule, slot);
  const isTold = state.toldAt === null || Date.parse(now) - Date.parse(state.toldAt) >= TELL_AGAIN_MS;
  const notices = isTold ? noticesOf(['failed'], claim, schedule, took, next.dueAt, attempts) : [];
  const toldAt = notices.length > 0 ? now : state.toldAt;
  const after = { ...next, attempts: 0, failures, missed: decision.missed, last: took.result, toldAt };
  return { after, notices };
}

/** A snapshot that was asked for ahead of its time leaves that time where it is. */
function goOn({ state }: Claim, schedule: Schedule, nextSlot: string): { slotAt: string; dueAt: string } {
  const { schedule: id, channel } = state;
  return { slotAt: nextSlot, dueAt: dueTime(schedule, { schedule: id, channel }, nextSlot) };
}

function kindsOf({ snapshot, seen }: Took): readonly NoticeKind[] {
  const hasMoreGaps = snapshot?.state === 'partial' && (seen === null || snapshot.gaps > seen.before.gaps);
  const kinds: readonly (NoticeKind | false)[] = [
    hasMoreGaps && 'gap',
    seen !== null && isChange(seen.changes) && 'changed',
    seen !== null && seen.firstPost !== null && 'first_post',
  ];
  return kinds.filter((kind) => kind !== false);
}

function noticesOf(
  kinds: readonly NoticeKind[],
  { state }: Claim,
  { notify }: Schedule,
  { result, snapshot, seen }: Took,
  nextAt: string,
  attempts = 0,
): readonly NewNotice[] {
  const { schedule, channel, zone } = state;
  const ways = [
    ...(notify.mail.length > 0 ? [{ way: 'mail', to: notify.mail }] : []),
    ...(notify.webhook === null ? [] : [{ way: 'webhook', to: [notify.webhook] }]),
  ];
  return kinds
    .filter((kind) => notify.on.includes(kind))
    .flatMap((kind) =>
      ways.map(({ way, to }): NewNotice => {
        const notice: Notice = {
          kind,
          schedule,
          channel,
          at: result.at,
          zone,
          snapshot: snapshot && {
            id: snapshot.id,
            state: snapshot.state,
            pages: snapshot.pages,
            gaps: snapshot.gaps,
          },
          changes: seen?.changes ?? null,
          failure:
            result.code === null
              ? null
              : { code: result.code, message: result.message ?? '', hint: result.hint, attempts },
          firstPost: kind === 'first_post' ? (seen?.firstPost ?? null) : null,
          nextAt,
          to,
          secret: way === 'webhook' ? notify.secret : null,
        };
        return { schedule, channel, kind, way, json: JSON.stringify(notice), madeAt: result.at };
      }),
    );
}

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}
