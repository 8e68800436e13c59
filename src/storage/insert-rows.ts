import { type Compilable, CompiledQuery, type Kysely } from 'kysely';
import type { LedgerTables } from './tables.ts';

/** Values that a database takes as they are. */
type Row = Readonly<Record<string, string | number | null>>;

/**
 * Inserts rows a batch at a time with Kysely's own statement for so many rows, which is made once for all batches of one
 * length: made anew it is a tree with a node for each value, and costs more than what SQLite does with it.
 */
export class RowInsert<Inserted extends Row, Returned = unknown> {
  readonly #texts = new Map<number, string>();
  readonly #statement: (db: Kysely<LedgerTables>, rows: readonly Inserted[]) => Compilable;

  /** @param statement must use the rows for nothing but their values */
  constructor(statement: (db: Kysely<LedgerTables>, rows: readonly Inserted[]) => Compilable) {
    this.#statement = statement;
  }

  /** All rows have the same columns in the same order. */
  async execute(db: Kysely<LedgerTables>, rows: readonly Inserted[]): Promise<readonly Returned[]> {
    if (rows.length === 0) return [];
    const text = this.#texts.get(rows.length) ?? this.#statement(db, rows).compile().sql;
    if (this.#texts.size > 400) this.#texts.clear();
    this.#texts.set(rows.length, text);
    const values = rows.flatMap((row) => Object.values(row));
    return (await db.executeQuery<Returned>(CompiledQuery.raw(text, values))).rows;
  }
}
