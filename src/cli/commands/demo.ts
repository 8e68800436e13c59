import { resolve } from 'node:path';
import type { DemoChannel, DemoResult } from '../../journeys/run-demo.ts';
import { type CommandContext, defineCommand } from '../command-spec.ts';
import { completenessFacts, completenessJson } from '../completeness-text.ts';
import { demoRunJson, describeDemoRun } from '../demo-run-text.ts';
import { formatCount, formatFacts, formatSize, plural } from '../format.ts';
import { describeImport } from '../import-text.ts';
import { numberOption, textOption } from '../options.ts';
import { snapshotJson } from '../snapshot-json.ts';
import { commandName, describeGaps, shellWord, shownPath } from '../snapshot-text.ts';
import { describeStatement } from '../statement-text.ts';

const options = {
  workers: numberOption({ min: 1, max: 16 }, 'browser tabs at once', '2'),
  browser: textOption('PATH', 'the Chromium, Chrome or Edge to use', 'looked for'),
};

function describeChannel(channel: DemoChannel, { cwd, style }: CommandContext): readonly string[] {
  const { snapshot, report, completeness, verified, pagesExpected } = channel;
  const { counts, problems } = verified;
  const checked = verified.ok
    ? style.green(`${plural(counts.warcRecords, 'record')} read back, every digest right, signature valid`)
    : style.red(plural(problems.length, 'problem'));
  return [
    style.bold(channel.title),
    formatFacts([
      ['Address', snapshot.url],
      ['Pages', `${formatCount(snapshot.pages)} of the ${formatCount(pagesExpected)} the site has`],
      ...completenessFacts(completeness),
      ['Files', plural(report.files, 'linked file')],
      ['Not found', plural(report.notFound.length, 'dead link')],
      ['Responses', `${formatCount(report.responses)} (${formatSize(report.bodyBytes)})`],
      ['Gaps', formatCount(snapshot.gaps)],
      ['Verified', checked],
      ['Snapshot', `${shownPath(snapshot.file, cwd)} (${formatSize(snapshot.bytes)})`],
    ]),
    ...(report.gaps.length > 0 ? ['', describeGaps(report.gaps, style)] : []),
    '',
  ];
}

/** What X shows strangers is a part; its official export is the rest, and the statement says what both together are. */
function describeExport({ officialExport }: DemoResult, context: CommandContext): readonly string[] {
  const { imported, statement, statementFiles } = officialExport;
  const files = statementFiles.map((file) => shownPath(file, context.cwd)).join(', ');
  return [
    describeImport(imported, context, false),
    '',
    describeStatement(statement, 'en', context),
    '',
    `Signed for the files: ${files}`,
    '',
  ];
}

function describe(result: DemoResult, context: CommandContext): string {
  const { cwd, style } = context;
  const folder = shellWord(shownPath(result.workspaceDir, cwd));
  const [first] = result.channels;
  const name = first === undefined ? '' : commandName(first.snapshot, cwd);
  const lookAt = name === first?.snapshot.id ? `${name} --workspace ${folder}` : name;
  const run = result.run.view.run.id;
  const [certificate = ''] = result.run.certificateFiles.slice(-1);
  return [
    style.green(
      `${result.brandName}: all four channels are kept, the official export of X is held against its page, and X is left.`,
    ),
    '',
    ...result.channels.flatMap((channel) => describeChannel(channel, context)),
    ...describeExport(result, context),
    describeDemoRun(result.run, context),
    '',
    `Everything is in ${folder}. The demo's web server has stopped: what you see now comes from the snapshot.`,
    '',
    style.bold('Next:'),
    `  Look at it in the browser:   npx lastpost snapshot replay ${lookAt}`,
    `  Ask whether all is there:    npx lastpost channel status --workspace ${folder}`,
    `  The statement in German:     npx lastpost channel statement x --lang de --workspace ${folder}`,
    `  Find a post by its words:    npx lastpost posts search Eule --workspace ${folder}`,
    `  Browse all posts offline:    npx lastpost posts export --format html --out posts --workspace ${folder}`,
    `  See how X was left:          npx lastpost run status ${run} --workspace ${folder}`,
    `  Read its journal, checked:   npx lastpost run journal ${run} --verify --workspace ${folder}`,
    `  Check the certificate:       npx lastpost channel check-statement ${shellWord(shownPath(certificate, cwd))}`,
    '  Keep a site of your own:     npx lastpost snapshot take https://blog.example.org',
  ].join('\n');
}

export const demoCommand = defineCommand({
  description:
    'Does the main job for real on a bundled made-up brand: serves its blog, its social page and its accounts in the ' +
    'fediverse and on X on this machine, makes a workspace, takes a snapshot of all four, counts their posts, verifies ' +
    'them, takes the official export of X over, states what export, page and platform say together, and leaves X: carries a ' +
    'run from its playbook to the signed certificate, with the people of the brand. Says what to do next. What was ' +
    'interrupted is gone on with. Takes three minutes and needs no network.',
  arguments: [
    {
      name: 'DIR',
      description: "the demo's workspace, made when it is not there (default: demo-workspace)",
      required: false,
    },
  ],
  options,
  examples: [
    { command: 'demo', explains: 'In the folder demo-workspace:' },
    { command: 'demo /tmp/try --workers 4', explains: 'Elsewhere, with four tabs:' },
  ],
  errors: {
    'demo.not-a-demo': 'the folder is the workspace of another brand; nothing was changed',
    'demo.other-run': 'a run of leave-x in the folder has not ended, and is about other addresses',
    'demo.stuck': 'the run waits for something that nobody of the demo does',
    'browser.not-found': 'there is no Chrome, Chromium or Edge on this machine',
    'browser.will-not-start': 'the browser was found and does not run',
    'snapshot.disk-full': 'there is no room left for the snapshots',
  },
  exitCodes: {
    0: 'all channels kept and verified, of X as much as it shows; and X is left, with a certificate',
    1: 'failed',
    2: 'wrong use',
    3: 'a snapshot has gaps',
    130: 'interrupted',
  },
  onInterrupt: 'Finishing: what has been captured is sealed. Ctrl-C again stops at once.',
  run: async ({ workers, browser }, context) => {
    const { runDemo } = await import('../../journeys/run-demo.ts');
    const dir = resolve(context.cwd, context.args[0] ?? context.workspaceDir ?? 'demo-workspace');
    const result = await runDemo(
      {
        dir,
        ...(workers === undefined ? {} : { workers }),
        ...(browser === undefined ? {} : { browserPath: resolve(context.cwd, browser) }),
      },
      context,
    );
    const isWhole = result.channels.every(
      ({ snapshot, verified, isWalled }) => verified.ok && (isWalled || snapshot.state === 'complete'),
    );
    return {
      exitCode: context.signal.aborted ? 130 : isWhole ? 0 : 3,
      json: {
        workspace: result.workspaceDir,
        snapshots: result.channels.map(({ snapshot, completeness, verified, pagesExpected }) => ({
          ...snapshotJson(snapshot),
          pages_expected: pagesExpected,
          completeness: completenessJson(completeness),
          verified: verified.ok,
        })),
        export: result.officialExport.imported.report,
        statement: result.officialExport.statement,
        statement_files: result.officialExport.statementFiles,
        run: demoRunJson(result.run),
      },
      text: describe(result, context),
    };
  },
});
