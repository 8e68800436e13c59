import { resolve } from 'node:path';
import type { QaInput, QaResult } from '../../../journeys/qa-snapshot.ts';
import { type CommandContext, defineCommand, type ExitCode, type OptionValues } from '../../command-spec.ts';
import { choiceOption, numberOption, pagesOption, shareOption, textOption } from '../../options.ts';
import { describeQa, qaJson } from '../../qa-text.ts';

const MIN_PICTURE = 0.95;
const MIN_TEXT = 0.98;
const WORKERS = 3;

const options = {
  pages: pagesOption('look at the first N pages, or at those whose address matches a regular expression', 'all'),
  minPicture: shareOption('least share of the picture that must be alike', String(MIN_PICTURE)),
  minText: shareOption('least share of the text that must be alike', String(MIN_TEXT)),
  workers: numberOption({ min: 1, max: 16 }, 'browser tabs at once', String(WORKERS)),
  report: textOption('FILE', 'write a report of one HTML file, with the pictures side by side'),
  lang: choiceOption(['de', 'en', 'both'], "the report's language; both gives it a switch", 'both'),
  browser: textOption('PATH', 'the Chromium, Chrome or Edge to use', 'looked for'),
};

function inputOf(values: OptionValues<typeof options>, { args, cwd }: CommandContext): QaInput {
  const { pages, minPicture, minText, workers, report, lang, browser } = values;
  return {
    fileOrId: args[0] ?? '',
    workers: workers ?? WORKERS,
    limits: { minPicture: minPicture ?? MIN_PICTURE, minText: minText ?? MIN_TEXT },
    reportLanguages: lang === 'de' || lang === 'en' ? [lang] : ['en', 'de'],
    ...(pages === undefined ? {} : { pages }),
    ...(report === undefined ? {} : { reportFile: resolve(cwd, report) }),
    ...(browser === undefined ? {} : { browserPath: resolve(cwd, browser) }),
  };
}

function exitCodeOf({ report }: QaResult): ExitCode {
  if (report.stopped) return 130;
  return report.ok ? 0 : 3;
}

export const qaCommand = defineCommand({
  description:
    'Replays the pages of a snapshot in a real browser that is kept from the network, and holds each against what was ' +
    'seen when it was captured: the picture of the first screen, the text, and every part the page is made of. Works ' +
    'on the files of other tools as well: where they kept no picture or text, it checks that the page loads, has text ' +
    'and finds its parts, and says what could not be compared. The pages are drawn by ReplayWeb.page, an optional ' +
    'component: npm install replaywebpage. Changes nothing in the snapshot.',
  arguments: [{ name: 'FILE-or-ID', description: 'a WACZ, or a snapshot of the workspace', required: true }],
  options,
  examples: [
    { command: 'snapshot qa blog.wacz', explains: 'Every page, as a table:' },
    {
      command: 'snapshot qa blog.wacz --report check.html --lang de',
      explains: 'With a report in German for the file:',
    },
    { command: "snapshot qa k3f9 --pages '/2024/' --json", explains: 'Some pages, for a script:' },
  ],
  errors: {
    'qa.no-pages': 'the file lists no pages, or none that --pages asks for',
    'qa.cannot-write': 'the report cannot be written where --report says',
    'qa.remote-browser': 'LASTPOST_BROWSER names a browser elsewhere, which cannot be kept from the network',
    'replay.not-installed': 'the replaywebpage component is missing; the hint says how to get it',
    'browser.not-found': 'no Chromium, Chrome or Edge was found; --browser PATH names one',
    'snapshot.pruned': 'its file was pruned; the message says when',
    'snapshot.is-delta': 'the file holds only what changed; name the snapshot by its id, or export it',
    'vault.*': 'the vault does not give the file; the hint says what to do',
    'delta.*': 'a file of the vault that this snapshot takes bytes from is missing or damaged',
    'snapshot.not-found': 'there is no such file and no snapshot with that id',
    'verify.not-a-wacz': 'the file is no WACZ',
    'wacz.damaged': 'its list of contents cannot be read; verify names the damage',
  },
  exitCodes: {
    0: 'every page is above the line',
    1: 'it cannot be checked',
    2: 'wrong use, or no such file',
    3: 'pages under the line',
    130: 'interrupted; what was looked at is told',
  },
  onInterrupt: 'Stopping: the pages that are done are told. Press Ctrl-C again to stop at once.',
  run: async (values, context) => {
    const { qaSnapshot } = await import('../../../journeys/qa-snapshot.ts');
    const result = await qaSnapshot(inputOf(values, context), context, context);
    return { exitCode: exitCodeOf(result), json: qaJson(result), text: describeQa(result, context) };
  },
});
