import { join } from 'node:path';
import { openLedger } from '../../src/storage/ledger.ts';
import { runStoreContract } from '../contracts/run-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

runStoreContract('SQLite', async () => {
  const root = await temporaryFolder();
  const place = { root, file: join(root, 'ledger.db') };
  const ledgers = [await openLedger({ ...place, create: true })];
  const [first] = ledgers;
  if (first === undefined) throw new Error('No ledger was opened.');
  return {
    store: first.runs,
    again: async () => {
      const ledger = await openLedger(place);
      ledgers.push(ledger);
      return ledger.runs;
    },
    close: async () => {
      for (const ledger of ledgers) await ledger.close();
    },
  };
});
