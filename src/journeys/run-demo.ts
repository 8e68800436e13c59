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
import { initWorkspace } from './init-workspace.ts';
import { planSnapshot } from './plan-snapshot.ts';
import { takeSnapshot } from './take-snapshot.ts';
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
}

const brandName = 'Brandt & Söhne';

/** The same ports each time, so that the addresses in lastpost.yaml stay true from one demo to the next. */
const usualPorts = { blog: 8401, social: 8402, embed: 8403, fediverse: 8404, x: 8405 };

/**
 * The main job, for real, on the bundled brand: serves its blog, its social page and its accounts in the fediverse and on X on loopback, makes
 * a workspace, snapshots all four channels, counts their posts, verifies them, and holds X's official export against its page.
 * @throws KnownError `demo.not-a-demo` when the folder is somebody's own workspace, and those of `takeSnapshot`
 */
export async function runDemo(input: DemoInput, context: JourneyContext): Promise<DemoResult> {
  const brand = await serveBrand();
  try {
    const workspace = await demoWorkspace(input.dir, brand);
    const channels = [
      await keepChannel('blog', brand.expected.blog.pageUrls.length, { input, context, workspace }),
      await keepChannel('social', brand.expected.social.pageUrls.length, { input, context, workspace }),
      await keepChannel('fediverse', brand.expected.fediverse.pageUrls.length, { input, context, workspace }),
      { ...(await keepChannel('x', brand.expected.x.pageUrls.length, { input, context, workspace })), isWalled: true },
    ];
    const officialExport = await importDemoExport(brand, workspace, context);
    return { workspaceDir: workspace.dir, brandName, channels, officialExport };
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

interface DemoRun {
  readonly input: DemoInput;
  readonly context: JourneyContext;
  readonly workspace: Workspace;
}

async function keepChannel(
  id: string,
  pagesExpected: number,
  { input, context, workspace }: DemoRun,
): Promise<DemoChannel> {
  context.signal.throwIfAborted();
  const title = workspace.config.channels.find((channel) => channel.id === id)?.title ?? id;
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
  const [verified] = await verifySnapshots([snapshot.id], place, context);
  if (!verified) throw new Error(`${snapshot.id} was taken and is not in the ledger.`);
  return { id, title, snapshot, report, completeness, verified: verified.report, pagesExpected, isWalled: false };
}
