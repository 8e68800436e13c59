import type { FarewellLocale } from '../../model/farewell/locale.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { type CountedPart, countDraft, keptChannels } from './count-draft.ts';
import { requireNamed } from './draft-names.ts';
import { type KeptDraft, keptDrafts } from './kept-drafts.ts';

export interface ShownDraft extends KeptDraft {
  readonly counts: readonly CountedPart[];
}

/**
 * A draft in the languages it is there in, or in one, with how long it is where it will stand.
 * @throws KnownError `draft.unknown`, `draft.front-matter`, and those of workspace and ledger
 */
export async function showDraft(
  name: string,
  locales: readonly FarewellLocale[],
  place: WorkspacePlace,
  { clock }: Pick<JourneyContext, 'clock'>,
): Promise<readonly ShownDraft[]> {
  const workspace = await requireWorkspace(place);
  const all = await keptDrafts(workspace, locales);
  const named = requireNamed(
    all.map(({ draft }) => draft),
    [name],
  );
  const channels = await keptChannels(workspace, clock.now());
  return all
    .filter(({ draft }) => named.includes(draft))
    .map((kept) => ({ ...kept, counts: countDraft(kept.draft, channels) }));
}
