import { mkdir, rm } from 'node:fs/promises';
import type { LoggedOut, StoredSession } from '../model/session.ts';
import type { CrawlReport } from '../model/snapshot.ts';
import { AwakeClock } from './awake-clock.ts';
import { browserReportOf, launchOptionsOf } from './browser/browser-options.ts';
import { launchBrowser } from './browser/launch-browser.ts';
import type { CaptureContext } from './capture/capture-context.ts';
import { DirectDownloads } from './capture/direct-download.ts';
import { directOptionsOf } from './capture/direct-options.ts';
import { Redactor } from './capture/redact.ts';
import { Checkpoints } from './checkpoints.ts';
import type { CrawlOptions } from './crawl-deps.ts';
import { CrawlLoop } from './crawl-loop.ts';
import { CrawlLedger } from './crawl-sink.ts';
import { EngineKeeper, equipBrowser } from './engine.ts';
import { NetworkGuard } from './guard/network-guard.ts';
import { Robots } from './polite/robots.ts';
import { dialingThrough } from './proxy/dialing-through.ts';
import { unchangedPages } from './reuse/unchanged-pages.ts';
import { secretValues } from './sessions/secret-values.ts';
import { StopReasons } from './stop-reasons.ts';
import { crawlUserAgent } from './user-agent.ts';

/**
 * Visits the seeds and everything in scope, and hands each exchange and page to the sink. With a store it goes on where
 * an earlier process stopped.
 * @throws KnownError `browser.will-not-start`, `browser.no-devtools`, `browser.keeps-dying`,
 * `capture.robots-unreachable`, and what sink and store throw
 */
export async function crawl(options: CrawlOptions): Promise<CrawlReport> {
  const { plan, signal, store } = options;
  const stored = await store?.load();
  const awake = new AwakeClock();
  const stop = new StopReasons(signal, plan.limits.maxTimeMs - (stored?.facts.ranMs ?? 0));
  // What a process that was killed had not handed over yet is of no use to this one.
  await removeSpool(options);
  await mkdir(options.spoolFolder, { recursive: true });
  const guard = plan.publicOnly
    ? new NetworkGuard({ ...dialingThrough(plan.browser?.proxy), ...options.dialing })
    : undefined;
  const checkpoints = new Checkpoints(store);
  const login = rememberedLogin(options);
  let engines: EngineKeeper | undefined;
  try {
    const context: CaptureContext = {
      browserContext: () => engines?.browserContext,
      checkpoints,
      sink: options.sink,
      ledger: new CrawlLedger(checkpoints),
      redactor: new Redactor(plan.secretParameters),
      clock: options.clock,
      userAgent: userAgentOf(options),
      spoolFolder: options.spoolFolder,
      signal: stop.signal,
      maxBytes: plan.limits.maxBytes,
      bounds: plan.bounds,
      pageTimeMs: plan.limits.pageTimeMs,
      guard,
      direct: directOptionsOf(plan.browser),
    };
    const downloads = new DirectDownloads(context);
    engines = new EngineKeeper(
      () => launch(options, guard, login.latest()),
      (browser) => equipBrowser(browser, context, downloads),
    );
    // A browser that does not start at all is told before anything else is tried.
    const { browser } = await engines.current();
    if (options.session) context.redactor.learn(secretValues(await browser.context.cookies()));
    const seenBy = browserReportOf(plan, options.chromium, { version: browser.version, userAgent: context.userAgent });
    const robots = new Robots(downloads, plan.politeness.robots === 'obey');
    const report = await new CrawlLoop({
      ...options,
      ...login.asking,
      context,
      downloads,
      robots,
      stop,
      engines,
      awake,
      unchanged: await unchangedPages(options, seenBy, downloads, context),
      stored,
    }).run();
    return { ...report, browser: seenBy };
  } finally {
    stop.end();
    awake.end();
    await engines?.close();
    await removeSpool(options);
  }
}

/** The children of a browser that was killed may write their last files while they are being removed. */
async function removeSpool({ spoolFolder }: CrawlOptions): Promise<void> {
  await rm(spoolFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

function userAgentOf({ plan, chromium }: CrawlOptions): string {
  return plan.politeness.userAgent ?? crawlUserAgent(chromium.version, plan.browser?.device?.userAgent);
}

/** A login that a person gives while the crawl waits is needed again when the browser is replaced later. */
function rememberedLogin({ session, onLoggedOut }: CrawlOptions) {
  let latest = session?.stored;
  const asking = async (told: LoggedOut): Promise<StoredSession | undefined> => {
    const fresh = await onLoggedOut?.(told);
    latest = fresh ?? latest;
    return fresh;
  };
  return { latest: () => latest, asking: onLoggedOut ? { onLoggedOut: asking } : {} };
}

function launch(options: CrawlOptions, guard: NetworkGuard | undefined, stored: StoredSession | undefined) {
  const { plan, chromium, headed, session, spoolFolder } = options;
  return launchBrowser({
    ...launchOptionsOf(plan),
    executablePath: chromium.path,
    headed,
    userAgent: userAgentOf(options),
    tempFolder: spoolFolder,
    guard,
    ...(session?.profileDir === undefined ? {} : { copyOf: session.profileDir }),
    ...(stored === undefined ? {} : { stored }),
  });
}
