import { KnownError } from '../base/known-error.ts';
import type { JsonValue } from '../model/playbook/json.ts';
import type { DraftProblem } from '../model/run/draft-ports.ts';
import type { GateFinding } from '../model/run/gates.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import { filledWith } from './fill-step.ts';
import type { RunDeps } from './run-deps.ts';

const MOST_NAMED = 3;

type GateDeps = Pick<RunDeps, 'ports' | 'expressions' | 'namesFor'>;

/** Whether drafts go out with a step: `with.drafts` names them. */
export function namesDrafts({ plan }: StepState): boolean {
  return plan.with.drafts !== undefined && plan.with.drafts !== null;
}

/** That the drafts which a step names are approved as they are; [] for a step that names none. */
export async function draftGates(state: RunState, step: StepState, deps: GateDeps): Promise<readonly GateFinding[]> {
  if (!namesDrafts(step)) return [];
  const gate = { gate: 'drafts-approved', channel: null, canBeOverridden: true } as const;
  try {
    const { drafts, optional } = filledWith(state, step, deps);
    const check = await deps.ports.drafts.check(namesOf(drafts));
    if (!check.isThere && optional === true) {
      return [{ ...gate, isOpen: true, says: 'lastpost.yaml has no exit:, and so there are no drafts.', hint: null }];
    }
    if (check.lacks !== null) return [{ ...gate, isOpen: false, says: check.lacks, hint: null }];
    if (check.problems.length > 0) return [{ ...gate, isOpen: false, ...toldOf(check.problems) }];
    const count = check.drafts.length;
    const says = `${count === 1 ? 'The draft that goes' : `All ${count} drafts that go`} out with it ${count === 1 ? 'is' : 'are'} approved.`;
    return [{ ...gate, isOpen: true, says: count === 0 ? 'No draft goes out with it.' : says, hint: null }];
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return [{ ...gate, isOpen: false, says: error.message, hint: error.hint ?? null }];
  }
}

function namesOf(value: JsonValue | undefined): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
}

function toldOf(problems: readonly DraftProblem[]): { readonly says: string; readonly hint: string | null } {
  const named = problems.slice(0, MOST_NAMED).map(({ says }) => says);
  const more = problems.length > MOST_NAMED ? [`And ${problems.length - MOST_NAMED} more: lastpost draft list`] : [];
  return { says: [...named, ...more].join(' '), hint: problems[0]?.hint ?? null };
}
