import type { PostFilter, PostStore } from '../model/post-store.ts';
import { openLedger } from '../storage/ledger.ts';
import { requireChannel, requireWorkspace, type WorkspacePlace } from '../workspace/open-workspace.ts';

/** Why there is nothing to show, and with which channel one could begin. */
export interface NothingFound {
  /** False when the ledger has no post at all. */
  readonly hasPosts: boolean;
  /** The first channel of lastpost.yaml; null when it names none. */
  readonly firstChannel: string | null;
}

/** What the ledger answered; `nothing` is null when something was found. */
export type Answered<Answer> = Answer & { readonly nothing: NothingFound | null };

/**
 * Asks the workspace's ledger about posts.
 * @throws KnownError `channel.unknown` when the filter names a channel that nobody ever used, and those of opening
 * workspace and ledger
 */
export async function askPosts<Answer extends { readonly total: number }>(
  place: WorkspacePlace,
  { channel }: PostFilter,
  ask: (posts: PostStore) => Promise<Answer>,
): Promise<Answered<Answer>> {
  const workspace = await requireWorkspace(place);
  const { posts, close } = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
  try {
    const answer = await ask(posts);
    if (answer.total > 0) return { ...answer, nothing: null };
    // A channel that was taken out of lastpost.yaml keeps its posts.
    const isUsed = channel === undefined || (await posts.count({ channel, ownOnly: false })) > 0;
    if (!isUsed) requireChannel(workspace, channel);
    const hasPosts = (await posts.count({ ownOnly: false })) > 0;
    return { ...answer, nothing: { hasPosts, firstChannel: workspace.config.channels[0]?.id ?? null } };
  } finally {
    await close();
  }
}
