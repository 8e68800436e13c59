import type { LintKit } from '../../drafts/lint/lint-kit.ts';
import { openLintKit } from '../../drafts/lint/open-lint-kit.ts';
import { type DraftFilter, isWished } from '../../model/farewell/draft-filter.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import { type LintSettings, noLintSettings } from '../../model/farewell/lint/lint-rules.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { holidayOn } from '../../model/run/holidays/holiday-on.ts';
import type { Workspace, WorkspacePlace } from '../../workspace/open-workspace.ts';
import { draftChannels } from './draft-channels.ts';
import { exitFigures } from './exit-figures.ts';
import { exitPlan, type PlanWish } from './exit-plan.ts';
import { keptDrafts } from './kept-drafts.ts';
import { withSource } from './kept-lint-drafts.ts';
import { openKit } from './open-kit.ts';
import { seenAccounts } from './seen-accounts.ts';
import { serverLimits } from './server-limits.ts';

/** Everything that looks at all drafts of an exit together is opened with this. */
export interface DraftCheck {
  readonly kit: LintKit;
  readonly workspace: Workspace;
  readonly facts: ExitFacts;
  /** What lastpost.yaml says of the rules. */
  readonly settings: LintSettings;
}

/**
 * Reads the drafts of the workspace as their files are now, beside what the facts would make of each. Writes nothing.
 * @param wish by what the exit goes; before what lastpost.yaml says under exit.check
 * @throws KnownError those of `exitPlan`, `draft.front-matter`, `draft.no-locale`, `exit.none`, `exit.incomplete`, those of templates, workspace and ledger
 */
export async function openDraftCheck(
  filter: DraftFilter,
  place: WorkspacePlace,
  { clock }: Pick<JourneyContext, 'clock'>,
  wish: PlanWish = { playbook: null, run: null },
): Promise<DraftCheck> {
  const now = clock.now();
  const { workspace, facts, drafts: made } = await openKit(filter, place, { clock });
  const kept = await keptDrafts(workspace, filter.locales);
  const wished = kept.filter(({ draft }) => isWished(draft, filter));
  const { config } = workspace;
  const playbook = wish.playbook ?? config.exit?.check?.playbook ?? null;
  const plan = await exitPlan(workspace, { playbook, run: wish.run }, place, { clock });
  const holidays = config.holidays ?? plan?.holidays ?? null;
  const kit = openLintKit({
    facts,
    brand: config.brand.name,
    channels: draftChannels(config, facts, now, await serverLimits(workspace)),
    people: config.people,
    figures: await exitFigures(workspace, facts),
    drafts: await Promise.all(wished.map(withSource)),
    made: new Map(made.map((one) => [`${one.draft.locale}/${one.draft.id}`, one])),
    approvals: new Map(kept.map(({ draft, state }) => [`${draft.locale}/${draft.id}`, state])),
    plan,
    accounts: await seenAccounts(workspace, facts),
    holiday: holidays === null ? null : holidayOn(holidays),
    dictionaries: [],
    ownWords: config.exit?.check?.words ?? [],
    now,
  });
  return { kit, workspace, facts, settings: config.exit?.check ?? noLintSettings };
}
