import { defineCommand } from '../../command-spec.ts';
import { repeated, textOption } from '../../options.ts';
import { asOption, langOption, readInputs, requirePerson, startErrors } from '../../run-options.ts';
import { tellRun } from '../../run-result.ts';
import { recordedCode, recordedExitCodes } from '../../run-waiting.ts';

export const startCommand = defineCommand({
  description:
    'Begins a run of a playbook: one exit, step by step, over days or weeks. The run keeps its own copy of the playbook, so ' +
    'that a later change of the file changes nothing of it. Nothing is done yet: "run next" does what needs no person, and ' +
    '"run explain" says what comes.',
  arguments: [{ name: 'PLAYBOOK', description: 'name of a playbook, or a file', required: true }],
  options: {
    input: repeated(textOption('NAME=VALUE', 'an input that the playbook asks for')),
    as: asOption,
    lang: langOption,
  },
  examples: [
    {
      command: 'run start leave-x --input mode=freeze --input last_day=2026-12-31 --as jana',
      explains: 'With what the playbook asks for:',
    },
    { command: 'run start playbooks/leave-shop.yaml --as jana', explains: 'A playbook of your own:' },
  ],
  errors: {
    'playbook.unknown': 'there is no such playbook and no such file',
    'playbook.*': 'the playbook has a mistake; the message names its line. Look at it with: lastpost playbook lint',
    'input.*': 'an input is missing, unknown, or not what the playbook asks for',
    'run.no-person': 'it is not said who you are',
    'person.unknown': 'lastpost.yaml has no such person',
    'usage.bad-value': 'an input is not written like NAME=VALUE, or is given twice',
    ...startErrors,
  },
  exitCodes: { ...recordedExitCodes, 0: 'begun, and there is something to do without anybody: run next' },
  run: async ({ input, as, lang }, context) => {
    const request = { playbook: context.args[0] ?? '', inputs: readInputs(input), by: requirePerson(as) };
    const { startRun } = await import('../../../journeys/runs/start-run.ts');
    const view = await startRun(request, context, context);
    const headline = `Begun: ${view.run.id}. Go on with: lastpost run next ${view.run.id} --as ${request.by}`;
    return tellRun({ view, reader: { lang, as }, exitCode: recordedCode(view), headline }, context);
  },
});
