import { pathExists } from '../../base/path-exists.ts';
import { draftLocales, draftPath, readDrafts } from '../../drafts/files/draft-folder.ts';
import { isEdited } from '../../drafts/files/merge-draft.ts';
import type { Draft } from '../../model/farewell/draft.ts';
import { type ApprovalState, approvalState, type DraftApproval } from '../../model/farewell/draft-approval.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import { openLedger } from '../../storage/ledger.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { draftPlaces } from './open-kit.ts';

/** A draft as its file is now. */
export interface KeptDraft {
  readonly draft: Draft;
  /** Absolute. */
  readonly file: string;
  /** Whether a person changed it since it was generated; null where nobody knows any more. */
  readonly isEdited: boolean | null;
  readonly state: ApprovalState;
  /** The newest, of whatever words. */
  readonly approval: DraftApproval | null;
}

/** Every draft of a workspace, by language and then by when it goes out. @throws KnownError `draft.front-matter`, of the ledger */
export async function keptDrafts(
  workspace: Workspace,
  wished: readonly FarewellLocale[],
): Promise<readonly KeptDraft[]> {
  const places = draftPlaces(workspace.paths);
  const locales = (await draftLocales(places)).filter((one) => wished.length === 0 || wished.includes(one));
  const approvals = await newestApprovals(workspace);
  const all: KeptDraft[] = [];
  for (const locale of locales) {
    const { files, bases } = await readDrafts(places, locale);
    for (const draft of [...files.values()].sort(byMoment)) {
      const base = bases.get(draft.id);
      const approval = approvals.find((one) => one.locale === locale && one.draft === draft.id);
      all.push({
        draft,
        file: draftPath(places, draft),
        isEdited: base === undefined ? null : isEdited(base, draft),
        state: approvalState(draft, approval),
        approval: approval ?? null,
      });
    }
  }
  return all;
}

/** What is only sent when it is needed comes last. */
function byMoment(a: Draft, b: Draft): number {
  const [one, other] = [a, b].map(({ publishAt, id }) => `${publishAt ?? '9'} ${id}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

async function newestApprovals({ dir, paths }: Workspace): Promise<readonly DraftApproval[]> {
  if (!(await pathExists(paths.ledger))) return [];
  const ledger = await openLedger({ file: paths.ledger, root: dir });
  try {
    return await ledger.approvals.newest();
  } finally {
    await ledger.close();
  }
}
