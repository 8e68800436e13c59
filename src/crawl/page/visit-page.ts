import type { IdSource } from '../../base/ids.ts';
import type { UserBehaviour } from '../../model/crawl-plan.ts';
import type { Gap } from '../../model/gap.ts';
import type { PageCapture } from '../../model/page.ts';
import type { AwakeClock } from '../awake-clock.ts';
import { askKit } from '../behaviours/in-page/ask-kit.ts';
import type { DevtoolsConnection } from '../browser/devtools-connection.ts';
import type { CaptureContext } from '../capture/capture-context.ts';
import type { DirectDownloads } from '../capture/direct-download.ts';
import type { MainResponse, PageRecorder } from '../capture/page-recorder.ts';
import type { FrontierItem } from '../frontier.ts';
import { makeGap } from '../gaps.ts';
import { routeOf } from '../scope/normalise-url.ts';
import { Album, type Pictures } from './album.ts';
import { askPage } from './ask-page.ts';
import { type PageFacts, readFacts } from './in-page.ts';
import { cutOff, navigate, walledOff } from './navigate.ts';
import { leadsOf } from './page-leads.ts';
import { settle } from './settle.ts';
import { isOfThePage, ShowAll } from './show-all.ts';
import type { Tab } from './tab.ts';
import type { Visit } from './visit.ts';
import { PageStuck, VisitClock } from './visit-clock.ts';

export interface VisitDeps {
  readonly context: CaptureContext;
  readonly devtools: DevtoolsConnection;
  readonly downloads: DirectDownloads;
  readonly ids: IdSource;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly pageTimeMs: number;
  readonly awake: AwakeClock;
  /** Behaviours that people wrote themselves. */
  readonly scripts: readonly UserBehaviour[];
}

/**
 * Loads one page, clears its view, shows all it has and takes what can be seen. Every exchange has reached the sink when
 * this returns.
 * @throws AbortError when the crawl is stopped; what the browser throws when the tab dies
 */
export async function visitPage(tab: Tab, item: FrontierItem, deps: VisitDeps): Promise<Visit> {
  const clock = new VisitClock(deps.pageTimeMs, deps.context.signal, () => deps.awake.now());
  await leaveDocumentOf(item.url, tab, clock);
  const recorder = tab.beginVisit();
  const arrived = await navigate(tab.page, item.url, recorder, clock, deps.context);
  if (arrived.kind !== 'loaded') {
    await clock.within(recorder.drained());
    return arrived;
  }
  const inTime = await settle(tab.page, recorder, clock, { quietMs: 100, ceilingMs: 15_000 });
  const { status } = arrived.main;
  if (status === 404 || status === 410) {
    const facts = await askPage(tab.page, clock, readFacts, undefined);
    await clock.within(recorder.drained());
    return { kind: 'not-found', facts, status };
  }
  const album = new Album(tab, clock, deps);
  const show = new ShowAll(tab, recorder, clock, { scripts: deps.scripts, atEnd: () => album.shootAll() });
  await show.clearTheView();
  // What lay over the page is gone now: what is still a wall has no page behind it.
  const walled = await walledOff(tab.page, item.url, recorder, clock, deps.context);
  if (walled) return walled;
  const seen = await seeAll(tab, show, recorder, clock, album, sheetsOf(deps.context));
  // Behind a consent page lies the page that was asked for.
  const main = withRoute(recorder.main ?? arrived.main, item.url);
  const { facts, files, finalUrl } = seen;
  await clock.within(recorder.drained());
  const cut = cutOff(recorder, item.url, deps.context);
  if (cut) return cut;
  for (const named of files) deps.downloads.addIfMissing(named, main.url);
  for (const { url, fromCache } of recorder.resources) if (fromCache) deps.downloads.addIfMissing(url, main.url);
  const isCutOff = show.cutOffs.length > 0 || (!(inTime && seen.inTime) && clock.isOver);
  const ranOutOfTime = isCutOff && clock.isOver;
  noteGaps(item.url, recorder, show, { isCutOff, ranOutOfTime }, deps);
  const at = recorder.main === arrived.main ? recorder.redirects[0]?.at : undefined;
  const capture = pageCapture({ item, main, at, facts, files, recorder, finalUrl, show }, deps, album.pictures);
  const hasMovedOn = recorder.counts.navigations > 1;
  return { kind: 'page', capture, facts, main, hasMovedOn, ranOutOfTime };
}

/** To an address that differs by its fragment alone the browser would only jump, without loading anything. */
async function leaveDocumentOf(url: string, { page }: Tab, clock: VisitClock): Promise<void> {
  const [here, hash] = page.url().split('#');
  const [there, route] = url.split('#');
  if (here === there && (hash !== undefined || route !== undefined)) await clock.within(page.goto('about:blank'));
}

