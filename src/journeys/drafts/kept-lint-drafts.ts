import { readFile } from 'node:fs/promises';
import type { LintDraft } from '../../drafts/lint/lint-draft.ts';
import { readLintDraft } from '../../drafts/lint/read-lint-draft.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { keptDrafts } from './kept-drafts.ts';

/** Every draft as its file is now, with the places of everything in it. @throws KnownError as `keptDrafts` */
export async function keptLintDrafts(workspace: Workspace): Promise<readonly LintDraft[]> {
  const kept = await keptDrafts(workspace, []);
  return Promise.all(kept.map(async ({ file, draft }) => readLintDraft(file, draft, await readFile(file, 'utf8'))));
}
