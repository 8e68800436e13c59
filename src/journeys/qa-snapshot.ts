import { basename } from 'node:path';
import { type CapturedLooks, openCapturedLooks } from '../archive/wacz-read-looks.ts';
import { isoTime } from '../base/clock.ts';
import { sha256File } from '../base/digest.ts';
import { KnownError } from '../base/known-error.ts';
import { type ClosedBrowser, openClosedBrowser } from '../crawl/browser/closed-browser.ts';
import { type FoundChromium, findChromium } from '../crawl/find-chromium.ts';
import { openReplayTab } from '../crawl/replaying/replay-tab.ts';
import { openPictureShrinker } from '../crawl/replaying/shrink-pictures.ts';
import { crawlDefaults } from '../model/crawl-defaults.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import { isUnderTheLine, type QaLimits, type QaPage, type QaReport, type QaTarget, qaVerdicts } from '../model/qa.ts';
import { type CheckedPage, checkPages } from '../replay/qa/check-pages.ts';
import type { ReportFacts } from '../replay/qa/report/report-page.ts';
import type { ReportLanguage } from '../replay/qa/report/report-texts.ts';
import { ReportWriter, worstFirst } from '../replay/qa/report/write-report.ts';
import { startReplayServer } from '../replay/replay-server.ts';
import type { SnapshotOverview } from '../replay/snapshot-overview.ts';
import type { WorkspacePlace } from '../workspace/open-workspace.ts';
import { requireFolderOf } from './cannot-write.ts';
import { overviewOf, requireComponent } from './replay-snapshot.ts';
import { type ShownSnapshot, showSnapshot } from './show-snapshot.ts';

export interface QaInput {
  /** Path of a WACZ, or the id of a snapshot of the workspace. */
  readonly fileOrId: string;
  /** The first so many pages, or those whose address matches; all of them when absent. */
  readonly pages?: number | RegExp;
  /** Tabs at once. */
  readonly workers: number;
  readonly limits: QaLimits;
  /** Where to write the HTML report; none when absent. */
  readonly reportFile?: string;
  readonly reportLanguages: readonly ReportLanguage[];
  /** Path of a Chromium, Chrome or Edge; without it one is looked for. */
  readonly browserPath?: string;
}

export interface QaResult {
  /** Absolute path of the WACZ. */
  readonly file: string;
  readonly report: QaReport;
  /** The same pages, worst first. */
  readonly worstFirst: readonly QaPage[];
  /** Absolute; undefined when none was asked for. */
  readonly reportFile: string | undefined;
}

const pageTimeMs = 60_000;

/**
 * Replays every page of a snapshot in a browser that reaches nothing else, and holds it against what was captured. When
 * the signal fires it ends with the pages that are done.
 * @throws KnownError `qa.no-pages`, `qa.cannot-write`, `qa.remote-browser`, `replay.not-installed`, `browser.*`, and
 * those of `showSnapshot`
 */
export async function qaSnapshot(input: QaInput, place: WorkspacePlace, context: JourneyContext): Promise<QaResult> {
  const shown = await showSnapshot(input.fileOrId, place, 1);
  const componentDir = requireComponent(place.cwd);
  if (input.reportFile !== undefined) await requireFolderOf(input.reportFile, 'qa.cannot-write', '--report');
  const chromium = await findLocalChromium(input.browserPath);
  const looks = await openCapturedLooks(shown.file, chooser(input.pages));
  try {
    if (looks.targets.length === 0) throw noPages(input, looks.known);
    const overview = overviewOf(shown);
    const server = await startReplayServer({ file: shown.file, port: 0, componentDir, overview });
    try {
      const closed = await openClosedBrowser(chromium.path, [server.url]);
      try {
        return await check(input, { shown, overview, looks, chromium, closed, address: server.url, context });
      } finally {
        await closed.close();
      }
    } finally {
      await server.close();
    }
  } finally {
    await looks.close();
  }
}

interface Bench {
  readonly shown: ShownSnapshot;
  readonly overview: SnapshotOverview;
  readonly looks: CapturedLooks;
  readonly chromium: FoundChromium;
  readonly closed: ClosedBrowser;
  readonly address: string;
  readonly context: JourneyContext;
}

