import { defineCommand } from '../../command-spec.ts';
import { decisionErrors, decisionOptions, decisionRequest } from '../../run-decision.ts';
import { runArgument, stepArgument } from '../../run-options.ts';
import { tellRun } from '../../run-result.ts';
import { recordedCode, recordedExitCodes } from '../../run-waiting.ts';

export const approveCommand = defineCommand({
  description:
    'Approves a step that asks for it: exactly what stands there now. When what it is bound to changes, such as the digest of an ' +
    'archive, the approval is void and is asked for again. It is recorded who you are, in which role, and when; with a key it is ' +
    'signed.',
  arguments: [runArgument, stepArgument],
  options: decisionOptions,
  examples: [
    { command: 'run approve signoff --as jana', explains: 'In the only run that has not ended:' },
    { command: 'run approve leave-x-3f2a signoff --as jana --key jana.pem', explains: 'Signed with your own key:' },
  ],
  errors: decisionErrors,
  exitCodes: recordedExitCodes,
  run: async (options, context) => {
    const request = await decisionRequest('approve', options, context);
    const { approveStep } = await import('../../../journeys/runs/approve-step.ts');
    const view = await approveStep(request, context, context);
    return tellRun(
      {
        view,
        reader: { lang: options.lang, as: options.as },
        exitCode: recordedCode(view),
        headline: `Approved ${request.step}.`,
      },
      context,
    );
  },
});
