import type { Override } from '../model/run/run-state.ts';
import type { RunView, StepView } from '../model/run/run-view.ts';

/** What `--json` promises of a run: `{run: {id, state, past_point_of_no_return, …}, steps: [{id, type, state, reason, …}]}`. */
export function runViewJson(view: RunView): object {
  return { run: runJson(view), steps: view.steps.map(stepJson) };
}

function runJson(view: RunView): object {
  const { run, pointOfNoReturn } = view;
  return {
    id: run.id,
    state: run.state,
    past_point_of_no_return: run.isPastPointOfNoReturn,
    point_of_no_return: { step: pointOfNoReturn.step, passed_at: pointOfNoReturn.passedAt },
    playbook: run.playbook,
    version: run.version,
    title: view.title,
    inputs: view.inputs,
    timezone: view.timezone,
    concurrency_groups: run.concurrencyGroups,
    started_at: run.startedAt,
    started_by: run.startedBy,
    changed_at: run.changedAt,
    now: view.now,
    next: view.next,
    locked_by: view.lockedBy,
    runner: view.runner,
    ends_at: view.endsAt,
    paused: view.paused,
    cancelled: view.cancelled,
    ended_at: view.endedAt,
    end_reason: view.endReason,
    overrides: view.overrides.map(overrideJson),
    amendments: view.amendments,
    head: run.head,
    looked_at: view.lookedAt,
  };
}

function overrideJson({ step, gates, asked, agreed }: Override): object {
  return { step, gates, asked, agreed };
}

/** `reason` is why it waits: input, approval, timer, lock, back-off or second-person; `because` says it in a sentence. */
function stepJson(step: StepView): object {
  return {
    id: step.id,
    type: step.type,
    title: step.title,
    state: step.state,
    reason: step.waits,
    because: step.reason,
    waiting_on: step.waitingOn.map(({ id, name, role, insteadOf }) => ({ id, name, role, instead_of: insteadOf })),
    since: step.since,
    due_at: step.dueAt,
    overdue: step.isOverdue,
    timer_at: step.timerAt,
    needs: step.needs,
    assignee: step.assignee,
    instructions: step.instructions,
    hint: step.hint,
    facts_to_check: step.factsToCheck.map(({ platform, fact, checkedOn }) => {
      return { platform, fact, checked_on: checkedOn };
    }),
    irreversible: step.isIrreversible,
    by_hand_because: step.byHandBecause,
    ...attemptJson(step),
    approval: approvalJson(step),
    gates: step.gates.map(({ gate, channel, isOpen, says, hint, canBeOverridden }) => {
      return { gate, channel, open: isOpen, says, hint, can_be_overridden: canBeOverridden };
    }),
    evidence_wanted: step.evidenceWanted,
    evidence: step.evidence.map(({ seq, at, attempt, person, id, kind, name, sha256, bytes, file }) => {
      return { seq, at, attempt, person, id, kind, name, sha256, bytes, file };
    }),
    resolutions: step.resolutions,
    outputs: step.outputs,
    confirmed_by: step.confirmedBy,
  };
}

function attemptJson(step: StepView): object {
  const { attempt, maxAttempts, error, isReleased, releasedTo, releasedUntil, confirmText } = step;
  return {
    attempt,
    max_attempts: maxAttempts,
    error:
      error === null
        ? null
        : { code: error.code, message: error.message, hint: error.hint, retryable: error.isRetryable },
    released: isReleased ? { to: releasedTo, until: releasedUntil } : null,
    confirm_text: confirmText,
  };
}

function approvalJson({ approval }: StepView): object | null {
  if (approval === null) return null;
  const { needed, roles, eachRole, bound, given } = approval;
  return {
    needed,
    roles,
    each_role: eachRole,
    bound,
    given: given.map(({ seq, at, person, decision, isVoid, digest, roles: spoken, insteadOf, comment, signature }) => {
      return {
        seq,
        at,
        person,
        decision,
        void: isVoid,
        digest,
        roles: spoken,
        instead_of: insteadOf,
        comment,
        signed: signature !== null,
      };
    }),
  };
}
