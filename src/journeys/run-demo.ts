import { join } from 'node:path';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import { pathExists } from '../base/path-exists.ts';
import { type DemoBrand, startDemoBrand } from '../demo-brand/start-demo-brand.ts';
import type { CompletenessReport } from '../model/completeness.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { CrawlReport, Snapshot } from '../model/snapshot.ts';
import type { VerifyReport } from '../model/verify.ts';
import { addChannelToWorkspace } from '../workspace/add-channel.ts';
import { openWorkspace, type Workspace } from '../workspace/open-workspace.ts';
import { type DemoOfficialExport, importDemoExport } from './demo-official-export.ts';
import { archiveByRun, type DemoRun, finishDemoRun, furnishForRun, openDemoRun, runChannel } from './demo-run.ts';
import { initWorkspace } from './init-workspace.ts';
import { listSnapshots } from './list-snapshots.ts';
import { planSnapshot } from './plan-snapshot.ts';
import { showSnapshot } from './show-snapshot.ts';
import { type TakenSnapshot, takeSnapshot } from './take-snapshot.ts';
import { verifySnapshots } from './verify-snapshot.ts';

export interface DemoInput {
  /** Folder of the demo workspace; made when it is not there, used again when it is one. */
  readonly dir: string;
  readonly workers?: number;
  readonly browserPath?: string;
}

/** One channel of the demo brand, kept. */
export interface DemoChannel {
  readonly id: string;
  readonly title: string;
  readonly snapshot: Snapshot;
  readonly report: CrawlReport;
  readonly completeness: CompletenessReport;
  readonly verified: VerifyReport;
  /** Pages the site has; the demo knows, a real site seldom says. */
  readonly pagesExpected: number;
  /** The platform shows strangers a part of it alone, so that no snapshot can be complete. */
  readonly isWalled: boolean;
}

export interface DemoResult {
  readonly workspaceDir: string;
  readonly brandName: string;
  readonly channels: readonly DemoChannel[];
  readonly officialExport: DemoOfficialExport;
  /** How the brand left X. */
  readonly run: DemoRun;
}

const brandName = 'Brandt & Söhne';

/** The same ports each time, so that the addresses in lastpost.yaml stay true from one demo to the next. */
const usualPorts = { blog: 8401, social: 8402, embed: 8403, fediverse: 8404, x: 8405, doorbell: 8406, names: 8407 };

/**
 * The main job, for real, on the bundled brand: serves its blog, its social page and its accounts in the fediverse and on X on loopback, makes
 * a workspace, snapshots all four channels, counts their posts, verifies them, holds X's official export against its page, and
 * carries the exit from X to its certificate. What was killed is gone on with.
 * @throws KnownError `demo.not-a-demo` when the folder is somebody's own workspace, and those of `takeSnapshot`
 */
export async function runDemo(input: DemoInput, context: JourneyContext): Promise<DemoResult> {
  const brand = await serveBrand();
  try {
    const workspace = await furnishForRun(await demoWorkspace(input.dir, brand), context.clock.now());
    const demo = { input, context, workspace };
    const { workers, browserPath } = input;
    const place = { cwd: workspace.dir, workspaceDir: workspace.dir };
    const run = await openDemoRun(brand, place, context);
    const played = { run, brand, place, context: { ...context, snapshotWith: { workers, browserPath } } };
    const channels = [
      await keepChannel('blog', brand.expected.blog.pageUrls.length, demo),
      await keepChannel('social', brand.expected.social.pageUrls.length, demo),
      await keepChannel('fediverse', brand.expected.fediverse.pageUrls.length, demo),
    ];
    await archiveByRun(played);
    channels.push({ ...(await keptByRun(brand.expected.x.pageUrls.length, demo)), isWalled: true });
    const officialExport = await importDemoExport(brand, workspace, context);
    const left = await finishDemoRun(played, officialExport.statementFiles[0] ?? '');
    return { workspaceDir: workspace.dir, brandName, channels, officialExport, run: left };
  } finally {
    await brand.close();
  }
}

