import type { StepContext, StepResult, StepType } from '../model/run/step-type.ts';
import { title } from './by-hand/by-hand.ts';
import { execution, failed, succeeded } from './results/step-result.ts';
import { NO_EXIT } from './values/no-exit.ts';
import { yesOrNo } from './values/step-values.ts';

/** Nobody fails for facts that are still to be answered: the step begins when they are there. */
async function waitsFor(context: StepContext): Promise<string | null> {
  return (await lookAtExit(context)).reason;
}

async function lookAtExit({ with: values, ports }: StepContext) {
  const isOptional = yesOrNo(values, 'optional');
  const { isThere, lacks } = await ports.drafts.exit();
  return { isThere, reason: isThere ? lacks : isOptional ? null : NO_EXIT };
}

async function execute(context: StepContext): Promise<StepResult> {
  const { isThere, reason } = await lookAtExit(context);
  if (reason !== null) return failed('draft.no-facts', reason, { isRetryable: true });
  if (!isThere) return succeeded({ drafts: 0, changed: 0, clashes: [], too_long: [] });
  const { drafts, changed, clashes, tooLong } = await context.ports.drafts.write();
  return succeeded({ drafts, changed, clashes: [...clashes], too_long: [...tooLong] });
}

/**
 * Writes the drafts of the exit, as `lastpost draft write`: people's words stay, and twice does no more than once. Outputs:
 * `{drafts, changed, clashes, too_long}`; `drafts` is 0 where lastpost.yaml has no `exit:` and the step is optional.
 */
export const draftStep: StepType = {
  name: 'draft',
  nature: 'acts',
  byHandBecause: null,
  isIdempotent: () => true,
  target: (_, step) => title(step),
  waitsFor,
  execute: execution(() => true, execute),
};
