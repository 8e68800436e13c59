import type { AskRehearsal } from '../../../journeys/rehearse/answers.ts';
import { factLanguages } from '../../../model/platform.ts';
import { debriefText } from '../../../model/run/rehearsal/debrief-text.ts';
import { mishapNames } from '../../../model/run/rehearsal/mishap.ts';
import type { Ask } from '../../ask.ts';
import { defineCommand } from '../../command-spec.ts';
import { choiceOption, onSwitch, repeated, textOption } from '../../options.ts';
import { planOptions } from '../../plan-options.ts';
import type { TalkPaper } from '../../rehearsal-talk/card.ts';
import { askForRehearsal } from '../../rehearsal-talk/talk.ts';
import { readInputs } from '../../run-options.ts';

function askerOf(ask: Ask | undefined, paper: TalkPaper, isAsked: boolean): AskRehearsal | undefined {
  return ask === undefined || !isAsked ? undefined : askForRehearsal(ask, paper);
}

export const rehearseCommand = defineCommand({
  description:
    'Plays a whole run of a playbook on a clock of its own, with the engine that real runs have, and tells what it showed: what ' +
    'was late, whom everybody waited for, whether all was there before the point of no return, and what mishaps cost. People, ' +
    'servers and archives are pretended. Nothing is sent, asked or written. At a terminal you answer for the people, unless ' +
    'there is a script, or --auto; Ctrl-D there leaves the rest to itself.',
  arguments: [{ name: 'PLAYBOOK', description: 'the name of a playbook, or a file', required: true }],
  options: {
    input: repeated(textOption('NAME=VALUE', 'an input that the playbook asks for')),
    mishap: repeated(choiceOption(mishapNames, 'what goes wrong')),
    start: planOptions.start,
    script: textOption('FILE', 'answers, as a list of step, says, after, because, by'),
    auto: onSwitch('answer everything by itself; without a terminal it always is so'),
    format: choiceOption(['text', 'markdown'] as const, 'how the debrief is written', 'text'),
    lang: choiceOption(factLanguages, 'the language of the questions and of the debrief', 'en'),
  },
  onInterrupt: 'Stopping the rehearsal.',
  examples: [
    {
      command: 'playbook rehearse leave-x --input mode=freeze --input last_day=2027-02-28 --auto',
      explains: 'All goes well:',
    },
    {
      command:
        'playbook rehearse leave-x --input mode=freeze --input last_day=2027-02-28 --mishap export-late --lang de',
      explains: 'The export comes late, and the debrief is in German:',
    },
  ],
  errors: {
    'playbook.unknown': 'there is no playbook of that name, and no such file',
    'playbook.unsound': 'the playbook has errors; the message names the lines',
    'playbook.inputs': 'an input is missing, unknown, or not what the playbook asks for',
    'rehearsal.script': 'the script cannot be read, or is no list of answers',
    'rehearsal.unknown-step': 'the script names a step that is not there',
    'rehearsal.unknown-person': 'the script names somebody who is not there',
    'rehearsal.not-asked': 'the script answers a step about which nobody is asked',
    'usage.bad-value': 'an option has a value that it cannot have',
  },
  exitCodes: {
    0: 'the run came to its end',
    1: 'failed',
    2: 'wrong use or settings',
    3: 'it did not; the debrief says why',
  },
  run: async ({ input, mishap, start, script, auto, format = 'text', lang = 'en' }, context) => {
    const { rehearsePlaybook } = await import('../../../journeys/rehearse/rehearse-playbook.ts');
    const mishaps = mishap.filter((one) => one !== undefined);
    const request = {
      playbook: context.args[0] ?? '',
      inputs: readInputs(input),
      mishaps,
      start: start ?? null,
      script: script === undefined ? null : { file: script },
      ask: askerOf(
        context.ask,
        { language: lang, width: context.width, style: context.style },
        !auto && script === undefined,
      ),
    };
    const debrief = await rehearsePlaybook(request, context, context);
    const text = debriefText(debrief, { language: lang, format, width: context.width });
    return { exitCode: debrief.state === 'succeeded' ? 0 : 3, json: { debrief }, text };
  },
});
