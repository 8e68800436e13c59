import { farewellLocales } from '../../../model/farewell/locale.ts';
import { defineCommand } from '../../command-spec.ts';
import { oneLine } from '../../cut-text.ts';
import { keptDraftErrors } from '../../draft-options.ts';
import { choiceOption, repeated, textOption } from '../../options.ts';
import { shownPath } from '../../snapshot-text.ts';

export const approveCommand = defineCommand({
  description:
    'Records that a person has read a draft and stands by its words. It holds for exactly this text and these fields: when ' +
    'one of them changes, the draft counts as changed since, until somebody approves it anew. What was approved stays in the ' +
    'ledger, with name and time.',
  arguments: [
    {
      name: 'DRAFT',
      description: 'de/announcement-x, or announcement-x with --locale; or several',
      required: true,
      variadic: true,
    },
  ],
  options: {
    locale: repeated(choiceOption(farewellLocales, 'the language, where the draft is there in several')),
    as: textOption('PERSON', 'the id of a person of lastpost.yaml; required'),
  },
  examples: [
    { command: 'draft approve de/announcement-x --as anna', explains: 'One draft in one language:' },
    {
      command: 'draft approve --locale de announcement-x blog-post press-release --as anna',
      explains: 'Several, each read by itself:',
    },
  ],
  errors: {
    'draft.unknown': 'there is no such draft; the hint names the nearest',
    'draft.which-language': 'it is there in several languages',
    'draft.no-person': 'it is not said who approves it',
    'person.unknown': 'lastpost.yaml names nobody of that id',
    'person.none': 'lastpost.yaml names nobody at all',
    'ledger.missing': 'the ledger is not there',
    ...keptDraftErrors,
  },
  exitCodes: { 0: 'recorded', 1: 'failed', 2: 'wrong use or settings; nothing was recorded' },
  run: async ({ locale, as }, context) => {
    const { approveDrafts } = await import('../../../journeys/drafts/approve-draft.ts');
    const approved = await approveDrafts({ drafts: context.args, locales: locale, by: as ?? '' }, context, context);
    const lines = approved.map(
      ({ approval, person, file }) =>
        `${approval.locale}/${approval.draft} is approved by ${oneLine(person)}, as ${shownPath(file, context.cwd)} is now.`,
    );
    const json = { approvals: approved.map(({ approval, file }) => ({ ...approval, file })) };
    return { exitCode: 0, json, text: lines.join('\n') };
  },
});
