import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/storage/ledger.ts';
import { migrations } from '../../src/storage/migrations.ts';
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
    await (await openLedger(place)).close();
    const database = new Database(place.file);
    database.exec("drop table draft_approvals; delete from migrations where name = 'draft-approvals'");
    database.close();
    const ledger = await openLedger(place);
    expect(await ledger.approvals.newest()).toEqual([]);
    await ledger.close();
    expect(migrations.at(-1)?.name).toBe('draft-approvals');
  });
});
