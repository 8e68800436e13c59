import { type Kysely, sql } from 'kysely';
import type { LedgerTables } from './tables.ts';

/** All or nothing. Immediate, so that it waits for another process at its beginning and not after half of its work. */
export async function inTransaction<T>(
  db: Kysely<LedgerTables>,
  work: (transaction: Kysely<LedgerTables>) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    try {
      const result = await work(connection);
      await sql`commit`.execute(connection);
      return result;
    } catch (error) {
      // On a full disk SQLite has rolled back by itself and refuses this; the first error is the one that tells.
      await sql`rollback`.execute(connection).catch(() => undefined);
      throw error;
    }
  });
}
