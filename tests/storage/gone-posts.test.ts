import { join } from 'node:path';
import { openLedger } from '../../src/storage/ledger.ts';
import { gonePostsContract } from '../contracts/gone-posts.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

gonePostsContract('SQLite', async () => {
  const root = await temporaryFolder();
  const { posts, close } = await openLedger({ root, file: join(root, 'ledger.db'), create: true });
  return { store: posts, close };
});
