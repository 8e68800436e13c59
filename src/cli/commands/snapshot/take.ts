import { resolve } from 'node:path';
import { KnownError } from '../../../base/known-error.ts';
import { isLanguageTag, isTimeZone } from '../../../base/locale-names.ts';
import { commentsPolicies } from '../../../model/comments-policy.ts';
import type { CrawlReport, Snapshot } from '../../../model/snapshot.ts';
import { type CommandContext, defineCommand, type ExitCode, type OptionValues } from '../../command-spec.ts';
import { completenessJson } from '../../completeness-text.ts';
import {
  choiceOption,
  durationOption,
  nameOption,
  numberOption,
  offSwitch,
  onSwitch,
  patternOption,
  repeated,
  sizeOption,
  textOption,
  viewportOption,
} from '../../options.ts';
import { snapshotJson } from '../../snapshot-json.ts';
import { describeTaken } from '../../snapshot-text.ts';

const most = Number.POSITIVE_INFINITY;

const options = {
  out: textOption('FILE', 'where to write the WACZ', "the channel's folder in the vault, or HOST-TIME.wacz here"),
  channel: textOption('ID', 'a channel of the workspace; its address and settings are used'),
  title: textOption('TEXT', "the snapshot's title", "the first page's title"),
  force: onSwitch('replace FILE when it is there'),
  resume: onSwitch('go on with an unfinished snapshot, and fail when there is none'),
  fresh: onSwitch('throw an unfinished snapshot of the same address away and begin anew'),
  scope: choiceOption(
    ['host', 'prefix', 'page'],
    "what belongs: the same host, the address's path and below, or the one page",
    'host',
  ),
  include: repeated(patternOption('also take addresses that match')),
  exclude: repeated(patternOption('leave out addresses that match')),
  depth: numberOption({ min: 0, max: most }, 'links to follow from the first address', 'no limit'),
  maxPages: numberOption({ min: 1, max: most }, 'stop after so many pages', '10000'),
  maxBytes: sizeOption('stop after so much data, like 2GB', 'no limit'),
  maxTime: durationOption('stop after so long, like 30m', 'no limit'),
  pageTime: durationOption('give up on a page after so long', '60s'),
  workers: numberOption({ min: 1, max: 16 }, 'browser tabs at once', '2'),
  delay: durationOption('least time between two pages of a host', '500ms; none for this machine'),
  robots: choiceOption(['obey', 'ignore'], 'robots.txt; ignore only for sites that are yours', 'obey'),
  sitemaps: offSwitch('do not look for sitemaps and feeds'),
  userAgent: textOption('TEXT', 'the User-Agent to send'),
  viewport: viewportOption("the browser window's size", '1280x800'),
  secretParameter: repeated(textOption('NAME', 'a query parameter whose value must not enter the archive')),
  publicOnly: onSwitch('connect to public addresses alone, never to this machine or its network'),
  cookies: textOption('FILE', "be logged in with these cookies: cookies.txt, an exporter's JSON or Playwright's state"),
  login: offSwitch('do not use the login kept by "channel login"'),
  full: onSwitch('open every page, also those that have not changed since the snapshot before'),
  comments: choiceOption(
    commentsPolicies,
    "other people's comments in the list of posts: as they are, with numbers for names, or not at all",
    'keep',
  ),
  behaviour: repeated(textOption('FILE', 'a JavaScript file to run in pages whose address it names')),
  mobile: onSwitch('go there as a telephone: its window, touch and name'),
  device: textOption('NAME', 'go there as this telephone or tablet, like "iPhone 15"', 'Pixel 7, with --mobile'),
  lang: nameOption(
    'LANGUAGE',
    'language code',
    'Write it like de or de-DE.',
    'ask sites for this language, like de-DE',
    isLanguageTag,
  ),
  timezone: nameOption(
    'ZONE',
    'time zone',
    'Write it like Europe/Berlin.',
    'the time zone that scripts see, like Europe/Berlin',
    isTimeZone,
  ),
  proxy: textOption(
    'ADDRESS',
    'go out by http://host:port or socks5://host:port, with user:password@ if it wants them; env:NAME takes it from the environment',
  ),
  browser: textOption(
    'PATH|ADDRESS',
    'the Chromium, Chrome or Edge to use, or where one runs elsewhere: http://host:9222 or ws://…',
    'looked for',
  ),
  headed: onSwitch("show the browser's window"),
};

async function plan(values: OptionValues<typeof options>, context: CommandContext) {
  const { planSnapshot } = await import('../../../journeys/plan-snapshot.ts');
  const { out, browser, cookies, maxTime, pageTime, delay, secretParameter, behaviour, resume, fresh, ...rest } =
    values;
  if (resume && fresh) throw bothWays();
  const request = {
    ...rest,
    url: context.args[0],
    out: out === undefined ? undefined : resolve(context.cwd, out),
    browserPath: browser,
    cookiesFile: cookies === undefined ? undefined : resolve(context.cwd, cookies),
    maxTimeMs: maxTime,
    pageTimeMs: pageTime,
    delayMs: delay,
    secretParameters: secretParameter,
    unfinished: resume ? ('resume' as const) : fresh ? ('fresh' as const) : undefined,
    behaviours: behaviour.map((file) => resolve(context.cwd, file)),
  };
  return planSnapshot(request, context, context.clock);
}

