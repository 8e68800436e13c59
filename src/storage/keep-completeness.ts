import type { Kysely } from 'kysely';
import type { CompletenessReport } from '../model/completeness.ts';
import type { EnteredSnapshot } from './post-rows.ts';
import type { LedgerTables } from './tables.ts';

/** One report a snapshot; when it is assessed again, the new one stands. */
export async function enterCompleteness(
  db: Kysely<LedgerTables>,
  { id, channel, startedAt }: EnteredSnapshot,
  report: CompletenessReport,
): Promise<void> {
  const row = { snapshot: id, channel, started_at: startedAt, json: JSON.stringify(report) };
  await db
    .insertInto('completeness')
    .values(row)
    .onConflict((on) => on.column('snapshot').doUpdateSet(row))
    .execute();
}

/** Of each channel the report of its newest snapshot, by the channel's id. */
export async function newestCompleteness(
  db: Kysely<LedgerTables>,
  channel: string | undefined,
): Promise<readonly { readonly snapshot: string; readonly report: CompletenessReport }[]> {
  const newest = db
    .selectFrom('completeness as one')
    .select(['one.snapshot', 'one.json'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('completeness as newer')
            .select('newer.snapshot')
            .whereRef('newer.channel', '=', 'one.channel')
            .where(({ eb, refTuple }) =>
              eb(refTuple('newer.started_at', 'newer.snapshot'), '>', refTuple('one.started_at', 'one.snapshot')),
            ),
        ),
      ),
    )
    .orderBy('one.channel');
  const chosen = channel === undefined ? newest : newest.where('one.channel', '=', channel);
  const rows = await chosen.execute();
  return rows.map(({ snapshot, json }) => ({ snapshot, report: JSON.parse(json) as CompletenessReport }));
}
