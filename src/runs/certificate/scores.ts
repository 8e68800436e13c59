import type { CertifiedScore } from '../../model/run/certificate.ts';
import type { RunState } from '../../model/run/run-state.ts';
import { scoreOf } from '../../model/run/score.ts';

/** What steps of type `score` counted, with the names of the steps in which something is left to do. */
export function scoresOf({ steps, startedAt }: RunState): readonly CertifiedScore[] {
  return [...steps.values()].flatMap(({ plan, state, since, outputs }) => {
    const score = plan.type === 'score' && state === 'succeeded' ? scoreOf(outputs) : null;
    if (score === null) return [];
    const gaps = score.gaps.map((gap) => ({ ...gap, title: steps.get(plan.scope + gap.step)?.plan.name ?? null }));
    return [{ step: plan.id, title: plan.name, at: since ?? startedAt, ...score, gaps }];
  });
}