function bothWays(): KnownError {
  return new KnownError('usage.bad-value', '--resume and --fresh cannot both be meant.', {
    hint: 'Leave both out: an unfinished snapshot of the same command is gone on with.',
    exitCode: 2,
  });
}

function exitCodeOf(snapshot: Snapshot, report: CrawlReport): ExitCode {
  if (report.gaps.some(({ reason }) => reason === 'interrupted')) return 130;
  return snapshot.state === 'partial' ? 3 : 0;
}

export const takeCommand = defineCommand({
  description:
    'Opens the address in a real browser, follows its links within the scope, and seals everything that was loaded as ' +
    'one WACZ file with pictures and text of each page. Whatever could not be had is counted as a gap, never hidden. ' +
    'Works without a workspace; in one, the snapshot is signed with its key and entered in its ledger. ' +
    'Ctrl-C seals what is there as a partial snapshot. After a crash, a power cut or a kill the same command goes on ' +
    'where it stopped.',
  arguments: [
    {
      name: 'URL',
      description: 'the address to begin with, or the id of a channel; may be left out with --channel',
      required: false,
    },
  ],
  options,
  examples: [
    { command: 'snapshot take https://blog.example.org --out blog.wacz', explains: 'One site into one file:' },
    { command: 'snapshot take --channel blog', explains: "A channel of the workspace, into the workspace's vault:" },
    {
      command: "snapshot take https://example.org/news/ --scope prefix --exclude '/tag/' --max-time 30m",
      explains: 'One part of a site, without its tag pages, for half an hour at most:',
    },
  ],
  errors: {
    'browser.not-found': 'no Chromium, Chrome or Edge was found; --browser PATH names one',
    'browser.unreachable': 'no browser answers at the address that --browser gives',
    'browser.playwright-server': 'the address is a Playwright server; the hint says how to start its browser instead',
    'usage.unknown-device': 'no device has that name; the hint names the nearest',
    'usage.bad-proxy': 'the address of the proxy cannot be read',
    'secret.missing': 'env:NAME was given, and the environment has nothing under that name',
    'capture.*':
      'not one page could be had, so there is no file; the rest of the code is the reason, like no-such-host',
    'session.bad-cookies': 'the cookies file has mistakes; the message names their lines',
    'session.expired': 'every cookie of the file has expired',
    'session.in-use': 'the window of "channel login" is still open',
    'snapshot.exists': 'the file is there already; --force replaces it',
    'snapshot.no-folder': 'the folder for the file does not exist',
    'snapshot.cannot-write': 'nothing can be written in that folder; told before the crawl begins',
    'snapshot.disk-full': 'the disk is full; make room and give the same command again, it goes on',
    'snapshot.in-use': 'another process is taking this snapshot at this moment',
    'snapshot.channel-busy':
      'a snapshot of that channel is being taken by a schedule, a run or another person; it says where',
    'snapshot.nothing-unfinished': '--resume was given and there is no unfinished snapshot of that command',
    'snapshot.unfinished-damaged': 'the unfinished snapshot cannot be gone on with; --fresh throws it away',
    'browser.keeps-dying': 'the browser died again and again; what was captured is kept, and the same command goes on',
    'snapshot.not-verified': 'the file was written but does not verify: the disk may be failing',
    'vault.*':
      'the snapshot is sealed and could not be brought into the vault; it is kept, and the same command brings it in',
    'behaviour.unreadable': 'a file named with --behaviour, or in behaviours/ of the workspace, cannot be read',
    'channel.unknown': 'the workspace has no such channel',
    'channel.gone': 'the platform has been shut down, and nothing of it can be captured',
    'workspace.not-found': 'there is no lastpost.yaml where one was expected',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
    'usage.bad-address': 'the address is no http or https address',
    'usage.bad-value': "an option's value cannot be read; the hint shows how to write it",
  },
  exitCodes: {
    0: 'everything in scope is in the snapshot',
    1: 'failed, no snapshot',
    2: 'wrong use or settings',
    3: 'a valid snapshot with gaps',
    75: 'logged out; what was captured is kept, and the same command goes on after a new login',
    130: 'interrupted; a valid snapshot of what was there',
  },
  onInterrupt: 'Stopping: sealing the pages that are there into a valid file. Press Ctrl-C again to stop at once.',
  run: async (values, context) => {
    const input = await plan(values, context);
    const { takeSnapshot } = await import('../../../journeys/take-snapshot.ts');
    const { snapshot, report, completeness } = await takeSnapshot(input, context);
    return {
      exitCode: exitCodeOf(snapshot, report),
      json: {
        snapshot: snapshotJson(snapshot),
        pages_unchanged: report.unchanged ?? 0,
        completeness: completenessJson(completeness),
      },
      text: describeTaken(snapshot, report, context, completeness),
    };
  },
});