/** The page of an app is known by its route too, which no server ever sees. */
function withRoute(main: MainResponse, asked: string): MainResponse {
  return { ...main, url: main.url + (main.url.includes('#') ? '' : routeOf(asked)) };
}

type Sheets = Map<string, readonly string[]>;

const sheetsByCrawl = new WeakMap<CaptureContext, Sheets>();

/** Style sheets that have been read, with the files that each names: every page of a site has the same ones. */
function sheetsOf(context: CaptureContext): Sheets {
  const known = sheetsByCrawl.get(context) ?? new Map();
  sheetsByCrawl.set(context, known);
  return known;
}

/** Everything else the page has, after its first screen; what it said and named on the way. */
async function seeAll(
  tab: Tab,
  show: ShowAll,
  recorder: PageRecorder,
  clock: VisitClock,
  album: Album,
  sheetsRead: Sheets,
) {
  const finalUrl = tab.page.url();
  await album.shootFirst();
  const early = await askPage(tab.page, clock, readFacts, undefined);
  try {
    const wasCleared = show.hasCleared;
    show.hasCleared = false;
    show.hasChanged = false;
    await show.showTheRest();
    const inTime = await settle(tab.page, recorder, clock, { quietMs: 500, ceilingMs: 15_000 });
    const { facts, files, sheets } = await askKit(tab.page, clock, 'sum', [...sheetsRead.keys()]).catch(
      (error: unknown) => {
        if (!isOfThePage(error)) throw error;
        return { facts: early, files: [], sheets: [] };
      },
    );
    for (const [sheet, named] of sheets) if (named !== null) sheetsRead.set(sheet, named);
    if (show.hasCleared) await album.shootFirst();
    if (show.hasChanged || !album.pictures.fullPage) await album.shootAll();
    show.hasCleared ||= wasCleared;
    const ofSheets = sheets.flatMap(([sheet]) => sheetsRead.get(sheet) ?? []);
    return { facts, files: [...new Set([...files, ...ofSheets])], finalUrl, inTime };
  } catch (error) {
    if (!(error instanceof PageStuck)) throw error;
    // What the page said before it got stuck is worth more than nothing; the tab will not answer again.
    tab.giveUp();
    return { facts: early, files: [], finalUrl, inTime: false };
  }
}

/** What of the page is missing although it is kept. */
function noteGaps(
  url: string,
  { gaps }: PageRecorder,
  { cutOffs, failures }: ShowAll,
  { isCutOff, ranOutOfTime }: { readonly isCutOff: boolean; readonly ranOutOfTime: boolean },
  deps: VisitDeps,
): void {
  if (isCutOff) gaps.push(budgetGap(url, cutOffs, ranOutOfTime, deps));
  if (failures.length > 0) gaps.push(failureGap(url, failures, deps));
}

/** @param isOverTime false when a behaviour stopped at a bound of its own, with time left */
function budgetGap(
  url: string,
  cutOffs: readonly string[],
  isOverTime: boolean,
  { pageTimeMs, context }: VisitDeps,
): Gap {
  const told = context.redactor.text(url);
  const what = isOverTime ? `was still loading after ${Math.round(pageTimeMs / 1000)} s` : 'has more than was taken';
  const howFar = cutOffs.length > 0 ? `: ${cutOffs.join('; ')}` : '';
  return makeGap('page-budget', told, `${told} ${what}${howFar}.`, context.clock.now());
}

function failureGap(url: string, failures: readonly string[], { context }: VisitDeps): Gap {
  const told = context.redactor.text(url);
  return makeGap(
    'behaviour-failed',
    told,
    context.redactor.text(`${told}: ${failures.join('; ')}.`),
    context.clock.now(),
  );
}

interface Seen {
  readonly item: FrontierItem;
  readonly main: MainResponse;
  /** When the first answer of a redirect came; undefined when there was none. */
  readonly at: Date | undefined;
  readonly facts: PageFacts;
  readonly files: readonly string[];
  readonly recorder: PageRecorder;
  readonly finalUrl: string;
  readonly show: ShowAll;
}

function pageCapture(
  { item, main, at, facts, files, recorder, finalUrl, show }: Seen,
  deps: VisitDeps,
  pictures: Pictures,
): PageCapture {
  const { redactor } = deps.context;
  return {
    id: deps.ids.uuid(),
    url: redactor.text(item.url),
    finalUrl: redactor.text(finalUrl),
    // Replay looks a page up by its own address: after a redirect that is the first hop.
    at: at ?? main.at,
    status: main.status,
    mime: main.mime || 'text/html',
    title: facts.title,
    text: facts.text,
    language: facts.language,
    isSeed: item.isSeed,
    depth: item.depth,
    resources: recorder.resources,
    gaps: recorder.gaps,
    behaviours: show.notes,
    leads: leadsOf({ url: item.url, status: main.status, facts, files, recorder }, deps.context),
    ...pictures,
  };
}
