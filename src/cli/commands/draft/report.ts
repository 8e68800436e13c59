import { KnownError } from '../../../base/known-error.ts';
import { type ReportName, reportLanguages, reportNames } from '../../../model/farewell/reports/report-names.ts';
import { type CommandContext, defineCommand } from '../../command-spec.ts';
import { madeDraftErrors } from '../../draft-options.ts';
import { choiceOption, textOption } from '../../options.ts';
import { reportsText } from '../../report-text.ts';
import { shownPath } from '../../snapshot-text.ts';

function namesIn(args: readonly string[]): readonly ReportName[] {
  return args.map((arg) => {
    const name = reportNames.find((one) => one === arg);
    if (name !== undefined) return name;
    throw new KnownError('usage.bad-value', `There is no report "${arg}".`, {
      hint: `Choose from: ${reportNames.join(', ')}.`,
      exitCode: 2,
    });
  });
}

function noteHtml(html: string | null, { note, cwd }: CommandContext): void {
  if (html !== null) note(`Written: ${shownPath(html, cwd)}`);
}

export const reportCommand = defineCommand({
  description:
    'Looks at all drafts of the exit together and reports what is out of line. parity: who answers which of thirty hostile ' +
    'questions, and where answers differ. silence: what others fill in where nothing is said. hypocrisy: who of us stays. ' +
    'regret: what is said about coming back, and whether a word shuts the door. contracts: what contracts in a folder ask of the ' +
    'channels that are left. Each point names the file and line that it rests on and what to do; nothing is changed.',
  arguments: [
    {
      name: 'name',
      description: `one or several of: ${reportNames.join(', ')}; without one, all that can be made`,
      required: false,
      variadic: true,
    },
  ],
  options: {
    lang: choiceOption(reportLanguages, 'the language of the reports', "the brand's first, else en"),
    contracts: textOption('FOLDER', 'the folder with contracts: .txt, .md, .eml, .html, .docx, .pdf'),
    html: textOption('FILE', 'write them as one page as well, anew each time'),
  },
  examples: [
    { command: 'draft report', explains: 'Everything that the drafts show:' },
    { command: 'draft report parity --lang de', explains: 'Who answers what, in German:' },
    { command: 'draft report contracts --contracts ./contracts', explains: 'What contracts ask of the channel:' },
    { command: 'draft report --html report.html', explains: 'To print or pass round:' },
  ],
  errors: {
    'report.no-draft': 'there is no draft to report on',
    'report.no-folder': 'the folder of contracts is not named, or is not there',
    'report.cannot-write': 'the page cannot be written',
    ...madeDraftErrors,
  },
  exitCodes: { 0: 'reported, whatever it says', 1: 'failed', 2: 'wrong use or settings, or no draft' },
  run: async ({ lang: language, contracts, html }, context) => {
    const { farewellReports } = await import('../../../journeys/drafts/farewell-reports.ts');
    const input = { names: namesIn(context.args), language, contracts, html };
    const made = await farewellReports(input, context, context);
    noteHtml(made.html, context);
    const { papers, ...json } = made;
    return { exitCode: 0, json, text: reportsText(papers, context) };
  },
});
