import type { Kysely, Selectable } from 'kysely';
import type { WaitingNotice } from '../model/schedule/schedule-state.ts';
import type { ScheduleNoticeRow } from './schedule-tables.ts';
import type { LedgerTables } from './tables.ts';

export function noticeOf(row: Selectable<ScheduleNoticeRow>): WaitingNotice {
  const { number, schedule, channel, kind, way, json, attempts, error } = row;
  const times = { madeAt: row.made_at, nextAt: row.next_at };
  return { number, schedule, channel, kind, way, json, attempts, error, ...times, isGivenUp: row.given_up === 1 };
}

/** Within a transaction: what is to be sent now. Nobody else gets the same until `againAt`, by which it is sent or has failed. */
export async function dueNotices(
  db: Kysely<LedgerTables>,
  now: string,
  againAt: string,
  limit: number,
): Promise<readonly WaitingNotice[]> {
  const due = db.selectFrom('schedule_notices').selectAll().where('given_up', '=', 0).where('next_at', '<=', now);
  const rows = await due.orderBy('next_at').orderBy('number').limit(limit).execute();
  const numbers = rows.map(({ number }) => number);
  if (numbers.length > 0) {
    await db.updateTable('schedule_notices').set({ next_at: againAt }).where('number', 'in', numbers).execute();
  }
  return rows.map(noticeOf);
}

/** @param nextAt null: nobody tries again */
export async function noticeFailed(
  db: Kysely<LedgerTables>,
  number: number,
  error: string,
  nextAt: string | null,
): Promise<void> {
  const next = nextAt === null ? { given_up: 1 } : { next_at: nextAt };
  await db
    .updateTable('schedule_notices')
    .set(({ eb }) => ({ error, ...next, attempts: eb('attempts', '+', 1) }))
    .where('number', '=', number)
    .execute();
}
