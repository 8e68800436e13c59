import { shortMoment } from '../../base/short-moment.ts';
import type { LocalText } from '../../model/platform.ts';
import type { OnProgress } from '../../model/progress.ts';
import type { Person } from '../../model/run/people.ts';
import type { MishapName } from '../../model/run/rehearsal/mishap.ts';
import type { Rehearsed } from '../../model/run/rehearsal/rehearsed.ts';
import type { PlaybookSource, RunPlan } from '../../model/run/run-plan.ts';
import type { RunState } from '../../model/run/run-state.ts';
import { standing } from '../../model/run/view-step.ts';
import { advance } from '../../runs/advance.ts';
import { entryMaker } from '../../runs/make-entry.ts';
import { dueAt, liveTimers } from '../../runs/moments.ts';
import { viewRun } from '../../runs/view/view-run.ts';
import { keepAgenda, nextErrandAt, workOffAgenda } from './agenda.ts';
import type { Answers } from './answers.ts';
import type { Play, Trouble } from './play.ts';
import { openStage } from './stage.ts';
import { stepCounts } from './step-counts.ts';
import { troublesOf } from './troubles/troubles.ts';

export interface SimulationInput {
  readonly plan: RunPlan;
  readonly sources: readonly PlaybookSource[];
  readonly people: readonly Person[];
  /** Who begins the run, by id. */
  readonly by: string;
  /** UTC ISO 8601. */
  readonly begins: string;
  readonly mishaps: readonly MishapName[];
  readonly answers: Answers;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

const LONGEST_YEARS = 5;
const YEAR_MS = 366 * 86_400_000;
/** A run of a thousand steps has not that many turns; a circle has. */
const MOST_TURNS = 20_000;

/**
 * Plays a run to its end, or until nothing is left that time or people would do. Reads nothing, writes nothing, and asks no
 * server; the same input gives the same journal.
 */
export async function simulate(input: SimulationInput): Promise<Rehearsed> {
  const { plan, sources, people, begins, signal, answers, mishaps } = input;
  const troubles = troublesOf(mishaps);
  // The world is asked for the play only once that is there.
  const world: { play?: Play } = {};
  const playing = (): Play => {
    if (world.play === undefined) throw new TypeError('Nothing is played yet.');
    return world.play;
  };
  const stage = await openStage({
    plan,
    people,
    begins,
    signal,
    world: {
      failureOf: (step, before) => failureOf(step, before, { play: playing(), troubles, answers }),
      probe: (step) => probe(step, playing(), troubles),
      secretUsed: (step, reference) => playing().secrets.push({ step, reference }),
    },
  });
  const play: Play = {
    stage,
    agenda: new Map(),
    log: new Map(),
    done: new Set(),
    secrets: [],
    reopened: new Map(),
    tries: new Map(),
  };
  world.play = play;
  try {
    const first = entryMaker(stage.deps)({ type: 'run.started', body: { plan, sources } }, { person: input.by });
    await stage.deps.store.create(stage.run, first);
    const state = await turns(play, troubles, input);
    return {
      state,
      view: await viewRun(state, stage.deps, { signal }),
      log: play.log,
      refused: refusals(play),
      secrets: play.secrets,
      hits: troubles.map((trouble) => trouble.told(state, play)),
      people: stage.people(),
      endedAt: state.ended?.at ?? stage.clock.iso(),
      journal: await stage.deps.store.verify(stage.run),
    };
  } finally {
    await stage.close();
  }
}

interface Around {
  readonly play: Play;
  readonly troubles: readonly Trouble[];
  readonly answers: Answers;
}

function failureOf(step: string, before: number, { play, troubles, answers }: Around): string | null {
  for (const trouble of troubles) {
    const failure = trouble.failureOf?.(step, before, play) ?? null;
    if (failure !== null) return failure;
  }
  const failure = answers.failureOf(step, before);
  if (failure === null) play.done.add(step);
  return failure;
}

function probe(step: string, play: Play, troubles: readonly Trouble[]) {
  for (const trouble of troubles) {
    const seen = trouble.probe?.(step, play) ?? null;
    if (seen !== null) return seen;
  }
  if (play.done.has(step)) return { says: 'done', because: 'It is gone, as it should be.' } as const;
  return { says: 'not-done', because: 'It is still as it was.' } as const;
}

/** Turn by turn: the engine does what it can, then the clock goes on to whatever comes next. */
async function turns(play: Play, troubles: readonly Trouble[], input: SimulationInput): Promise<RunState> {
  const { stage } = play;
  const { deps, clock, run } = stage;
  const last = Date.parse(input.begins) + LONGEST_YEARS * YEAR_MS;
  for (let turn = 0; ; turn += 1) {
    input.signal.throwIfAborted();
    await advance({ run, until: null, patienceMs: 0, signal: input.signal, onProgress: () => undefined }, deps);
    const state = await deps.store.load(run);
    noteWhatCameUp(state, play);
    tellProgress(state, play, input.onProgress);
    if (state.ended !== null || turn >= MOST_TURNS) return state;
    await keepAgenda(state, play, troubles);
    const called = troubles.find(({ comesAt }) => comesAt !== undefined && comesAt(state, play) !== null);
    const callAt = called?.comesAt?.(state, play) ?? null;
    const next = [nextErrandAt(play), nextTimerAt(state, play), callAt].filter((at) => at !== null).toSorted()[0];
    if (next === undefined || Date.parse(next) > last) return state;
    clock.turnTo(next);
    if (callAt === next) await called?.happen?.(state, play);
    await workOffAgenda(play, troubles, input.answers);
  }
}

function nextTimerAt(state: RunState, { stage }: Play): string | null {
  const timers = [...state.steps.values()].flatMap((step) => liveTimers(state, step, stage.deps));
  return timers.map(({ dueAt: at }) => at).toSorted()[0] ?? null;
}

function noteWhatCameUp(state: RunState, { stage, log }: Play): void {
  for (const step of state.steps.values()) {
    const { id } = step.plan;
    // What is passed over never came up.
    if (log.has(id) || ['pending', 'skipped'].includes(standing(state, step).state)) continue;
    log.set(id, { askedAt: stage.clock.iso(), dueAt: dueAt(state, step, stage.deps) });
  }
}

function tellProgress(state: RunState, { stage }: Play, onProgress: OnProgress): void {
  const [day] = shortMoment('en', stage.clock.iso(), stage.plan.timezone).split(',');
  onProgress({ phase: 'rehearse', ...stepCounts(state), current: `simulated ${day}` });
}

function refusals({ agenda }: Play): ReadonlyMap<string, LocalText> {
  const refused = [...agenda.values()].flatMap(({ errand, why }) =>
    why === null ? [] : [[errand.step, why] as const],
  );
  return new Map(refused);
}
