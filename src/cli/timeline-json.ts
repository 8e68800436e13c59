import type { Timeline, TimelineStep } from '../model/playbook/timeline.ts';

/** What `--json` promises of a plan: `{playbook, starts_at, ends_at, steps: [{id, starts_at, slack_minutes, …}], remarks, earliest}`. */
export function timelineJson(timeline: Timeline): object {
  return {
    playbook: timeline.playbook,
    version: timeline.version,
    title: timeline.title,
    mode: timeline.mode,
    timezone: timeline.timezone,
    holidays: timeline.holidays,
    inputs: timeline.inputs,
    made_at: timeline.madeAt,
    starts_at: timeline.startsAt,
    ends_at: timeline.endsAt,
    steps: timeline.steps.map(timelineStepJson),
    skipped: timeline.skipped,
    point_of_no_return: timeline.pointOfNoReturn,
    last_moment_to_stop: timeline.lastMomentToStop,
    critical_path: timeline.criticalPath,
    effort: timeline.effort.map(({ costCents, ...one }) => ({ ...one, cost_cents: costCents })),
    currency: timeline.currency,
    remarks: timeline.remarks,
    earliest: timeline.earliest,
  };
}

export function timelineStepJson(step: TimelineStep): object {
  return {
    id: step.id,
    type: step.type,
    kind: step.kind,
    title: step.title,
    channel: step.channel,
    roles: step.roles,
    people: step.people,
    needs: step.needs,
    starts_at: step.startsAt,
    ends_at: step.endsAt,
    whole_day: step.isWholeDay,
    due_at: step.dueAt,
    slack_minutes: step.slackMinutes,
    critical: step.isCritical,
    irreversible: step.isIrreversible,
    late: step.isLate,
    effort_minutes: step.effortMinutes,
  };
}
