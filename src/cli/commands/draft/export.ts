import { KnownError } from '../../../base/known-error.ts';
import { draftExportFormats } from '../../../model/farewell/draft-export.ts';
import { defineCommand } from '../../command-spec.ts';
import { draftOptions, draftsWished, keptDraftErrors } from '../../draft-options.ts';
import { draftsExportJson, draftsExportText } from '../../drafts-export-text.ts';
import { choiceOption, onSwitch, repeated, textOption } from '../../options.ts';

const FORMATS = 'what to write; TOOL of csv:TOOL is sprout, hootsuite, socialbee, ayrshare, publer or buffer';

export const exportCommand = defineCommand({
  description:
    'Writes the drafts, as their files are now, in the forms that they are handed over in. md, txt, html, pdf and docx: one ' +
    'file a language, each draft with when, for whom and whether it is approved. xlsx: a sheet for reviewers. json: everything, ' +
    'for another program. eml: mails that nobody has sent yet. ics: what goes out when, and who is on duty. csv:TOOL: the posts ' +
    'as that scheduler imports them; what it cannot take is left out and told. No text is ever cut. Files are written to ' +
    'exports/drafts of the workspace, each whole or not at all; docs/draft-exports.md says how to go on with them.',
  arguments: [],
  options: {
    format: repeated({ ...choiceOption(draftExportFormats, FORMATS), placeholder: 'FORMAT' }),
    ...draftOptions,
    approved: onSwitch('only drafts that are approved as they are now'),
    out: textOption('FOLDER', 'where to', 'exports/drafts in the workspace'),
    force: onSwitch('replace files that are there'),
    unsubscribe: textOption('TEXT', "eml: the address or your mail tool's tag for leaving the newsletter", 'no link'),
    browser: textOption('PATH', 'pdf: the Chromium to print with', 'one that is found'),
  },
  examples: [
    {
      command: 'draft export --format docx --locale de',
      explains: 'For those who have to read it before it goes out:',
    },
    { command: 'draft export --format csv:sprout --approved', explains: 'What is approved, for a scheduler:' },
    {
      command: 'draft export --format eml --unsubscribe "*|UNSUB|*"',
      explains: 'Mails with the tag of your mail tool:',
    },
    { command: 'draft export --format ics --format pdf --out handover', explains: 'Several at once, elsewhere:' },
  ],
  errors: {
    'usage.no-format': 'it is not said what to write',
    'draft.nothing-to-export': 'there is no such draft, or none that is approved',
    'draft-export.exists': 'a file is there already; --force replaces it',
    'draft-export.in-drafts': 'the folder is the one of the drafts themselves',
    'draft-export.cannot-write': 'the folder or a file cannot be written',
    'export.disk-full': 'there is no room for it',
    'browser.not-found': 'pdf: no Chromium was found',
    'browser.will-not-start': 'pdf: the browser does not start',
    'print.failed': 'pdf: the browser could not print',
    'exit.none': 'lastpost.yaml says nothing of an exit',
    'exit.incomplete': 'facts that every draft needs are still open; the message names them',
    ...keptDraftErrors,
    'usage.bad-value': 'there is no such format, language or kind; the hint lists those there are',
  },
  exitCodes: {
    0: 'written',
    1: 'failed',
    2: 'wrong use or settings; nothing was written',
    3: 'written, but a post is not in the file of a scheduler, or a mail is missing; the result says why',
    130: 'interrupted',
  },
  onInterrupt: 'Stopping; a file that was not finished is taken away. Press Ctrl-C again to stop at once.',
  run: async (options, context) => {
    const { format, approved, out, force, unsubscribe, browser } = options;
    const [first, ...others] = format;
    if (first === undefined) throw noFormat();
    const { exportDrafts } = await import('../../../journeys/drafts/export-drafts.ts');
    const result = await exportDrafts(
      {
        ...draftsWished(options),
        formats: [first, ...others],
        approvedOnly: approved,
        out,
        force,
        unsubscribe,
        browserPath: browser,
      },
      context,
      context,
    );
    const isPartial = result.leftOut.some(({ reason }) => reason !== 'no-post');
    return { exitCode: isPartial ? 3 : 0, json: draftsExportJson(result), text: draftsExportText(result, context) };
  },
});

function noFormat(): KnownError {
  return new KnownError('usage.no-format', 'It is not said what to write.', {
    hint: `Choose one or more with --format: ${draftExportFormats.join(', ')}.`,
    exitCode: 2,
  });
}
