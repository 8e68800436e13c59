import { resolve } from 'node:path';
import type { JourneyContext } from '../model/journey-context.ts';
import type { FactLanguage } from '../model/platform.ts';
import type { JsonObject } from '../model/playbook/json.ts';
import type { Timeline } from '../model/playbook/timeline.ts';
import { workingDaysOf } from '../model/run/holidays/holidays.ts';
import type { DrawPaper } from '../playbooks/draw/draw-text.ts';
import { planCalendar } from '../playbooks/timeline/calendar/plan-calendar.ts';
import { compareTimelines, type TimelineChanges } from '../playbooks/timeline/compare-timelines.ts';
import { makeTimeline } from '../playbooks/timeline/make-timeline.ts';
import { timelinePage } from '../playbooks/timeline/page/timeline-page.ts';
import type { Rates } from '../playbooks/timeline/role-effort.ts';
import { drawGantt } from '../playbooks/timeline/svg/draw-gantt.ts';
import { planCsv } from '../playbooks/timeline/table/plan-csv.ts';
import { changesText } from '../playbooks/timeline/text/changes-text.ts';
import { planText } from '../playbooks/timeline/text/plan-text.ts';
import type { WorkspaceConfig } from '../workspace/config.ts';
import { openNearestWorkspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { USUAL_CURRENCY } from '../workspace/planning-schema.ts';
import { planPlaybook as planOf } from './load-playbook.ts';
import { putFile } from './put-export.ts';
import { refuseExisting } from './put-signed.ts';

export type PlanFormat = 'text' | 'svg' | 'html' | 'ics' | 'csv';

export interface PlanPlaybookInput {
  /** A name or a file. */
  readonly playbook: string;
  /** As typed. */
  readonly inputs: JsonObject;
  /** Inputs that are asked for otherwise the second time; null: there is no second time. */
  readonly compare: JsonObject | null;
  /** `2027-01-04`; null: now. */
  readonly start: string | null;
  /** `DE-BY`, in place of what the playbook says; null: as it says. */
  readonly holidays: string | null;
  /** By role, in whole cents an hour; before those of lastpost.yaml. */
  readonly rates: Readonly<Record<string, number>>;
  readonly currency: string | null;
  readonly format: PlanFormat;
  readonly language: FactLanguage;
  readonly paper: DrawPaper;
  /** A file, or null for none. */
  readonly out: string | null;
  readonly force: boolean;
}

export interface PlannedTimeline {
  readonly timeline: Timeline;
  /** With what was asked for otherwise; null without that. */
  readonly compared: { readonly timeline: Timeline; readonly changes: TimelineChanges } | null;
  readonly drawing: string;
  /** null when no file was asked for. */
  readonly written: { readonly file: string; readonly bytes: number } | null;
}

/**
 * What a run of a playbook would be, day by day; nothing is begun. Works without a workspace too: then nobody is known.
 * @throws KnownError `plan.past`, `plan.exists`, `plan.cannot-write`, `export.disk-full`, `holidays.unknown`, and those of
 * `planPlaybook` in load-playbook.ts
 */
export async function planPlaybook(
  input: PlanPlaybookInput,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<PlannedTimeline> {
  const { inputs, compare, out, force } = input;
  const file = out === null ? null : resolve(place.cwd, out);
  if (file !== null) await refuseExisting(file, force, 'plan');
  // Told before anything else, or an unknown place would look like a mistake in the playbook.
  workingDaysOf(input.holidays);
  const workspace = await openNearestWorkspace(place);
  const timelineWith = (given: JsonObject) => timelineOf(given, input, { config: workspace?.config, place, context });
  const timeline = await timelineWith(inputs);
  const other = compare === null ? null : await timelineWith({ ...inputs, ...compare });
  const compared = other === null ? null : { timeline: other, changes: compareTimelines(timeline, other) };
  const drawing = draw({ timeline, compared }, input);
  if (file === null) return { timeline, compared, drawing, written: null };
  const bytes = Buffer.from(drawing);
  await putFile(file, once(bytes), force, context.signal);
  return { timeline, compared, drawing, written: { file, bytes: bytes.length } };
}

interface Around {
  readonly config: WorkspaceConfig | undefined;
  readonly place: WorkspacePlace;
  readonly context: JourneyContext;
}

async function timelineOf(
  inputs: JsonObject,
  { playbook, start, holidays, ...order }: PlanPlaybookInput,
  { config, place, context }: Around,
): Promise<Timeline> {
  const { plan } = await planOf(playbook, inputs, place, context);
  return makeTimeline({
    plan: { ...plan, holidays: holidays ?? plan.holidays },
    people: config?.people ?? null,
    now: context.clock.now(),
    start,
    rates: ratesOf(order, config),
  });
}

/** null where nobody says what an hour costs. */
function ratesOf(
  { rates, currency }: Pick<PlanPlaybookInput, 'rates' | 'currency'>,
  config?: WorkspaceConfig,
): Rates | null {
  const centsPerHour = { ...config?.planning?.centsPerHour, ...rates };
  if (Object.keys(centsPerHour).length === 0) return null;
  return { currency: currency ?? config?.planning?.currency ?? USUAL_CURRENCY, centsPerHour };
}

function draw(
  { timeline, compared }: Pick<PlannedTimeline, 'timeline' | 'compared'>,
  { format, language, paper, compare }: PlanPlaybookInput,
): string {
  // What is drawn is the plan that was asked about last.
  const shown = compared?.timeline ?? timeline;
  switch (format) {
    case 'svg':
      return drawGantt(shown, language);
    case 'html':
      return timelinePage(shown, language);
    case 'ics':
      return planCalendar(shown, language);
    case 'csv':
      return planCsv(shown, language);
    case 'text': {
      if (compared === null) return `${planText(timeline, language, paper)}\n`;
      const what = Object.entries(compare ?? {}).map(([name, value]) => `${name}=${String(value)}`);
      return `${changesText(compared.changes, shown, what.join(', '), language, paper)}\n`;
    }
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
