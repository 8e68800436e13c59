import type { Kysely } from 'kysely';
import type { Hold, HoldStore } from '../model/retention/hold.ts';
import { withLedgerErrors } from './ledger-errors.ts';
import type { HoldRow } from './retention-tables.ts';
import type { LedgerTables } from './tables.ts';

/** Who has to keep what, and why. */
export function sqliteHoldStore(db: Kysely<LedgerTables>, file: string): HoldStore {
  return {
    place: ({ snapshot, channel, why, by, at }) =>
      withLedgerErrors(file, async () => {
        const row = {
          snapshot,
          channel,
          why,
          by_whom: by,
          at,
          released_by: null,
          released_at: null,
          released_why: null,
        };
        const { number } = await db.insertInto('holds').values(row).returning('number').executeTakeFirstOrThrow();
        return number;
      }),
    release: (number, { by, at, why }) =>
      withLedgerErrors(file, async () => {
        const { numUpdatedRows } = await db
          .updateTable('holds')
          .set({ released_by: by, released_at: at, released_why: why })
          .where('number', '=', number)
          .where('released_at', 'is', null)
          .executeTakeFirst();
        return numUpdatedRows === 1n;
      }),
    list: () =>
      withLedgerErrors(file, async () =>
        (await db.selectFrom('holds').selectAll().orderBy('number').execute()).map(holdOf),
      ),
  };
}

function holdOf({ number, snapshot, channel, why, by_whom: by, at, ...released }: HoldRow): Hold {
  const { released_by, released_at, released_why } = released;
  const isHeld = released_by === null || released_at === null;
  return {
    number,
    snapshot,
    channel,
    why,
    by,
    at,
    released: isHeld ? null : { by: released_by, at: released_at, why: released_why ?? '' },
  };
}
