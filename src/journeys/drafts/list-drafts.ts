import { type DraftFilter, isWished } from '../../model/farewell/draft-filter.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { type KeptDraft, keptDrafts } from './kept-drafts.ts';

/**
 * The drafts of the workspace as their files are now.
 * @throws KnownError `draft.front-matter`, and those of workspace and ledger
 */
export async function listDrafts(filter: DraftFilter, place: WorkspacePlace): Promise<readonly KeptDraft[]> {
  const all = await keptDrafts(await requireWorkspace(place), filter.locales);
  return all.filter(({ draft }) => isWished(draft, filter));
}
