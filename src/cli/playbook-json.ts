import type { Playbook, PlaybookStep } from '../model/playbook/playbook.ts';

/** A playbook for programs, with the names that its file has: `max_attempts`, `on_failure`, `min_approvals`. */
export function playbookJson(playbook: Playbook): object {
  const { concurrencyGroup, modeInput, isPart, basedOn, steps, ...rest } = playbook;
  return {
    ...rest,
    based_on: basedOn ?? null,
    mode_input: modeInput,
    part: isPart,
    concurrency_group: concurrencyGroup,
    steps: steps.map(stepJson),
  };
}

function stepJson(step: PlaybookStep): object {
  const { onTimeout, onFailure, staffMemo, retry, approval, ...rest } = step;
  return {
    ...rest,
    on_timeout: onTimeout,
    on_failure: onFailure,
    staff_memo: staffMemo,
    retry: retry && { max_attempts: retry.maxAttempts, backoff: retry.backoff, delay_ms: retry.delayMs },
    approval: approval && {
      approvers: approval.approvers,
      min_approvals: approval.minApprovals,
      each_role: approval.eachRole,
      prevent_self_review: approval.preventSelfReview,
      binds: approval.binds,
    },
  };
}
