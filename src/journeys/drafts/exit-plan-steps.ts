import type { ExitPlanStep } from '../../model/farewell/lint/exit-plan.ts';
import type { JsonValue } from '../../model/playbook/json.ts';
import type { Timeline } from '../../model/playbook/timeline.ts';
import type { PlannedStep, RunPlan } from '../../model/run/run-plan.ts';
import { type TimelineNames, timelineNames } from '../../playbooks/timeline/timeline-names.ts';

/** Days before the last post at which the first thing is done where there is time; see docs/shelf.md. */
export const BEGIN_DAYS = 60;

/** The steps of a plan as texts promise things about them, in the order in which they begin. Nothing of it is done yet. */
export function exitPlanSteps(plan: RunPlan, { steps }: Pick<Timeline, 'steps'>): readonly ExitPlanStep[] {
  const names = timelineNames(plan);
  const planned = new Map(plan.steps.map((step) => [step.id, step]));
  return steps.map(({ id, type, title, channel, roles, people, startsAt, dueAt, isIrreversible }) => {
    const step = planned.get(id);
    const instructions = step?.instructions ?? null;
    return {
      id,
      type,
      title,
      instructions: instructions === null ? null : names.shown(step?.scope ?? '', instructions),
      channel,
      roles,
      people,
      startsAt,
      dueAt,
      drafts: step === undefined ? [] : draftsOf(step, names),
      isIrreversible,
      doneAt: null,
    };
  });
}

/** `with.drafts` is one name, several, or an expression that gives them. */
function draftsOf({ scope, with: { drafts } }: PlannedStep, names: TimelineNames): readonly string[] {
  const filled = (value: JsonValue | undefined): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap(filled);
    if (typeof value !== 'string') return [];
    const text = names.fill(scope, value);
    return text === undefined ? [] : text.startsWith('[') ? listIn(text) : [text];
  };
  return filled(drafts);
}

function listIn(text: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
