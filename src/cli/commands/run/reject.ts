import { defineCommand } from '../../command-spec.ts';
import { decisionErrors, decisionOptions, decisionRequest } from '../../run-decision.ts';
import { runArgument, stepArgument } from '../../run-options.ts';
import { tellRun } from '../../run-result.ts';
import { recordedCode, recordedExitCodes } from '../../run-waiting.ts';

export const rejectCommand = defineCommand({
  description:
    'Refuses what a step wants to have approved. The step fails, and the run goes on as its playbook says; mostly it stops there, ' +
    'until somebody has it tried again with "run resolve --again".',
  arguments: [runArgument, stepArgument],
  options: decisionOptions,
  examples: [{ command: "run reject signoff --as jana --comment 'The export is missing.'", explains: 'And say why:' }],
  errors: decisionErrors,
  exitCodes: recordedExitCodes,
  run: async (options, context) => {
    const request = await decisionRequest('reject', options, context);
    const { rejectStep } = await import('../../../journeys/runs/approve-step.ts');
    const view = await rejectStep(request, context, context);
    return tellRun(
      {
        view,
        reader: { lang: options.lang, as: options.as },
        exitCode: recordedCode(view),
        headline: `Rejected ${request.step}.`,
      },
      context,
    );
  },
});
