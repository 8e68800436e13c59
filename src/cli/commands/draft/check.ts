import { resolve } from 'node:path';
import type { CheckedDrafts } from '../../../journeys/drafts/check-drafts.ts';
import { lintRuleIds } from '../../../model/farewell/lint/lint-rules.ts';
import { factLanguages } from '../../../model/platform.ts';
import { type CommandContext, defineCommand } from '../../command-spec.ts';
import { checkText } from '../../draft-check-text.ts';
import { draftOptions, draftsWished, madeDraftErrors } from '../../draft-options.ts';
import { exitPlanErrors, exitPlanOptions, planWished } from '../../exit-plan-options.ts';
import { choiceOption, onSwitch, repeated, textOption } from '../../options.ts';
import { shownPath } from '../../snapshot-text.ts';

async function writeSarif(file: string, checked: CheckedDrafts, language: 'de' | 'en', context: CommandContext) {
  const { writeCheckLog } = await import('../../../journeys/drafts/write-check-log.ts');
  await writeCheckLog(resolve(context.cwd, file), checked, language);
  return `\nWritten for editors and reviews: ${shownPath(resolve(context.cwd, file), context.cwd)}`;
}

export const checkCommand = defineCommand({
  description:
    'Reads all drafts of the exit together, as their files are now, and says what is wrong in them: days, links and promises that ' +
    'clash with each other, with lastpost.yaml or with the playbook, what is missing, too long, leaked or hard to read. Every ' +
    'finding has its line, what it clashes with, and what to do. Nothing is written without --fix, and nothing is asked of the net ' +
    'without --online.',
  arguments: [],
  options: {
    ...draftOptions,
    // All rules in one line would be longer than any screen; whoever gets one wrong is told what there are.
    rule: repeated({ ...choiceOption(lintRuleIds, 'ask only this rule'), placeholder: 'RULE' }),
    ...exitPlanOptions,
    online: onSwitch('ask whether the addresses in the drafts answer'),
    fix: onSwitch('correct what only has one right form; read it before you approve it'),
    lang: choiceOption(factLanguages, 'of the findings', 'en'),
    sarif: textOption('FILE', 'write the findings for editors and code reviews'),
  },
  examples: [
    { command: 'draft check', explains: 'Everything, before anybody approves it:' },
    {
      command: 'draft check --locale de --lang de --fix',
      explains: 'The German drafts, corrected where that is safe:',
    },
    { command: 'draft check --online --sarif check.sarif', explains: 'Links as well, and a file for an editor:' },
  ],
  errors: {
    'draft.cannot-write': 'a draft cannot be written; the disk may be full or the file closed to you',
    'draft.bad-dictionary': 'a dictionary is installed and cannot be read',
    ...exitPlanErrors,
    ...madeDraftErrors,
  },
  exitCodes: {
    0: 'no errors; there may be warnings and hints',
    1: 'errors: it must not go out like this',
    2: 'wrong use or settings, or a draft that cannot be read',
  },
  run: async (options, context) => {
    const { checkDrafts } = await import('../../../journeys/drafts/check-drafts.ts');
    const { rule: rules, online, fix, lang: language = 'en', sarif } = options;
    const input = { ...draftsWished(options), ...planWished(options), rules, online, fix };
    const checked = await checkDrafts(input, context, context);
    const { report, fixed } = checked;
    const log = sarif === undefined ? '' : await writeSarif(sarif, checked, language, context);
    const ok = report.findings.every(({ severity }) => severity !== 'error');
    const { cwd, style, width } = context;
    return {
      exitCode: ok ? 0 : 1,
      json: { ok, ...report, fixed: fixed.length },
      text: checkText(report, fixed.length, { language, cwd, style, width }) + log,
    };
  },
});
