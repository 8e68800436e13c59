import { type Kysely, type Selectable, sql } from 'kysely';
import { isoTime } from '../base/clock.ts';
import type { AfterClaim, Claim, ClaimRequest, NewNotice } from '../model/schedule/schedule-state.ts';
import { stateOf } from './schedule-rows.ts';
import type { ScheduleStateRow } from './schedule-tables.ts';
import type { LedgerTables } from './tables.ts';

type Row = Selectable<ScheduleStateRow>;

/** Within a transaction: what is due or was left behind, in the order in which it was due. */
export async function claimDue(db: Kysely<LedgerTables>, request: ClaimRequest): Promise<readonly Claim[]> {
  const { now, forMs, holder } = request;
  const until = isoTime(new Date(now.getTime() + forMs));
  const rows = request.only === undefined ? await dueRows(db, request) : await namedRows(db, request, request.only);
  if (rows.length === 0) return [];
  const claimed = { claimed_by: holder, claimed_at: isoTime(now), claimed_until: until };
  const texts = await textsOf(db, [...new Set(rows.map(({ schedule }) => schedule))]);
  // One statement for all of them: with one for each the first sweep of a process, which nothing has warmed up, takes twice as long.
  const keys = sql.join(rows.map(({ schedule, channel }) => sql`(${schedule}, ${channel})`));
  await db
    .updateTable('schedule_states')
    .set(claimed)
    .where(sql<boolean>`(schedule, channel) in (values ${keys})`)
    .execute();
  return rows.map((row) => {
    const before = row.claimed_by === null ? null : { holder: row.claimed_by, at: row.claimed_at ?? isoTime(now) };
    return { state: stateOf({ ...row, ...claimed }), before, holder, json: texts.get(row.schedule) ?? '' };
  });
}

/** The definitions; a row of a state has one always. */
async function textsOf(db: Kysely<LedgerTables>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await db.selectFrom('schedules').select(['id', 'json']).where('id', 'in', ids).execute();
  return new Map(found.map(({ id, json }) => [id, json]));
}

async function dueRows(db: Kysely<LedgerTables>, request: ClaimRequest): Promise<readonly Row[]> {
  const { until, limit } = request;
  const left = (await claimedRows(db)).filter((row) => isLeftBehind(row, request));
  const free = db.selectFrom('schedule_states').selectAll().where('claimed_by', 'is', null);
  const due = await free.where('due_at', '<=', until).orderBy('due_at').limit(limit).execute();
  return [...left, ...due].slice(0, limit);
}

/** As many as there are processes that work, and no more. */
function claimedRows(db: Kysely<LedgerTables>): Promise<readonly Row[]> {
  return db.selectFrom('schedule_states').selectAll().where('claimed_by', 'is not', null).execute();
}

async function namedRows(
  db: Kysely<LedgerTables>,
  request: ClaimRequest,
  { schedule, force, skip }: NonNullable<ClaimRequest['only']>,
): Promise<readonly Row[]> {
  const rows = await db.selectFrom('schedule_states').selectAll().where('schedule', '=', schedule).execute();
  const wanted = rows.filter(({ channel, due_at }) => !skip.includes(channel) && (force || due_at <= request.until));
  return wanted.filter((row) => row.claimed_by === null || isLeftBehind(row, request)).slice(0, request.limit);
}

/** Its time is over, it reaches further than any does because the clock was put back, or who had it has ended. */
function isLeftBehind({ claimed_by, claimed_until }: Row, { now, forMs, isGone }: ClaimRequest): boolean {
  if (claimed_by === null) return false;
  const untilMs = Date.parse(claimed_until ?? '');
  return !(untilMs > now.getTime()) || untilMs > now.getTime() + forMs || isGone(claimed_by);
}

export async function renewClaim(
  db: Kysely<LedgerTables>,
  { state, holder }: Claim,
  now: Date,
  forMs: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('schedule_states')
    .set({ claimed_until: isoTime(new Date(now.getTime() + forMs)) })
    .where('schedule', '=', state.schedule)
    .where('channel', '=', state.channel)
    .where('claimed_by', '=', holder)
    .where('claimed_at', '=', state.claimedAt)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Within a transaction. */
export async function settleClaim(
  db: Kysely<LedgerTables>,
  { state, holder }: Claim,
  after: AfterClaim,
  notices: readonly NewNotice[],
): Promise<boolean> {
  const mine = db
    .updateTable('schedule_states')
    .where('schedule', '=', state.schedule)
    .where('channel', '=', state.channel)
    .where('claimed_by', '=', holder)
    .where('claimed_at', '=', state.claimedAt);
  const noted = {
    attempts: after.attempts,
    failures: after.failures,
    missed: after.missed,
    last: JSON.stringify(after.last),
    told_at: after.toldAt,
    claimed_by: null,
    claimed_at: null,
    claimed_until: null,
  };
  // Where somebody changed its times meanwhile, the new ones hold.
  const timed = await mine
    .set({ ...noted, slot_at: after.slotAt, due_at: after.dueAt })
    .where('slot_at', '=', state.slotAt)
    .executeTakeFirst();
  const isMine = timed.numUpdatedRows === 1n || (await mine.set(noted).executeTakeFirst()).numUpdatedRows === 1n;
  if (!isMine) return false;
  for (const { schedule, channel, kind, way, json, madeAt } of notices) {
    const row = { schedule, channel, kind, way, json, made_at: madeAt, next_at: madeAt, error: null };
    await db.insertInto('schedule_notices').values(row).execute();
  }
  return true;
}
