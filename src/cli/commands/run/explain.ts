import { defineCommand } from '../../command-spec.ts';
import { pickRun } from '../../pick-run.ts';
import { explainText } from '../../run-explain-text.ts';
import { runViewJson } from '../../run-json.ts';
import { runArgument, runErrors } from '../../run-options.ts';

export const explainCommand = defineCommand({
  description:
    'Says in one screen what a run waits for, on whom, since when, what comes next, what keeps an irreversible step shut, and ' +
    'when it will end. It only reads.',
  arguments: [runArgument],
  options: {},
  examples: [{ command: 'run explain', explains: 'The only run that has not ended:' }],
  errors: runErrors,
  exitCodes: { 0: 'explained, whatever its state is', 1: 'failed', 2: 'wrong use or settings' },
  run: async (_options, context) => {
    const run = await pickRun(context.args[0], context);
    const { showRun } = await import('../../../journeys/runs/show-run.ts');
    const view = await showRun({ run }, context, context);
    return { exitCode: 0, json: runViewJson(view), text: explainText(view, context) };
  },
});
