import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { JsonObject } from '../../model/playbook/json.ts';
import { beginOf } from '../../model/run/begin-of.ts';
import type { Person } from '../../model/run/people.ts';
import type { Debrief, MishapReport } from '../../model/run/rehearsal/debrief.ts';
import { requireFittingScript } from '../../model/run/rehearsal/fit-script.ts';
import { makeDebrief } from '../../model/run/rehearsal/make-debrief.ts';
import type { MishapName } from '../../model/run/rehearsal/mishap.ts';
import { mishapReport } from '../../model/run/rehearsal/mishap-report.ts';
import type { Settings } from '../../model/run/rehearsal/missing-settings.ts';
import type { Rehearsed } from '../../model/run/rehearsal/rehearsed.ts';
import type { ScriptedReply } from '../../model/run/rehearsal/reply.ts';
import { withStandIns } from '../../model/run/rehearsal/stand-ins.ts';
import { nextWorkingMoment, workCalendarOf } from '../../model/run/rehearsal/working-time.ts';
import type { RunPlan } from '../../model/run/run-plan.ts';
import { readRehearsalScript } from '../../playbooks/read/read-rehearsal-script.ts';
import type { WorkspaceConfig } from '../../workspace/config.ts';
import { openNearestWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { resolveSecret } from '../../workspace/secret-reference.ts';
import { planPlaybook } from '../load-playbook.ts';
import { type Answers, type AskRehearsal, answersFrom, type SaidInTurn, scriptInTurn } from './answers.ts';
import { type SimulationInput, simulate } from './simulate.ts';

export interface RehearseInput {
  /** The name of a playbook, or a file. */
  readonly playbook: string;
  /** As typed, or as values. */
  readonly inputs: JsonObject;
  readonly mishaps: readonly MishapName[];
  /** As it was read, or a file of it; null: none. */
  readonly script: readonly ScriptedReply[] | { readonly file: string } | null;
  /** `YYYY-MM-DD`: the day on which it begins, in the morning; null or nothing: now. */
  readonly start?: string | null;
  /** Asks somebody at a terminal; without it everything that the script leaves open is answered by itself. */
  readonly ask?: AskRehearsal | undefined;
  /** False: what each mishap cost is not worked out, which takes another rehearsal for each. True unless said. */
  readonly weighs?: boolean;
}

/** A rehearsal, ready to be played as often as it takes. */
interface Rehearsal {
  readonly input: Omit<SimulationInput, 'mishaps' | 'answers'>;
  play(mishaps: readonly MishapName[], answers: Answers): Promise<Rehearsed>;
}

const silent = (): undefined => undefined;

/**
 * Plays a whole run of a playbook on a clock of its own and tells what it showed. Reads the workspace and the playbooks, and
 * touches nothing: no file, no server, no mail. It always ends.
 * @throws KnownError those of `planPlaybook`, and `rehearsal.unknown-step`, `rehearsal.unknown-person`, `rehearsal.not-asked`,
 * `rehearsal.script` for a script that fits no step
 */
export async function rehearsePlaybook(
  { playbook, inputs, mishaps, script, ask, start = null, weighs = true }: RehearseInput,
  place: WorkspacePlace,
  context: Pick<JourneyContext, 'signal' | 'onProgress' | 'clock'>,
): Promise<Debrief> {
  const workspace = await openNearestWorkspace(place);
  const { plan, sources } = await planPlaybook(playbook, inputs, place, context);
  const { people, standIns } = withStandIns(plan, workspace?.config.people ?? []);
  const calendar = workCalendarOf(plan);
  const begins = nextWorkingMoment(
    new Date(beginOf(context.clock.now(), start, plan.timezone)).toISOString(),
    calendar,
  );
  const { signal, onProgress } = context;
  const input = { plan, sources, people, by: whoBegins(plan, people), begins, signal, onProgress };
  const play: Rehearsal['play'] = (names, answers) => simulate({ ...input, mishaps: names, answers });
  const lines = await linesOf(script, place);
  requireFittingScript(lines, plan, people);
  const answers = answersFrom(scriptInTurn(lines), ask);
  const struck = await play(mishaps, answers);
  const again = { input: { ...input, onProgress: silent }, play };
  const reports = weighs ? await costsOf(struck, mishaps, answers.given(), again) : [];
  return makeDebrief(struck, standIns, reports, settingsOf(workspace?.config));
}

/** Only whether a secret is there is looked at. */
function settingsOf(config: WorkspaceConfig | undefined): Settings {
  return { hasMailServer: config?.mail !== undefined, mailPassword: config?.mail?.password ?? null, isSet };
}

function isSet(reference: string): boolean {
  try {
    resolveSecret(reference);
    return true;
  } catch (error) {
    if (error instanceof KnownError && error.code === 'secret.missing') return false;
    throw error;
  }
}

/** @throws KnownError `rehearsal.script` */
async function linesOf(script: RehearseInput['script'], { cwd }: WorkspacePlace): Promise<readonly ScriptedReply[]> {
  if (script === null) return [];
  if (!('file' in script)) return script;
  const text = await readFile(resolve(cwd, script.file), 'utf8').catch((cause: unknown) => {
    throw unreadable(script.file, cause);
  });
  return readRehearsalScript(script.file, text);
}

function unreadable(file: string, cause: unknown): KnownError {
  const hint = 'Look whether the file is there.';
  return new KnownError('rehearsal.script', `The script ${file} cannot be read.`, { hint, exitCode: 2, cause });
}

/** Whoever does the first thing by hand begins the run as well. */
function whoBegins({ steps }: RunPlan, people: readonly Person[]): string {
  const role = steps.find(({ assignee }) => assignee !== null)?.assignee;
  const first = people.find(({ roles }) => role !== undefined && role !== null && roles.includes(role)) ?? people[0];
  if (first === undefined) throw new TypeError('Nobody plays.');
  return first.id;
}

/** Each mishap is played alone, and held against the rehearsal without any, with the same answers. */
async function costsOf(
  struck: Rehearsed,
  mishaps: readonly MishapName[],
  said: SaidInTurn,
  { play }: Rehearsal,
): Promise<readonly MishapReport[]> {
  if (mishaps.length === 0) return [];
  const without = await play([], answersFrom(said, undefined));
  const [only] = mishaps;
  if (mishaps.length === 1 && only !== undefined) return struck.hits.map((hit) => mishapReport(hit, struck, without));
  const reports: MishapReport[] = [];
  for (const name of new Set(mishaps)) {
    const alone = await play([name], answersFrom(said, undefined));
    reports.push(...alone.hits.map((hit) => mishapReport(hit, alone, without)));
  }
  return reports;
}