async function check(input: QaInput, bench: Bench): Promise<QaResult> {
  const { shown, looks, closed } = bench;
  const view = shown.summary.crawl?.browser;
  const browsing = await closed.browser.newContext(viewOf(view));
  const shrinker = input.reportFile === undefined ? undefined : await openPictureShrinker(browsing);
  const writer = shrinker && (await ReportWriter.open((picture, width) => shrinker.shrink(picture, width)));
  const checked = new Map<number, CheckedPage['page']>();
  const uncompared = { picture: 0, text: 0, resources: 0 };
  const progress = progressOf(bench, checked);
  try {
    await checkPages({
      targets: looks.targets,
      look: (url) => looks.look(url),
      mayBeMissing: (url) => looks.mayBeMissing(url),
      openTab: () => openReplayTab(browsing, bench.address, pageTimeMs),
      workers: input.workers,
      limits: input.limits,
      screen: view?.viewport ?? crawlDefaults.viewport,
      wantsDifference: writer !== undefined,
      signal: bench.context.signal,
      onBegin: progress,
      onPage: async (done, at) => {
        checked.set(at, done.page);
        if (done.page.picture === null) uncompared.picture += 1;
        if (done.page.text === null) uncompared.text += 1;
        if (!done.hadResources) uncompared.resources += 1;
        await writer?.add(done, at);
      },
    });
    const report = reportOf(input, bench, checked, uncompared);
    await writeReport(input, bench, report, writer);
    const { file } = shown;
    return { file, report, worstFirst: worstFirst(report.pages), reportFile: input.reportFile };
  } finally {
    await writer?.close();
  }
}

async function writeReport(
  input: QaInput,
  bench: Bench,
  report: QaReport,
  writer: ReportWriter | undefined,
): Promise<void> {
  if (writer === undefined || input.reportFile === undefined) return;
  const places = new Map(bench.looks.targets.map(({ url }, at) => [url, at]));
  await writer.write(input.reportFile, report, await factsOf(input, bench), places);
}

function progressOf({ looks, context }: Bench, checked: ReadonlyMap<number, QaPage>): (target: QaTarget) => void {
  const startedMs = performance.now();
  return ({ url }) => {
    const seconds = (performance.now() - startedMs) / 1000;
    context.onProgress({
      phase: 'replay',
      pagesDone: checked.size,
      pagesKnown: looks.targets.length,
      ...(seconds > 2 ? { pagesPerSecond: checked.size / seconds } : {}),
      current: url,
    });
  };
}

function reportOf(
  { limits }: QaInput,
  { looks, closed }: Bench,
  checked: ReadonlyMap<number, QaPage>,
  uncompared: QaReport['uncompared'],
): QaReport {
  const pages = [...checked].sort(([a], [b]) => a - b).map(([, page]) => page);
  const counts = Object.fromEntries(
    qaVerdicts.map((name) => [name, pages.filter(({ verdict }) => verdict === name).length]),
  ) as QaReport['counts'];
  const wanted = looks.targets.length;
  const stopped = pages.length < wanted;
  return {
    ok: !stopped && !pages.some(({ verdict }) => isUnderTheLine(verdict)),
    stopped,
    pages,
    wanted,
    known: looks.known,
    counts,
    limits,
    uncompared,
    refused: closed.refused,
  };
}

async function factsOf(input: QaInput, { shown, overview, chromium, context }: Bench): Promise<ReportFacts> {
  const { sha256 } = await sha256File(shown.file);
  return {
    file: basename(shown.file),
    sha256,
    title: overview.title,
    sourceUrl: overview.sourceUrl,
    takenAt: overview.takenAt,
    checkedAt: isoTime(context.clock.now()),
    madeBy: overview.software,
    shownBy: `ReplayWeb.page, Chromium ${chromium.version}`,
    languages: input.reportLanguages,
  };
}

type BrowserReport = NonNullable<NonNullable<ShownSnapshot['summary']['crawl']>['browser']>;

/** A page that writes dates, or chooses pictures by the screen, does so as it did for the browser of the capture. */
function viewOf(browser: BrowserReport | undefined) {
  return {
    ...(browser?.language ? { locale: browser.language } : {}),
    ...(browser?.timezone ? { timezoneId: browser.timezone } : {}),
    ...(browser?.userAgent ? { userAgent: browser.userAgent } : {}),
    ...(browser?.viewport.scaleFactor ? { deviceScaleFactor: browser.viewport.scaleFactor } : {}),
    ...(browser?.device ? { hasTouch: true } : {}),
  };
}

function chooser(wanted: QaInput['pages']): (target: QaTarget, place: number) => boolean {
  if (wanted === undefined) return () => true;
  return typeof wanted === 'number' ? (_target, place) => place < wanted : ({ url }) => wanted.test(url);
}

async function findLocalChromium(browserPath: string | undefined): Promise<FoundChromium> {
  const chromium = await findChromium(browserPath);
  if (chromium.source !== 'remote') return chromium;
  throw new KnownError('qa.remote-browser', 'A snapshot cannot be checked with a browser that runs elsewhere.', {
    hint: 'The browser must be kept from the network, which only works here: name one with --browser PATH.',
    exitCode: 2,
  });
}

function noPages({ pages }: QaInput, known: number): KnownError {
  if (known === 0) {
    return new KnownError('qa.no-pages', 'The file lists no pages, so there is nothing to look at.', {
      hint: 'Open it with "lastpost snapshot replay" and look for yourself.',
    });
  }
  return new KnownError('qa.no-pages', `None of its ${known} pages matches ${String(pages)}.`, {
    hint: 'See the addresses with "lastpost snapshot show --pages".',
    exitCode: 2,
  });
}
