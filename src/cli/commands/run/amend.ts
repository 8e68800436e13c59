import { type CommandContext, type CommandResult, defineCommand } from '../../command-spec.ts';
import { onSwitch } from '../../options.ts';
import { pickRun } from '../../pick-run.ts';
import {
  asOption,
  becauseOption,
  langOption,
  personErrors,
  requirePerson,
  requireReason,
  runAndWord,
  runArgument,
} from '../../run-options.ts';
import { tellRun } from '../../run-result.ts';

/** A diff as it is, but for what would move the cursor. */
function shownDiff(diff: string): string {
  return diff.replace(/[^\P{Cc}\n\t]/gu, '�').trimEnd();
}

/** At a terminal the person who asked is asked, and nobody else ever answers. */
async function wantsIt(diff: string, { ask }: CommandContext): Promise<boolean> {
  if (ask === undefined) return false;
  ask.show(shownDiff(diff));
  const answer = await ask.choice('Change the run like this?', [
    { key: 'yes', says: 'only what has not begun is changed; the reason stays in the journal' },
    { key: 'no', says: 'leave it as it is' },
  ]);
  return answer === 'yes';
}

function notYet(diff: string, json: object, context: CommandContext): CommandResult {
  context.note('Nothing was changed. Once it is as you want it, give the same line with --yes.');
  return { exitCode: 75, json, text: context.ask === undefined ? shownDiff(diff) : '' };
}

export const amendCommand = defineCommand({
  description:
    'Changes the playbook of a run that is under way: shows what would be different, and changes it with --yes or when you say ' +
    'so at the terminal. Only steps that have not begun can be changed. What was, who changed it and why stays in the journal.',
  arguments: [
    runArgument,
    { name: 'FILE', description: 'the changed playbook; always needed, and taken for the last word', required: false },
  ],
  options: {
    because: becauseOption,
    as: asOption,
    lang: langOption,
    yes: onSwitch('change it; without it only the difference is shown'),
  },
  examples: [
    {
      command: "run amend playbooks/leave-x.yaml --because 'Legal wants a second signature.' --as jana",
      explains: 'What would change:',
    },
    {
      command: "run amend leave-x-3f2a leave-x.yaml --because 'A later last day.' --as jana --yes",
      explains: 'Change it, in a script:',
    },
  ],
  errors: {
    'amend.nothing': 'the run has exactly this playbook already',
    'amend.begun': 'a step that has begun would change or go; the message names it',
    'amend.inputs': 'the changed playbook asks for inputs that the run has not',
    'amend.other-playbook': 'it is another playbook than that of the run',
    'playbook.*': 'the playbook has a mistake; the message names its line',
    'run.no-reason': 'it is not said why',
    ...personErrors,
  },
  exitCodes: {
    0: 'changed',
    1: 'failed',
    2: 'wrong use or settings; nothing was changed',
    75: 'only shown; nothing was changed',
  },
  run: async ({ because, as, lang, yes }, context) => {
    const { run: named, word } = runAndWord(context.args, 'run amend', 'FILE');
    const said = { reason: requireReason(because), by: requirePerson(as), file: word };
    const run = await pickRun(named, context);
    const { amendRun } = await import('../../../journeys/runs/amend-run.ts');
    const amend = (apply: boolean) => amendRun({ run, ...said, apply }, context, context);
    if (!yes) {
      const { diff, view } = await amend(false);
      if (!(await wantsIt(diff, context)))
        return notYet(diff, { diff, applied: false, run: { id: view.run.id } }, context);
    }
    const { diff, view } = await amend(true);
    const headline = `${yes ? `${shownDiff(diff)}\n\n` : ''}Changed.`;
    return tellRun({ view, reader: { lang, as }, exitCode: 0, headline, json: { diff, applied: true } }, context);
  },
});
