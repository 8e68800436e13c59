import { pathExists } from '../../base/path-exists.ts';
import { countedKinds } from '../../drafts/figures/count-figures.ts';
import type { SeenAccount } from '../../drafts/lint/lint-kit.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import { type Ledger, openLedger } from '../../storage/ledger.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';

/** What the archive has seen of those successors that are channels of ours; one of which there is no snapshot is not there. */
export async function seenAccounts(
  { dir, paths }: Workspace,
  { successors }: ExitFacts,
): Promise<ReadonlyMap<string, SeenAccount>> {
  const ids = [...new Set(successors.flatMap(({ channel }) => channel ?? []))];
  const seen = new Map<string, SeenAccount>();
  if (ids.length === 0 || !(await pathExists(paths.ledger))) return seen;
  const ledger = await openLedger({ file: paths.ledger, root: dir });
  try {
    for (const id of ids) {
      const account = await seenAccount(ledger, id);
      if (account !== undefined) seen.set(id, account);
    }
  } finally {
    await ledger.close();
  }
  return seen;
}

async function seenAccount(ledger: Ledger, channel: string): Promise<SeenAccount | undefined> {
  const [snapshot] = await ledger.snapshots.list({ channel });
  if (snapshot === undefined) return undefined;
  let posts = 0;
  let newest: string | null = null;
  for await (const {
    post: { published },
  } of ledger.posts.all({ channel, kinds: countedKinds })) {
    posts += 1;
    if (published !== null && (newest === null || published > newest)) newest = published;
  }
  return { posts, newest, seenAt: snapshot.finishedAt };
}
