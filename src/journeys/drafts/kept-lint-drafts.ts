import { readFile } from 'node:fs/promises';
import type { LintDraft } from '../../drafts/lint/lint-draft.ts';
import { readLintDraft } from '../../drafts/lint/read-lint-draft.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { type KeptDraft, keptDrafts } from './kept-drafts.ts';

/** Every draft as its file is now, with the places of everything in it. @throws KnownError as `keptDrafts` */
export async function keptLintDrafts(workspace: Workspace): Promise<readonly LintDraft[]> {
  return Promise.all((await keptDrafts(workspace, [])).map(withSource));
}

/** One of them. */
export async function withSource({ file, draft }: KeptDraft): Promise<LintDraft> {
  return readLintDraft(file, draft, await readFile(file, 'utf8'));
}
