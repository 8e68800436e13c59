import { isoTime } from '../base/clock.ts';
import type { DraftProblem } from '../model/run/draft-ports.ts';
import type { StepContext, StepResult, StepType } from '../model/run/step-type.ts';
import { title } from './by-hand/by-hand.ts';
import { execution, succeeded } from './results/step-result.ts';
import { NO_EXIT } from './values/no-exit.ts';
import { textList, yesOrNo } from './values/step-values.ts';

const PROBLEMS_NAMED = 3;

async function execute({ with: values, ports, now }: StepContext): Promise<StepResult> {
  const names = textList(values, 'drafts', 'a kind of draft like announcement, or a draft like announcement-x');
  const isOptional = yesOrNo(values, 'optional');
  const { isThere, lacks, problems, drafts, approvedBy, digest } = await ports.drafts.check(names);
  if (!isThere && !isOptional) return { kind: 'waiting', reason: NO_EXIT };
  if (isThere && lacks !== null) return { kind: 'waiting', reason: lacks };
  if (problems.length > 0) return { kind: 'waiting', reason: reasonOf(problems, drafts.length) };
  const checked = { drafts: drafts.length, approved_by: [...approvedBy], digest };
  return succeeded({ ...checked, checked_at: isoTime(now()) });
}

function reasonOf(problems: readonly DraftProblem[], count: number): string {
  const named = problems.slice(0, PROBLEMS_NAMED).map(({ says }) => says);
  const more = problems.length > PROBLEMS_NAMED ? [`And ${problems.length - PROBLEMS_NAMED} more.`] : [];
  const head = `${problems.length} of ${count} drafts cannot go out as they are.`;
  return [head, ...named, ...more, problems[0]?.hint ?? '', 'All of them: lastpost draft list'].join(' ');
}

/**
 * Looks whether drafts are there as the facts have them, fit the places that they are for, and are approved as they are. It
 * waits until they are. Outputs: `{drafts, approved_by, digest, checked_at}`; `digest` is of every word that was looked at.
 */
export const checkDraftsStep: StepType = {
  name: 'check-drafts',
  nature: 'looks',
  byHandBecause: null,
  isIdempotent: () => true,
  target: (_, step) => title(step),
  execute: execution(() => true, execute),
};
