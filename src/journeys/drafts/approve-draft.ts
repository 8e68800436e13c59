import { KnownError } from '../../base/known-error.ts';
import { type DraftApproval, draftDigest } from '../../model/farewell/draft-approval.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { openLedger } from '../../storage/ledger.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { requirePerson } from '../../workspace/require-person.ts';
import { requireNamed } from './draft-names.ts';
import { type KeptDraft, keptDrafts } from './kept-drafts.ts';

export interface ApproveDraftsInput {
  /** Each as `announcement-x`, or `de/announcement-x` where it is there in several languages. */
  readonly drafts: readonly string[];
  readonly locales: readonly FarewellLocale[];
  /** Id of a person of lastpost.yaml. */
  readonly by: string;
}

export interface ApprovedDraft {
  readonly approval: DraftApproval;
  readonly person: string;
  readonly file: string;
}

/**
 * Enters in the ledger that a person approves drafts, exactly as their files are now. Every time is an entry of its own. One
 * name that is wrong leaves all of them as they were.
 * @throws KnownError `draft.unknown`, `draft.which-language`, `draft.no-person`, `person.unknown`, `person.none`,
 * `draft.front-matter`, and those of workspace and ledger
 */
export async function approveDrafts(
  input: ApproveDraftsInput,
  place: WorkspacePlace,
  { clock }: Pick<JourneyContext, 'clock'>,
): Promise<readonly ApprovedDraft[]> {
  const workspace = await requireWorkspace(place);
  if (input.by.trim() === '') {
    throw new KnownError('draft.no-person', 'It is not said who approves the draft.', {
      hint: 'Name a person of lastpost.yaml with --as PERSON.',
      exitCode: 2,
    });
  }
  const person = requirePerson(workspace.config, input.by.trim());
  const all = await keptDrafts(workspace, input.locales);
  const at = clock.now().toISOString();
  const approved = [...new Set(input.drafts.map((name) => onlyOne(all, name)))].map(({ draft, file }) => {
    const { locale, id } = draft;
    const approval: DraftApproval = { locale, draft: id, digest: draftDigest(draft), by: person.id, at };
    return { approval, person: person.name, file };
  });
  const ledger = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
  try {
    for (const { approval } of approved) await ledger.approvals.approve(approval);
  } finally {
    await ledger.close();
  }
  return approved;
}

/** Nobody approves a text in a language that they did not name. */
function onlyOne(all: readonly KeptDraft[], name: string): KeptDraft {
  const named = requireNamed(
    all.map(({ draft }) => draft),
    [name],
  );
  const [first, ...others] = all.filter(({ draft }) => named.includes(draft));
  if (first !== undefined && others.length === 0) return first;
  const languages = named.map(({ locale, id }) => `${locale}/${id}`);
  throw new KnownError('draft.which-language', `"${name}" is there in ${named.length} languages.`, {
    hint: `Approve each by itself: ${languages.join(', ')}.`,
    exitCode: 2,
  });
}
