import { join } from 'node:path';
import { openLedger } from '../../src/storage/ledger.ts';
import { exportStoreContract } from '../contracts/export-store.ts';
import { exportsBesideCrawlsContract } from '../contracts/exports-beside-crawls.ts';
import { statementNumbersContract } from '../contracts/statement-numbers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function newPlace() {
  const root = await temporaryFolder();
  return { root, file: join(root, 'ledger.db'), create: true };
}

const open = async () => openLedger(await newPlace());

exportStoreContract('SQLite', open);
exportsBesideCrawlsContract('SQLite', open);
statementNumbersContract('SQLite', open);
