import type { Selectable } from 'kysely';
import type { ScheduleResult, ScheduleState } from '../model/schedule/schedule-state.ts';
import type { ScheduleStateRow } from './schedule-tables.ts';

export function stateOf(row: Selectable<ScheduleStateRow>): ScheduleState {
  const { schedule, channel, zone, attempts, failures, missed } = row;
  return {
    schedule,
    channel,
    slotAt: row.slot_at,
    dueAt: row.due_at,
    zone,
    attempts,
    failures,
    missed,
    last: row.last === null ? null : (JSON.parse(row.last) as ScheduleResult),
    toldAt: row.told_at,
    claimedBy: row.claimed_by,
    claimedAt: row.claimed_at,
  };
}
