import { pathExists } from '../../base/path-exists.ts';
import { countedKinds, countFigures } from '../../drafts/figures/count-figures.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import { type ExitFigures, noFigures } from '../../model/farewell/figures.ts';
import type { KeptPost, PostStore } from '../../model/post-store.ts';
import { openLedger } from '../../storage/ledger.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';

/** What the archive says of the accounts that are left; nothing where there is none. */
export async function exitFigures({ dir, paths }: Workspace, facts: ExitFacts): Promise<ExitFigures> {
  if (!(await pathExists(paths.ledger))) return noFigures;
  const ledger = await openLedger({ file: paths.ledger, root: dir });
  try {
    return await countFigures(postsOf(ledger.posts, facts), facts.timezone);
  } finally {
    await ledger.close();
  }
}

async function* postsOf(posts: PostStore, { leaves }: ExitFacts): AsyncGenerator<KeptPost> {
  for (const { channel } of leaves) yield* posts.all({ channel, kinds: countedKinds });
}
