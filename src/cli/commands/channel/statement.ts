import type { WrittenStatement } from '../../../journeys/write-statement.ts';
import { factLanguages } from '../../../model/platform.ts';
import { type CompletenessStatement, meetsRequirement, type StatementRequirement } from '../../../model/statement.ts';
import { type CommandContext, defineCommand } from '../../command-spec.ts';
import { formatSize } from '../../format.ts';
import { choiceOption, onSwitch, textOption } from '../../options.ts';
import { shownPath } from '../../snapshot-text.ts';
import { describeStatement } from '../../statement-text.ts';

const requirements: readonly StatementRequirement[] = ['complete', 'accepted'];

function describeWritten({ file, bytes, signatureFile }: WrittenStatement, { cwd }: CommandContext): string {
  const signed = signatureFile === null ? '' : `, signed by ${shownPath(signatureFile, cwd)}`;
  return `${shownPath(file, cwd)}: ${formatSize(bytes)}${signed}`;
}

/** Why a requirement is not met, in a sentence that names the gaps. */
function unmetText({ verdict, gaps }: CompletenessStatement, required: StatementRequirement): string {
  const open = gaps.filter(({ accepted }) => accepted === null).map(({ id, kind }) => `${id} (${kind})`);
  if (required === 'complete') return `Required is "complete", and the verdict is "${verdict}".`;
  return `Required is that every gap is accepted. Open: ${open.join(', ')}.`;
}

export const statementCommand = defineCommand({
  description:
    'States for a channel what the platform says, what its official export holds, what the crawl holds, what is in both or ' +
    'only in one, and what is missing; by year, with every gap, its reason, what to do, and who accepted it. "Complete" is ' +
    'said only when a number or a list of the platform proves it, or an export that holds everything and was read whole, and ' +
    'there is no gap of any kind. With --out it is written as a page to be filed: HTML that is signed in its last line, PDF ' +
    'with its signature beside it (FILE.pdf.sig.json), or JSON. Nothing is fetched.',
  arguments: [{ name: 'CHANNEL', description: 'a channel of the workspace', required: true }],
  options: {
    lang: choiceOption(factLanguages, 'the language of the statement', 'en'),
    out: textOption('FILE', 'write it to FILE.html, FILE.pdf or FILE.json'),
    force: onSwitch('replace the file when it is there'),
    require: choiceOption(requirements, 'end with code 3 unless there is no gap, or none that nobody accepted'),
    browser: textOption('PATH', 'the browser that prints the PDF', 'searched for'),
  },
  examples: [
    { command: 'channel statement x', explains: 'In the terminal:' },
    { command: 'channel statement x --lang de --out x.pdf', explains: 'As a page for the files, in German:' },
    { command: 'channel statement x --require accepted', explains: 'Before something is deleted, in a script:' },
  ],
  errors: {
    'channel.unknown': 'the workspace has no such channel',
    'statement.format': 'the name of the file ends in none of .html, .pdf and .json',
    'statement.exists': 'the file is there; --force replaces it',
    'statement.cannot-write': 'the file cannot be written',
    'print.failed': 'the browser could not make a PDF',
    'browser.not-found': 'there is no browser to make a PDF with',
    'workspace.not-found': 'there is no lastpost.yaml here or above',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
    'workspace.key-missing': 'the key to sign with is not there',
    'ledger.missing': 'the ledger is not there',
    'usage.bad-value': 'an option has a value that it cannot have',
  },
  exitCodes: {
    0: 'stated, whatever the verdict is',
    1: 'failed',
    2: 'wrong use or settings',
    3: 'stated, and it is not what --require asks for',
    130: 'interrupted; no file is left behind',
  },
  run: async ({ lang = 'en', out, force, require, browser }, context) => {
    const { stateCompleteness } = await import('../../../journeys/state-completeness.ts');
    const statement = await stateCompleteness(context.args[0] ?? '', context, context.clock.now());
    const isMet = require === undefined || meetsRequirement(statement, require);
    if (require !== undefined && !isMet) context.note(unmetText(statement, require));
    const exitCode = isMet ? 0 : 3;
    if (out === undefined) return { exitCode, json: { statement }, text: describeStatement(statement, lang, context) };
    const { writeStatement } = await import('../../../journeys/write-statement.ts');
    const input = { statement, out, language: lang, force, browserPath: browser };
    const written = await writeStatement(input, context, context);
    return { exitCode, json: { statement, written }, text: describeWritten(written, context) };
  },
});
