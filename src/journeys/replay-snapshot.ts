import { basename } from 'node:path';
import type { WaczSummary } from '../archive/wacz-read.ts';
import { isoTime, timestamp14 } from '../base/clock.ts';
import { KnownError } from '../base/known-error.ts';
import { findReplayComponent } from '../replay/find-replay-component.ts';
import { openBrowser } from '../replay/open-browser.ts';
import { type ReplayServer, type ReplayServerOptions, startReplayServer } from '../replay/replay-server.ts';
import type { OverviewPage, SnapshotOverview } from '../replay/snapshot-overview.ts';
import type { WorkspacePlace } from '../workspace/open-workspace.ts';
import { type ShownSnapshot, showSnapshot } from './show-snapshot.ts';

export interface ReplayInput {
  /** Path of a WACZ, or the id of a snapshot of the workspace. */
  readonly fileOrId: string;
  /** Without it the usual port is tried, and any free one when that is taken. */
  readonly port?: number;
  /** Open the person's browser. */
  readonly open: boolean;
}

export interface ReplayReady {
  /** Absolute path of the WACZ. */
  readonly file: string;
  readonly url: string;
  /** False when no browser was opened, because none was wanted or none could be. */
  readonly opened: boolean;
}

/** The same address each time keeps the browser from collecting one set of data for every port it ever saw. */
const USUAL_PORT = 8790;

/** Beyond this a list is no help to a reader; all pages can be reached by search in the archive or by links. */
const MAX_LISTED_PAGES = 20_000;

/**
 * Shows a snapshot in the browser until the signal fires, which is how it is meant to end and no error.
 * @param onReady called once, when the page can be opened
 * @throws KnownError `replay.not-installed`, `replay.port-taken`, `replay.port-refused`, and those of `showSnapshot`
 */
export async function replaySnapshot(
  input: ReplayInput,
  place: WorkspacePlace,
  signal: AbortSignal,
  onReady: (ready: ReplayReady) => void,
): Promise<void> {
  const shown = await showSnapshot(input.fileOrId, place, MAX_LISTED_PAGES);
  const componentDir = requireComponent(place.cwd);
  const server = await startOnPort(input.port, { file: shown.file, componentDir, overview: overviewOf(shown) });
  try {
    const opened = input.open && (await openBrowser(server.url));
    onReady({ file: shown.file, url: server.url, opened });
    await aborted(signal);
  } finally {
    await server.close();
  }
}

/** @throws KnownError `replay.not-installed` */
export function requireComponent(cwd: string): string {
  const folder = findReplayComponent(cwd);
  if (folder !== undefined) return folder;
  throw new KnownError(
    'replay.not-installed',
    'The replaywebpage component, which draws the pages, is not installed.',
    {
      hint:
        'Install it with "npm install replaywebpage", or drop the file on https://replayweb.page: there it stays in your ' +
        'browser and is uploaded nowhere.',
    },
  );
}

/** What the page above the replay tells of a snapshot, from what the file and the ledger say. */
export function overviewOf({ file, snapshot, summary }: ShownSnapshot): SnapshotOverview {
  const listed = summary.pages
    .filter(({ url }) => /^https?:/i.test(url) && URL.canParse(url))
    .map(({ url, ts, title }) => page(url, ts, title));
  const main = summary.mainPageUrl;
  const mainPage = listed.find(({ url }) => url === main) ?? listed[0] ?? mainPageOf(summary);
  return {
    title: summary.title?.trim() || basename(file),
    sourceUrl: snapshot?.url ?? main ?? mainPage?.url,
    mainPage,
    // The front page may have been captured second, when two tabs were at work.
    pages: [...listed.filter((one) => one === mainPage), ...listed.filter((one) => one !== mainPage)],
    pageCount: summary.pageCount,
    takenAt: takenAt(summary),
    gaps: summary.crawl === null ? undefined : summary.gaps,
    software: summary.software ?? undefined,
  };
}

/** Written anew: what passes for a date may carry anything in brackets, and this goes into a page. */
function takenAt({ crawl, mainPageDate, created }: WaczSummary): string | undefined {
  const found = [crawl?.startedAt, mainPageDate, created].find(isTime);
  return found === undefined ? undefined : isoTime(new Date(found));
}

/** Some tools list no pages and name only where to begin. */
function mainPageOf({ mainPageUrl, mainPageDate }: WaczSummary): OverviewPage | undefined {
  return mainPageUrl === null ? undefined : page(mainPageUrl, mainPageDate, null);
}

function page(url: string, ts: string | null, title: string | null): OverviewPage {
  return { url, timestamp: isTime(ts) ? timestamp14(new Date(ts)) : '', title: title?.trim() ?? '' };
}

function isTime(value: string | null | undefined): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

async function startOnPort(
  port: number | undefined,
  options: Omit<ReplayServerOptions, 'port'>,
): Promise<ReplayServer> {
  if (port !== undefined) return startReplayServer({ ...options, port });
  try {
    return await startReplayServer({ ...options, port: USUAL_PORT });
  } catch (error) {
    if (!(error instanceof KnownError && error.code === 'replay.port-taken')) throw error;
    return startReplayServer({ ...options, port: 0 });
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
