import type { ShownAudiences } from '../../../journeys/drafts/show-audiences.ts';
import { factLanguages } from '../../../model/platform.ts';
import { audiencesText } from '../../audiences-text.ts';
import { defineCommand } from '../../command-spec.ts';
import { keptDraftErrors } from '../../draft-options.ts';
import { exitPlanErrors, exitPlanOptions, planWished } from '../../exit-plan-options.ts';
import { choiceOption, onSwitch, textOption } from '../../options.ts';

export const audiencesCommand = defineCommand({
  description:
    'Shows who knows when: leads, staff, partners and the public on one line of time, each with the drafts that go to them, ' +
    'at the moments that stand in their files and not only in the facts. In a run, what was really sent counts as well. It ' +
    'fails, with a plain sentence, when a customer would hear of it before the cashier.',
  arguments: [],
  options: {
    ...exitPlanOptions,
    lang: choiceOption(factLanguages, 'the language of the picture', 'en'),
    out: textOption('FILE.svg', 'draw it into a file as well'),
    force: onSwitch('replace the file when it is there'),
  },
  examples: [
    { command: 'draft audiences', explains: 'On the screen:' },
    { command: 'draft audiences --lang de --out wer-wann.svg', explains: 'For the meeting, in German:' },
  ],
  errors: {
    'audiences.exists': 'the file is there; --force replaces it',
    'audiences.cannot-write': 'the folder for the file is not there',
    'export.disk-full': 'there is no room for it',
    ...exitPlanErrors,
    ...keptDraftErrors,
    'usage.bad-value': 'there is no such language',
  },
  exitCodes: {
    0: 'nobody of the public hears of it before those who have to answer',
    1: 'a customer would hear of it before the cashier',
    2: 'wrong use or settings, or a draft that cannot be read',
    130: 'interrupted; no file is left behind',
  },
  run: async ({ playbook, run, lang: language = 'en', out, force }, context) => {
    const { showAudiences } = await import('../../../journeys/drafts/show-audiences.ts');
    const input = { ...planWished({ playbook, run }), language, out: out ?? null, force };
    const shown = await showAudiences(input, context, context);
    return {
      exitCode: shown.tooEarly.length > 0 ? 1 : 0,
      json: jsonOf(shown),
      text: audiencesText(shown, language, context),
    };
  },
});

function jsonOf({ timezone, lastDay, moments, tooEarly, staffAheadHours, written }: ShownAudiences): object {
  return {
    timezone,
    last_day: lastDay,
    staff_ahead_hours: staffAheadHours,
    moments: moments.map(({ isFact, ...moment }) => ({ ...moment, from_facts: isFact })),
    too_early: tooEarly,
    written,
  };
}
