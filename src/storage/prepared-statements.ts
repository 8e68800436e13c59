import type Database from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Entering a batch takes six; those of a last, shorter batch are other texts. */
const KEPT = 24;

/**
 * A database that prepares a statement once for as long as its text is in use: Kysely has each one prepared anew, which for
 * four hundred rows at a time takes as long as writing them.
 */
export function withPreparedStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare: (sql) => {
      const statement = kept.get(sql) ?? (database.prepare(sql) as SqliteStatement);
      kept.delete(sql);
      kept.set(sql, statement);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
    close: () => {
      kept.clear();
      database.close();
    },
  };
}
