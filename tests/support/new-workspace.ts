import { initWorkspace } from '../../src/journeys/init-workspace.ts';

/** What `lastpost init --brand` makes, without a process for it: tests of other commands begin with one. */
export async function newWorkspaceIn(dir: string, brandName: string, language = 'en'): Promise<void> {
  await initWorkspace({ dir, brandName, languages: [language] });
}
