import { KnownError } from '../../base/known-error.ts';
import type { LocalText } from '../../model/platform.ts';
import type { Reply } from '../../model/run/rehearsal/reply.ts';
import { inOwnWords, saidAs, whys } from '../../model/run/rehearsal/why.ts';
import { after, afterWork, nextMorning, nextWorkingMoment } from '../../model/run/rehearsal/working-time.ts';
import type { RunState, StepState } from '../../model/run/run-state.ts';
import { stepOf } from '../../runs/engine.ts';
import { shownText } from '../../runs/fill-step.ts';
import type { Answers, RehearsalQuestion } from './answers.ts';
import { type Errand, errandsOf } from './errands.ts';
import { goOnErrand } from './go-on-errand.ts';
import { plannedAt } from './plan-errand.ts';
import type { Planned, Play, Trouble } from './play.ts';
import { stepCounts } from './step-counts.ts';
import { comesBack, whoDoes } from './who-does.ts';

/** A step that is blocked is opened again that often; whatever blocks it then is no accident. */
const MOST_REOPENED = 2;
/** A gate that stays shut on so many days does not open by itself. */
const MOST_TRIES = 10;

/** Plans what is wanted of people now and was not before, and forgets what is wanted no more. */
export async function keepAgenda(state: RunState, play: Play, troubles: readonly Trouble[]): Promise<void> {
  const { agenda, stage } = play;
  const wanted = errandsOf(state, stage.deps);
  const keys = new Set(wanted.map(({ key }) => key));
  for (const key of agenda.keys()) if (!keys.has(key)) agenda.delete(key);
  for (const errand of wanted) {
    if (!agenda.has(errand.key)) agenda.set(errand.key, await plan(errand, state, play, troubles));
  }
}

async function plan(errand: Errand, state: RunState, play: Play, troubles: readonly Trouble[]): Promise<Planned> {
  const step = stepOf(state, errand.step);
  if (errand.kind === 'reopen' && !mayReopen(step, play))
    return { errand, at: null, why: step.error === null ? null : saidAs(step.error) };
  let at = plannedAt(errand, state, step, play.stage);
  for (const trouble of troubles) at = (await trouble.plan?.(errand, at, { play, state, step })) ?? at;
  return { errand, at, why: null };
}

/** What failed by accident, or ran out of time; never what somebody refused, or what could not even be worked out. */
function mayReopen({ plan: { id }, error }: StepState, { reopened }: Play): boolean {
  const isAccident = error?.code === 'rehearsal.failed' || error?.code === 'step.timed-out';
  return isAccident && (reopened.get(id) ?? 0) < MOST_REOPENED;
}

/** When the next errand is, UTC ISO 8601; null: nobody has one. */
export function nextErrandAt({ agenda }: Play): string | null {
  return [...agenda.values()].flatMap(({ at }) => (at === null ? [] : [at])).toSorted()[0] ?? null;
}

/** Everybody whose time has come goes on their errand, and what came of it stands in the run or in the agenda. */
export async function workOffAgenda(play: Play, troubles: readonly Trouble[], answers: Answers): Promise<void> {
  const now = play.stage.clock.iso();
  const due = [...play.agenda.values()].filter(({ at }) => at !== null && at <= now);
  for (const { errand } of due) {
    const state = await play.stage.deps.store.load(play.stage.run);
    // Another one's errand may have made this one void.
    if (errandsOf(state, play.stage.deps).some(({ key }) => key === errand.key)) {
      await go(errand, state, play, troubles, answers);
    }
  }
}

async function go(
  errand: Errand,
  state: RunState,
  play: Play,
  troubles: readonly Trouble[],
  answers: Answers,
): Promise<void> {
  const { stage, agenda } = play;
  const step = stepOf(state, errand.step);
  const able = whoDoes(errand, state, step, stage);
  if (able === undefined) return postpone(errand, play, whys.nobody, comesBack(stage));
  const reply = await answers.replyTo(errand, () => questionOf(errand, able, state, step, play));
  const later = laterAt(reply, play);
  if (later !== null) {
    agenda.set(errand.key, { errand, at: later, why: null });
    return undefined;
  }
  if (reply.says === 'cannot' && errand.kind !== 'approve') {
    agenda.set(errand.key, { errand, at: null, why: reply.because === null ? whys.cannot : inOwnWords(reply.because) });
    return undefined;
  }
  try {
    if (errand.kind === 'reopen') play.reopened.set(errand.step, (play.reopened.get(errand.step) ?? 0) + 1);
    await goOnErrand({ errand, by: reply.by ?? able, reply, state, step, play });
    if (errand.kind === 'agree') for (const trouble of troubles) trouble.settled?.(errand.step, play);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    await postpone(errand, play, saidAs(error), true);
  }
}

function laterAt(reply: Reply, { stage }: Play): string | null {
  if (reply.after === null) return null;
  const { clock, calendar } = stage;
  const at = nextWorkingMoment(after(clock.iso(), reply.after, calendar), calendar);
  // "Later" by nothing at all would ask for ever.
  return at > clock.iso() ? at : afterWork(at, 1, calendar);
}

/** Until the next morning, or for good. */
async function postpone(
  errand: Errand,
  { agenda, stage, tries }: Play,
  why: LocalText,
  mayChange: boolean,
): Promise<void> {
  const tried = (tries.get(errand.key) ?? 0) + 1;
  tries.set(errand.key, tried);
  const isOver = !mayChange || (tried >= MOST_TRIES && !comesBack(stage));
  agenda.set(errand.key, { errand, at: isOver ? null : nextMorning(stage.clock.iso(), stage.calendar), why });
}

function questionOf(errand: Errand, who: string, state: RunState, step: StepState, play: Play): RehearsalQuestion {
  const { stage, log } = play;
  const { plan: planned } = step;
  const { deps } = stage;
  return {
    kind: errand.kind === 'approve' ? 'approve' : errand.kind === 'do' ? 'do' : 'release',
    step: planned.id,
    type: planned.type,
    title: shownText(state, step, planned.name, deps) ?? { de: planned.id, en: planned.id },
    instructions: shownText(state, step, planned.instructions, deps),
    hint: shownText(state, step, planned.hint ?? null, deps),
    evidence: planned.evidence,
    at: stage.clock.iso(),
    timezone: stage.plan.timezone,
    dueAt: log.get(planned.id)?.dueAt ?? null,
    who: stage.people().find(({ id }) => id === who)?.name ?? who,
    roles: planned.approval?.approvers ?? (planned.assignee === null ? [] : [planned.assignee]),
    ...stepCounts(state),
  };
}
