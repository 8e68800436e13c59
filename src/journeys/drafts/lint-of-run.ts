import { lintDrafts } from '../../drafts/lint/lint-drafts.ts';
import { lintRules } from '../../drafts/lint/registry.ts';
import type { LintFinding } from '../../model/farewell/lint/lint-finding.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { openDraftCheck } from './open-draft-check.ts';

/**
 * What is wrong in the drafts of the exit, held against what one run does, as `draft check --run` says it. Who has approved what is
 * left out: a run asks for that by itself.
 * @param run its id
 * @throws KnownError those of `openDraftCheck`
 */
export async function lintOfRun(
  run: string,
  place: WorkspacePlace,
  context: Pick<JourneyContext, 'clock'>,
): Promise<readonly LintFinding[]> {
  const all = { locales: [], channels: [], kinds: [] };
  const { kit, settings } = await openDraftCheck(all, place, context, { playbook: null, run });
  const rules = lintRules.filter(({ id }) => id !== 'approval');
  return lintDrafts(kit, rules, settings).findings;
}
