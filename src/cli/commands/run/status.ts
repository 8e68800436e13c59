import { resolve } from 'node:path';
import { defineCommand } from '../../command-spec.ts';
import { onSwitch, textOption } from '../../options.ts';
import { pickRun } from '../../pick-run.ts';
import { runBoard } from '../../run-board.ts';
import { runViewJson } from '../../run-json.ts';
import { langOption, readerOption, runArgument, runErrors } from '../../run-options.ts';
import { shownPath } from '../../snapshot-text.ts';
import { viewIn } from '../../view-in-language.ts';

export const statusCommand = defineCommand({
  description:
    'Shows a run as a board: every step with its state, whom it waits for and since when, what is due, and where the point of ' +
    'no return is. It only reads. With --svg the plan is also drawn, with the state of each step.',
  arguments: [runArgument],
  options: {
    as: readerOption,
    lang: langOption,
    svg: textOption('FILE', 'draw the run into FILE'),
    force: onSwitch('replace the file when it is there'),
  },
  examples: [
    { command: 'run status', explains: 'The only run that has not ended:' },
    {
      command: 'run status leave-x-3f2a --svg run.svg',
      explains: 'One by the first letters of its id, with a drawing:',
    },
  ],
  errors: {
    'run-export.exists': 'the file is there; --force replaces it',
    'run-export.cannot-write': 'the file cannot be written',
    'person.unknown': 'lastpost.yaml has no such person',
    'export.disk-full': 'there is no room for it',
    ...runErrors,
  },
  exitCodes: { 0: 'shown, whatever its state is', 1: 'failed', 2: 'wrong use or settings' },
  run: async ({ as, lang, svg, force }, context) => {
    const run = await pickRun(context.args[0], context);
    const { showRun } = await import('../../../journeys/runs/show-run.ts');
    const view = await showRun({ run }, context, context);
    const { readerLanguage } = await import('../../../journeys/reader-language.ts');
    const language = await readerLanguage({ lang, as }, context);
    const text = runBoard(viewIn(view, language), context);
    if (svg === undefined) return { exitCode: 0, json: runViewJson(view), text };
    const out = resolve(context.cwd, svg);
    const { exportRun } = await import('../../../journeys/runs/export-run.ts');
    await exportRun({ run, format: 'svg', out, language, force }, context, context);
    return { exitCode: 0, json: { ...runViewJson(view), svg: out }, text: `${text}\n\n${shownPath(out, context.cwd)}` };
  },
});