async function serveBrand(): Promise<DemoBrand> {
  try {
    return await startDemoBrand({ ports: usualPorts });
  } catch (error) {
    if (systemErrorCode(error) !== 'EADDRINUSE') throw error;
    return startDemoBrand();
  }
}

async function demoWorkspace(dir: string, brand: DemoBrand): Promise<Workspace> {
  if (!(await pathExists(join(dir, 'lastpost.yaml')))) {
    await initWorkspace({ dir, brandName, languages: ['de', 'en'] });
  }
  let workspace = await openWorkspace(dir);
  if (workspace.config.brand.name !== brandName) {
    throw new KnownError(
      'demo.not-a-demo',
      `${dir} is the workspace of ${workspace.config.brand.name}, not the demo's.`,
      {
        hint: 'Give the demo a folder of its own: lastpost demo DIR',
        exitCode: 2,
      },
    );
  }
  const wanted = [
    { id: 'blog', platform: 'website' as const, url: brand.blogUrl, title: `${brandName}: Blog` },
    { id: 'social', platform: 'website' as const, url: brand.socialUrl, title: `${brandName}: Kettenblatt` },
    { id: 'fediverse', platform: 'mastodon' as const, url: brand.fediverseUrl, title: `${brandName}: Fediverse` },
    { id: 'x', platform: 'x' as const, url: brand.xUrl, title: `${brandName}: X` },
  ];
  for (const channel of wanted) {
    if (workspace.config.channels.some(({ id }) => id === channel.id)) continue;
    workspace = await addChannelToWorkspace(dir, channel);
  }
  return workspace;
}

interface Demo {
  readonly input: DemoInput;
  readonly context: JourneyContext;
  readonly workspace: Workspace;
}

async function keepChannel(
  id: string,
  pagesExpected: number,
  { input, context, workspace }: Demo,
): Promise<DemoChannel> {
  context.signal.throwIfAborted();
  const place = { cwd: workspace.dir, workspaceDir: workspace.dir };
  const request = {
    channel: id,
    workers: input.workers,
    browserPath: input.browserPath,
    robots: 'obey' as const,
    force: false,
    headed: false,
    sitemaps: true,
    include: [],
    exclude: [],
    secretParameters: [],
  };
  const planned = await planSnapshot(request, place, context.clock);
  const { snapshot, report, completeness } = await takeSnapshot(planned, context);
  return verifiedChannel(id, { snapshot, report, completeness }, pagesExpected, { input, context, workspace });
}

/** What the run has taken, as its file says it. */
async function keptByRun(pagesExpected: number, demo: Demo): Promise<DemoChannel> {
  const { workspace } = demo;
  const place = { cwd: workspace.dir, workspaceDir: workspace.dir };
  const { snapshots } = await listSnapshots(place, runChannel);
  const newest = snapshots[0]?.snapshot;
  const shown = newest === undefined ? undefined : await showSnapshot(newest.id, place, 0);
  const { crawl: report = null, completeness = null } = shown?.summary ?? {};
  if (newest === undefined || report === null || completeness === null) {
    throw new Error(`The run has kept no snapshot of ${runChannel} that says what is in it.`);
  }
  return verifiedChannel(runChannel, { snapshot: newest, report, completeness }, pagesExpected, demo);
}

async function verifiedChannel(
  id: string,
  taken: TakenSnapshot,
  pagesExpected: number,
  { context, workspace }: Demo,
): Promise<DemoChannel> {
  const title = workspace.config.channels.find((channel) => channel.id === id)?.title ?? id;
  const place = { cwd: workspace.dir, workspaceDir: workspace.dir };
  const [verified] = await verifySnapshots([taken.snapshot.id], place, context);
  if (!verified) throw new Error(`${taken.snapshot.id} was taken and is not in the ledger.`);
  return { id, title, ...taken, verified: verified.report, pagesExpected, isWalled: false };
}
