import { shiftDay } from '../../../base/working-days.ts';
import { dayAt } from '../../../base/zoned-time.ts';
import type { Knew, MishapHit } from '../../../model/run/rehearsal/mishap.ts';
import {
  afterWork,
  atTime,
  nextMorning,
  nextWorkingMoment,
  workingDayFrom,
} from '../../../model/run/rehearsal/working-time.ts';
import type { PlannedStep } from '../../../model/run/run-plan.ts';
import type { RunState, StepState } from '../../../model/run/run-state.ts';
import { dueAt } from '../../../runs/moments.ts';
import { type Play, type Trouble, unhit } from '../play.ts';

const COSTS_MINUTES = 4 * 60;
const DAYS_BEFORE = 2;

/** A journalist calls before everything is said, and the brand's people have a morning less. */
export function pressCall(): Trouble {
  const name = 'press-call';
  let hit: MishapHit = unhit(name);
  let busyUntil = '';
  let busyRole: string | null = null;
  return {
    name,
    comesAt: (state, play) => (hit.at === null ? callAt(state, play) : null),
    happen: async (state, play) => {
      const { stage, agenda } = play;
      const at = stage.clock.iso();
      busyRole = brandOf(state);
      busyUntil = afterWork(at, COSTS_MINUTES, stage.calendar);
      const who = stage.people().find(({ roles }) => busyRole !== null && roles.includes(busyRole));
      const announced = announcement(state);
      const announcedAt = announced === undefined ? null : outAt(state, announced, play);
      hit = {
        ...hit,
        step: announced?.plan.id ?? memosOf(state)[0]?.plan.id ?? '',
        at,
        who: who?.name ?? null,
        knew: knewIn(state),
        announcedAt,
      };
      await stage.note(null, who?.id ?? '', 'A journalist calls; answering costs four hours.');
      for (const [key, planned] of agenda) {
        if (planned.at === null || !isTheirs(state, planned.errand.step, busyRole)) continue;
        // Whatever they had on their desk for that day comes so much later.
        if (planned.at < nextMorning(at, stage.calendar)) {
          agenda.set(key, { ...planned, at: afterWork(planned.at, COSTS_MINUTES, stage.calendar) });
        }
      }
    },
    plan: ({ kind, step }, at, { state, play: { stage } }) => {
      const isBusy = stage.clock.iso() < busyUntil && kind !== 'approve' && isTheirs(state, step, busyRole);
      return isBusy ? afterWork(at, COSTS_MINUTES, stage.calendar) : at;
    },
    told: (state, play) => {
      const announced = announcement(state);
      const out = announced === undefined ? null : outAt(state, announced, play);
      return { ...hit, announcedAt: hit.at === null ? null : (out ?? hit.announcedAt) };
    },
  };
}

/** On the morning after the memo, or two days before the announcement where that is later; null as long as neither is known. */
function callAt(state: RunState, play: Play): string | null {
  const { calendar } = play.stage;
  const memos = memosOf(state);
  const announced = announcement(state);
  const out = announced === undefined ? null : outAt(state, announced, play);
  const isOut = announced?.state === 'succeeded';
  const before = out === null ? null : morningBefore(out, play);
  if (memos.length === 0) return before;
  // Public before the staff: the call comes at once.
  if (memos.some(({ state: stands }) => stands !== 'succeeded')) return isOut ? play.stage.clock.iso() : null;
  const told =
    memos
      .map(({ since }) => since ?? state.startedAt)
      .toSorted()
      .at(-1) ?? state.startedAt;
  const morning = nextMorning(told, calendar);
  return before !== null && before > morning ? before : morning;
}

function morningBefore(out: string, { stage: { calendar } }: Play): string {
  const day = workingDayFrom(shiftDay(dayAt(out, calendar.zone), -DAYS_BEFORE), -1, calendar);
  return nextWorkingMoment(atTime(day, '09:00', calendar), calendar);
}

function memosOf(state: RunState): readonly StepState[] {
  return [...state.steps.values()].filter(({ plan, state: stands }) => plan.staffMemo && stands !== 'skipped');
}

function announcement(state: RunState): StepState | undefined {
  return [...state.steps.values()].find(({ plan, state: stands }) => plan.type === 'publish' && stands !== 'skipped');
}

/** When it went out, or has to; null where nothing says so yet. */
function outAt(state: RunState, step: StepState, { stage }: Play): string | null {
  if (step.state === 'succeeded') return step.since;
  const due = dueAt(state, step, stage.deps);
  // What is due on a day is due at its end.
  return due === null ? null : new Date(Date.parse(due) - 1).toISOString();
}

function brandOf(state: RunState): string | null {
  if (state.plan.roles.includes('brand')) return 'brand';
  return memosOf(state)[0]?.plan.assignee ?? null;
}

function isTheirs(state: RunState, id: string, role: string | null): boolean {
  return role !== null && state.steps.get(id)?.plan.assignee === role;
}

/** Who knew by the convention of names: staff memos; cards, answers and calls of service; partners and agencies. */
function knewIn(state: RunState): readonly Knew[] {
  const steps = [...state.steps.values()].filter(({ state: stands }) => stands !== 'skipped');
  return steps.flatMap((step) => {
    const who = toldBy(step.plan);
    if (who === undefined) return [];
    return [{ who, step: step.plan.id, since: step.state === 'succeeded' ? step.since : null }];
  });
}

function toldBy({ id, type, staffMemo }: PlannedStep): Knew['who'] | undefined {
  if (staffMemo) return 'staff';
  if (type !== 'manual' && type !== 'notify') return undefined;
  const own = id.slice(id.lastIndexOf('/') + 1);
  if (/(^|[_-])(service|card|faq|hotline|desk)([_-]|$)/.test(own)) return 'service';
  return /(^|[_-])(partners?|agency|agencies)([_-]|$)/.test(own) ? 'partners' : undefined;
}
