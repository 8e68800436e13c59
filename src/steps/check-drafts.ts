import { isoTime } from '../base/clock.ts';
import type { DraftProblem } from '../model/run/draft-ports.ts';
import type { StepContext, StepResult, StepType } from '../model/run/step-type.ts';
import { title } from './by-hand/by-hand.ts';
import { execution, succeeded } from './results/step-result.ts';
import { NO_EXIT } from './values/no-exit.ts';
import { textList, yesOrNo } from './values/step-values.ts';

const PROBLEMS_NAMED = 3;

async function execute({ run, with: values, ports, now }: StepContext): Promise<StepResult> {
  const names = textList(values, 'drafts', 'a kind of draft like announcement, or a draft like announcement-x');
  const isOptional = yesOrNo(values, 'optional');
  const { isThere, lacks, problems, drafts, approvedBy, digest } = await ports.drafts.check(names);
  if (!isThere && !isOptional) return { kind: 'waiting', reason: NO_EXIT };
  if (isThere && lacks !== null) return { kind: 'waiting', reason: lacks };
  if (problems.length > 0) return waitsFor(problems, drafts.length, 'lastpost draft list');
  // What has been approved is read once more by somebody who holds every day and every promise against the others.
  const errors = isThere ? await ports.drafts.lint(drafts, run) : [];
  if (errors.length > 0) return waitsFor(errors, drafts.length, 'lastpost draft check');
  const checked = { drafts: drafts.length, approved_by: [...approvedBy], digest };
  return succeeded({ ...checked, checked_at: isoTime(now()) });
}

function waitsFor(problems: readonly DraftProblem[], count: number, command: string): StepResult {
  const named = problems.slice(0, PROBLEMS_NAMED).map(({ says }) => says);
  const more = problems.length > PROBLEMS_NAMED ? [`And ${problems.length - PROBLEMS_NAMED} more.`] : [];
  const drafts = new Set(problems.map(({ draft }) => draft)).size;
  const head = `${drafts} of ${count} drafts cannot go out as they are.`;
  const reason = [head, ...named, ...more, problems[0]?.hint ?? '', `All of them: ${command}`].join(' ');
  return { kind: 'waiting', reason };
}

/**
 * Looks whether drafts are there as the facts have them, fit the places that they are for, are approved as they are, and hold
 * no error that `draft check` knows of. It waits until all of that is so. Outputs: `{drafts, approved_by, digest, checked_at}`; `digest` is of every word that was looked at.
 */
export const checkDraftsStep: StepType = {
  name: 'check-drafts',
  nature: 'looks',
  byHandBecause: null,
  isIdempotent: () => true,
  target: (_, step) => title(step),
  execute: execution(() => true, execute),
};
