import type { PlanRemark } from '../../../model/playbook/timeline.ts';
import { assumedRemarks } from './assumed.ts';
import { collisionRemarks } from './collision.ts';
import { lateRemarks } from './late.ts';
import { nobodyRemarks } from './nobody.ts';
import type { PlanFacts } from './plan-facts.ts';
import { tooMuchRemarks } from './too-much.ts';
import { unknownEffortRemarks } from './unknown-effort.ts';
import { weekendRemarks } from './weekend.ts';

/** What a person should look at before the run begins, the worst first. */
export function planRemarks(facts: PlanFacts): readonly PlanRemark[] {
  const all = [
    lateRemarks,
    nobodyRemarks,
    collisionRemarks,
    weekendRemarks,
    tooMuchRemarks,
    assumedRemarks,
    unknownEffortRemarks,
  ].flatMap((remarks) => remarks(facts));
  return [...all.filter(({ severity }) => severity === 'error'), ...all.filter(({ severity }) => severity !== 'error')];
}
