import { join } from 'node:path';
import { openLedger } from '../../src/storage/ledger.ts';
import { holdStoreContract } from '../contracts/hold-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

holdStoreContract('SQLite', async () => {
  const root = await temporaryFolder();
  return openLedger({ root, file: join(root, 'ledger.db'), create: true });
});
