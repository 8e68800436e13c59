import type { RunState, StepState, StepStateName, WaitReason } from './run-state.ts';

/** Where a step stands now, with others and its own timers. */
export interface StepStanding {
  readonly state: StepStateName;
  /** Null unless it waits. */
  readonly waits: WaitReason | null;
  /** Since when it stands so, UTC ISO 8601; null for what has not come yet. */
  readonly since: string | null;
}

/** Nothing more will become of it, unless a person opens it again. */
export function isFinal({ state }: Pick<StepStanding, 'state'>): boolean {
  return ['skipped', 'succeeded', 'failed', 'cancelled', 'compensated'].includes(state);
}

/** What those that need it can go on with. */
function isDone(step: StepState): boolean {
  if (step.state === 'succeeded' || step.state === 'skipped') return true;
  return step.plan.onFailure === 'continue' && standOf(step).state === 'failed';
}

/** Whether another attempt may be made by the machine: never at what is irreversible. */
export function hasBudget({ plan, failures, error }: StepState): boolean {
  if (plan.irreversible || error?.isRetryable !== true) return false;
  return failures < (plan.retry?.maxAttempts ?? 1);
}

/**
 * Whether a person has to let a step go that this program does by itself: where something is to be typed back, and once more
 * after the clock jumped.
 */
export function wantsRelease({ clockJumpSeq }: RunState, { plan, releases, intent }: StepState): boolean {
  if (!plan.irreversible || asked[plan.type] !== undefined) return false;
  const after = Math.max(clockJumpSeq, intent?.seq ?? 0);
  if (releases.some((seq) => seq > after)) return false;
  return plan.confirm !== null || clockJumpSeq > 0;
}

/** The types of step that a person answers, and nothing is recorded before they do. */
const asked: Readonly<Record<string, WaitReason>> = {
  manual: 'input',
  publish: 'input',
  footprint: 'input',
  approval: 'approval',
  wait: 'timer',
};

/** What a step of a type waits for from people, before anything is recorded of it; undefined where it waits for none. */
export function askedOf(type: string): 'input' | 'approval' | undefined {
  const waits = asked[type];
  return waits === 'input' || waits === 'approval' ? waits : undefined;
}

/** As far as the step itself tells, leaving what it needs aside. */
function standOf(step: StepState): StepStanding {
  const { state, since, plan, intent } = step;
  switch (state) {
    case 'pending':
      return { state: 'ready', waits: null, since };
    case 'running':
      return intent?.isByHand === true
        ? { state: 'waiting', waits: 'input', since }
        : { state: 'running', waits: null, since };
    case 'failed':
      if (hasBudget(step)) {
        const isHeld = step.timers.some(({ timer, hasFired }) => timer === 'backoff' && !hasFired);
        return isHeld ? { state: 'waiting', waits: 'back-off', since } : { state: 'ready', waits: null, since };
      }
      return { state: plan.onFailure === 'stop' ? 'blocked' : 'failed', waits: null, since };
    case 'in_doubt':
      return { state, waits: saidNotDone(step) ? 'second-person' : 'input', since };
    default:
      return { state, waits: null, since };
  }
}

function saidNotDone({ resolutions, intent }: StepState): boolean {
  const last = resolutions.at(-1);
  return last?.decision === 'not-done' && last.seq > (intent?.seq ?? 0);
}

/**
 * Where a step stands.
 * @param isLocked another run holds the run's group
 */
export function standing(run: RunState, step: StepState, isLocked = false): StepStanding {
  const own = standOf(step);
  // Nothing is undone any more: a person has to say what is to become of it.
  if (own.state === 'failed' && step.plan.onFailure === 'compensate' && run.pointOfNoReturn !== null) {
    return { ...own, state: 'blocked' };
  }
  if (own.state !== 'ready') return own;
  if (run.ended !== null || run.cancelled !== null) return { state: 'cancelled', waits: null, since: null };
  const needs = step.plan.needs.map((id) => run.steps.get(id));
  if (!needs.every((need) => need !== undefined && isDone(need))) return { state: 'pending', waits: null, since: null };
  const times = [run.startedAt, own.since, ...needs.map((need) => need?.since ?? null)];
  const since = times.reduce<string>((latest, time) => (time !== null && time > latest ? time : latest), run.startedAt);
  if (isLocked) return { state: 'waiting', waits: 'lock', since };
  const waits = asked[step.plan.type] ?? (wantsRelease(run, step) ? 'input' : undefined);
  return waits === undefined ? { state: 'ready', waits: null, since } : { state: 'waiting', waits, since };
}
