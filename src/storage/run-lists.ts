import type { Kysely } from 'kysely';
import type { RunStateName } from '../model/run/run-state.ts';
import type { RunSummary } from '../model/run/run-store.ts';
import { ambiguousRun, unknownRun } from './run-errors.ts';
import { summaryOf } from './run-rows.ts';
import type { LedgerTables } from './tables.ts';

export interface RunFilter {
  readonly states?: readonly RunStateName[];
  readonly limit?: number;
}

/** Newest first; of two that began at the same moment, the one that came later. */
export async function listRuns(db: Kysely<LedgerTables>, filter: RunFilter): Promise<readonly RunSummary[]> {
  const { states, limit } = filter;
  const all = db.selectFrom('runs').selectAll().orderBy('started_at', 'desc').orderBy('place', 'desc');
  const wanted = states === undefined ? all : all.where('state', 'in', states);
  return (await (limit === undefined ? wanted : wanted.limit(limit)).execute()).map(summaryOf);
}

/** Oldest first, by when they came into the ledger: a clock that was put back lets nobody in before the others. */
export async function runsOfGroups(
  db: Kysely<LedgerTables>,
  groups: readonly string[],
): Promise<readonly RunSummary[]> {
  if (groups.length === 0) return [];
  const rows = await db
    .selectFrom('runs')
    .selectAll()
    .where('id', 'in', (of) => of.selectFrom('run_groups').select('run').where('name', 'in', groups))
    .orderBy('place')
    .execute();
  return rows.map(summaryOf);
}

const NAMED_AT_MOST = 5;

/** @throws KnownError `run.unknown`, `run.ambiguous` */
export async function findRunId(db: Kysely<LedgerTables>, start: string): Promise<string> {
  const rows = await db
    .selectFrom('runs')
    .select('id')
    .where('id', '>=', start)
    .where('id', '<', `${start}\uffff`)
    .orderBy('id')
    .limit(NAMED_AT_MOST)
    .execute();
  const ids = rows.map(({ id }) => id);
  const [first] = ids;
  if (first === undefined || start === '') throw unknownRun(start);
  if (first !== start && ids.length > 1) throw ambiguousRun(start, ids);
  return first;
}
