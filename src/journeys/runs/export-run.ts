import { resolve } from 'node:path';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { FactLanguage } from '../../model/platform.ts';
import type { RunState } from '../../model/run/run-state.ts';
import { drawRun } from '../../playbooks/draw/draw-run.ts';
import { runCalendar } from '../../runs/calendar.ts';
import { filledText } from '../../runs/fill-step.ts';
import { viewRun } from '../../runs/view/view-run.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { putFile } from '../put-export.ts';
import { refuseExisting } from '../put-signed.ts';
import { findRun, type OpenRuns, withRuns } from './open-runs.ts';

export interface ExportRunRequest {
  /** Id of a run, or its first letters. */
  readonly run: string;
  /** `ics`: its dates as a calendar. `svg`: a drawing of where it stands. */
  readonly format: 'ics' | 'svg';
  readonly out: string;
  readonly language: FactLanguage;
  readonly force: boolean;
}

export interface ExportedRun {
  /** Absolute. */
  readonly file: string;
  readonly run: string;
  readonly bytes: number;
}

/**
 * Writes a run, as it is now, into a file; it appears whole or not at all.
 * @throws KnownError `run.unknown`, `run.ambiguous`, `run-export.exists`, `run-export.cannot-write`, `export.disk-full`, those of
 * opening the workspace
 */
export async function exportRun(
  { run, format, out, language, force }: ExportRunRequest,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<ExportedRun> {
  const file = resolve(place.cwd, out);
  await refuseExisting(file, force, 'run-export');
  return withRuns(place, context, async (runs) => {
    const state = await findRun(runs, run);
    const view = await viewRun(state, runs.deps, context);
    const text = format === 'svg' ? drawRun(view, language) : runCalendar(view, calendarOf(state, language, runs));
    const bytes = Buffer.from(text);
    await putFile(file, once(bytes), force, context.signal);
    return { file, run: state.id, bytes: bytes.length };
  });
}

function calendarOf(state: RunState, language: FactLanguage, { deps, workspace }: OpenRuns) {
  return {
    language,
    now: deps.clock.now(),
    holidays: state.plan.holidays,
    remind: (id: string): readonly string[] => {
      const step = state.steps.get(id);
      return step === undefined ? [] : step.plan.remind.flatMap((text) => filledText(state, step, text, deps) ?? []);
    },
    person: (id: string) => workspace.config.people.find((person) => person.id === id),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
