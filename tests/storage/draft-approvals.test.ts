import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/storage/ledger.ts';
import { migrateLedger } from '../../src/storage/migrate.ts';
import { migrations } from '../../src/storage/migrations.ts';
import type { LedgerTables } from '../../src/storage/tables.ts';
import { draftApprovalsContract } from '../contracts/draft-approvals.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const newPlace = async () => {
  const root = await temporaryFolder();
  return { root, file: join(root, 'ledger.db'), create: true };
};

draftApprovalsContract('SQLite', async () => openLedger(await newPlace()));

describe('a ledger from before there were drafts', () => {
  it('gets its table of approvals when it is opened', async () => {
    const place = await newPlace();
    const db = new Kysely<LedgerTables>({ dialect: new SqliteDialect({ database: new Database(place.file) }) });
    await migrateLedger(
      db,
      place.file,
      migrations.filter(({ number }) => number < 8),
    );
    await db.destroy();
    const ledger = await openLedger(place);
    expect(await ledger.approvals.newest()).toEqual([]);
    await ledger.close();
    expect(migrations.map(({ name }) => name)).toContain('draft-approvals');
  });
});
