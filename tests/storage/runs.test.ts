import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLedger } from '../../src/storage/ledger.ts';
import { runStoreContract } from '../contracts/run-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const built = fileURLToPath(new URL('../../dist/storage/ledger.js', import.meta.url));

runStoreContract('SQLite', async () => {
  const root = await temporaryFolder();
  const place = { root, file: join(root, 'ledger.db') };
  const first = await openLedger({ ...place, create: true });
  const ledgers = [first];
  return {
    store: first.runs,
    again: async () => {
      const ledger = await openLedger(place);
      ledgers.push(ledger);
      return ledger.runs;
    },
    module: `
      import { openLedger } from ${JSON.stringify(built)};
      const { runs } = await openLedger(${JSON.stringify(place)});
    `,
    close: async () => {
      for (const ledger of ledgers) await ledger.close();
    },
  };
});
