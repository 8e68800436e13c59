import type { DraftKind } from '../../model/farewell/draft-kinds.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { type KeptDraft, keptDrafts } from './kept-drafts.ts';

/** [] is all. */
export interface DraftFilter {
  readonly locales: readonly FarewellLocale[];
  readonly channels: readonly string[];
  readonly kinds: readonly DraftKind[];
}

/**
 * The drafts of the workspace as their files are now.
 * @throws KnownError `draft.front-matter`, and those of workspace and ledger
 */
export async function listDrafts(filter: DraftFilter, place: WorkspacePlace): Promise<readonly KeptDraft[]> {
  const workspace = await requireWorkspace(place);
  const { channels, kinds, locales } = filter;
  const all = await keptDrafts(workspace, locales);
  return all.filter(
    ({ draft }) =>
      (kinds.length === 0 || kinds.includes(draft.kind)) &&
      (channels.length === 0 || (draft.channel !== null && channels.includes(draft.channel))),
  );
}
