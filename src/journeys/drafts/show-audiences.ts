import { resolve } from 'node:path';
import { audienceLine } from '../../drafts/audiences/audience-line.ts';
import { drawAudiences } from '../../drafts/audiences/audience-svg.ts';
import { aheadText, audienceNames } from '../../drafts/audiences/audience-words.ts';
import type { AudienceLine } from '../../model/farewell/audience-line.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { FactLanguage, LocalText } from '../../model/platform.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { requireExit } from '../../workspace/require-exit.ts';
import { putFile } from '../put-export.ts';
import { refuseExisting } from '../put-signed.ts';
import { exitPlan, type PlanWish } from './exit-plan.ts';
import { keptDrafts } from './kept-drafts.ts';

export interface ShowAudiencesInput extends PlanWish {
  readonly language: FactLanguage;
  /** An SVG file, or null for none. */
  readonly out: string | null;
  readonly force: boolean;
}

export interface ShownAudiences extends AudienceLine {
  /** How long the staff know before the public, in a sentence; null where one of the two hears nothing. */
  readonly ahead: LocalText | null;
  /** By audience. */
  readonly names: typeof audienceNames;
  /** null when no file was asked for. */
  readonly written: { readonly file: string; readonly bytes: number } | null;
}

/**
 * Who knows when, from the drafts as their files are now, and from what a run has sent already.
 * @throws KnownError `audiences.exists`, `audiences.cannot-write`, `export.disk-full`, those of `exitPlan`, of drafts, workspace and
 * ledger
 */
export async function showAudiences(
  { language, out, force, ...wish }: ShowAudiencesInput,
  place: WorkspacePlace,
  context: Pick<JourneyContext, 'clock' | 'signal'>,
): Promise<ShownAudiences> {
  const file = out === null ? null : resolve(place.cwd, out);
  if (file !== null) await refuseExisting(file, force, 'audiences');
  const workspace = await requireWorkspace(place);
  const facts = requireExit(workspace.config);
  const plan = await exitPlan(workspace, wish, place, context);
  const kept = await keptDrafts(workspace, []);
  const drafts = kept.map(({ draft }) => draft);
  const line = audienceLine({ brand: workspace.config.brand.name, facts, drafts, plan });
  const shown = { ...line, ahead: aheadOf(line), names: audienceNames };
  if (file === null) return { ...shown, written: null };
  const bytes = Buffer.from(drawAudiences(line, language));
  await putFile(file, once(bytes), force, context.signal);
  return { ...shown, written: { file, bytes: bytes.length } };
}

function aheadOf({ staffAheadHours, tooEarly }: AudienceLine): LocalText | null {
  return staffAheadHours === null || tooEarly.length > 0 ? null : aheadText(staffAheadHours);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
