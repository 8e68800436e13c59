import { defineCommand } from '../../command-spec.ts';
import { pickRun } from '../../pick-run.ts';
import { explainText } from '../../run-explain-text.ts';
import { runViewJson } from '../../run-json.ts';
import { langOption, readerOption, runArgument, runErrors } from '../../run-options.ts';
import { viewIn } from '../../view-in-language.ts';

export const explainCommand = defineCommand({
  description:
    'Says in one screen what a run waits for, on whom, since when, what comes next, what keeps an irreversible step shut, and ' +
    'when it will end. It only reads.',
  arguments: [runArgument],
  options: { as: readerOption, lang: langOption },
  examples: [
    { command: 'run explain', explains: 'The only run that has not ended:' },
    { command: 'run explain --lang de', explains: 'With what the playbook says in German:' },
  ],
  errors: { 'person.unknown': 'lastpost.yaml has no such person', ...runErrors },
  exitCodes: { 0: 'explained, whatever its state is', 1: 'failed', 2: 'wrong use or settings' },
  run: async ({ as, lang }, context) => {
    const run = await pickRun(context.args[0], context);
    const { showRun } = await import('../../../journeys/runs/show-run.ts');
    const view = await showRun({ run }, context, context);
    const { readerLanguage } = await import('../../../journeys/reader-language.ts');
    const language = await readerLanguage({ lang, as }, context);
    return { exitCode: 0, json: runViewJson(view), text: explainText(viewIn(view, language), context) };
  },
});
