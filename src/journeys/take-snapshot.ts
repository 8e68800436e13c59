import { rm } from 'node:fs/promises';
import type { EarlierArchive } from '../archive/earlier-archive.ts';
import type { PagesOfArchive } from '../archive/earlier-pages.ts';
import { signerFromPem } from '../archive/signing-key.ts';
import type { ContentMark } from '../archive/snapshot-content.ts';
import { type KeepMark, type SealedFile, SnapshotWriter } from '../archive/snapshot-writer.ts';
import { verifyWacz } from '../archive/verify-wacz.ts';
import { isoTime } from '../base/clock.ts';
import { randomIds } from '../base/ids.ts';
import { KnownError } from '../base/known-error.ts';
import { softwareName } from '../base/software.ts';
import { crawl } from '../crawl/crawl.ts';
import { type FoundChromium, findChromium } from '../crawl/find-chromium.ts';
import type { ChannelPlace } from '../model/channel.ts';
import type { CompletenessReport } from '../model/completeness.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { UnchangedPage } from '../model/page.ts';
import type { Signer } from '../model/signer.ts';
import type { CrawlReport, Snapshot } from '../model/snapshot.ts';
import type { TakeSnapshotInput } from '../model/take-snapshot-input.ts';
import { type Ledger, openLedger } from '../storage/ledger.ts';
import { openWorkspace, type Workspace } from '../workspace/open-workspace.ts';
import { readSigningKeyPem } from '../workspace/signing-key-file.ts';
import { removeWorkFolder, type WorkFolder } from '../workspace/work-folder.ts';
import { openBase, pagesToReuse } from './base-snapshot.ts';
import { chooseFile } from './choose-file.ts';
import { collectChannel, completeChannel } from './collect-channel.ts';
import { describeBrowser } from './describe-browser.ts';
import { type EnteredPosts, enterSnapshot } from './enter-snapshot.ts';
import { holdChannel } from './hold-channel.ts';
import { keepPosts } from './keep-posts.ts';
import { openSession } from './open-session.ts';
import { type Reports, sealedBefore, sealWork } from './seal-work.ts';
import { openWork, type SnapshotWork } from './snapshot-work.ts';
import { keepSnapshot } from './vault/keep-snapshot.ts';

export interface TakenSnapshot {
  readonly snapshot: Snapshot;
  readonly report: CrawlReport;
  /** What the platform says there is, what the snapshot holds, and what is missing. */
  readonly completeness: CompletenessReport;
}

/** The same, with what it brought into the ledger; null without a workspace. */
export interface EnteredSnapshot extends TakenSnapshot {
  readonly entered: EnteredPosts | null;
}

/**
 * From an address to a verified snapshot: walks through the account's lists, crawls, reads the posts out of what was
 * archived, seals the WACZ, reads it back, and notes it in the ledger.
 * When the signal fires it stops crawling, and seals what there is as a partial snapshot. What a killed process left
 * unfinished is gone on with.
 * @throws KnownError `snapshot.exists`, `snapshot.no-folder`, `snapshot.cannot-write`, `snapshot.disk-full`,
 * `snapshot.not-verified`, `snapshot.in-use`, `snapshot.channel-busy`, `snapshot.nothing-unfinished`,
 * `snapshot.unfinished-damaged`, `capture.*` when not one page could be captured, `browser.*`, `vault.*` with the sealed file
 * kept, and those of workspace and ledger
 */
export async function takeSnapshot(input: TakeSnapshotInput, context: JourneyContext): Promise<EnteredSnapshot> {
  return holdChannel(input, context, (held) => take(input, held));
}

async function take(input: TakeSnapshotInput, context: JourneyContext): Promise<EnteredSnapshot> {
  const office = await openOffice(input.workspaceDir);
  try {
    const chromium = await findChromium(input.browserPath);
    const work = await openWork(input, office?.workspace, context, () =>
      chooseFile(input, office?.workspace, context.clock.now()),
    );
    const taken = await finishWork({ input, context, office, chromium, work });
    const { channel } = taken.snapshot;
    if (office && channel !== null && input.out === undefined) {
      // Ctrl-C ends the crawl. What was sealed is brought in all the same; whoever presses it again stops that as well.
      const unstopped = { ...context, signal: new AbortController().signal };
      const kept = await keepSnapshot(office, { ...taken.snapshot, channel }, taken.completeness, unstopped);
      return { ...taken, ...kept };
    }
    const entered = office ? await enterSnapshot(office, taken.snapshot, taken.completeness) : null;
    // Whoever is killed before this line enters both again: nothing is lost, and nothing is there twice.
    await removeWorkFolder(work.folder);
    return { ...taken, entered };
  } finally {
    await office?.ledger.close();
  }
}

/** The workspace with its ledger and key: opened before the crawl, so that none of them can be missing after it. */
interface Office {
  readonly workspace: Workspace;
  readonly ledger: Ledger;
  readonly signer: Signer;
}

async function openOffice(dir: string | undefined): Promise<Office | undefined> {
  if (dir === undefined) return undefined;
  const workspace = await openWorkspace(dir);
  const signer = signerFromPem(await readSigningKeyPem(workspace.paths));
  const ledger = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
  return { workspace, ledger, signer };
}

interface Capture {
  readonly input: TakeSnapshotInput;
  readonly context: JourneyContext;
  readonly office: Office | undefined;
  readonly chromium: FoundChromium;
  readonly work: SnapshotWork;
}

/** Crawls, seals and reads back. When that fails the work stays, to be gone on with, unless it holds no page. */
async function finishWork(capture: Capture): Promise<TakenSnapshot> {
  const { input, context, work } = capture;
  let isUseless = false;
  let writer: SnapshotWriter | undefined;
  let earlier: EarlierArchive | undefined;
  try {
    const before = await sealedBefore(work.folder);
    if (before) return taken(input, work.folder, before);
    const stored = await work.store.load();
    earlier = await baseOf(capture);
    writer = await openWriter(capture, stored?.archive, earlier);
    const report = await crawlInto(writer, capture, pagesToReuse(earlier, input.reuseMs, work.folder.record.startedAt));
    refuseLoggedOut(report);
    const { sealed, completeness } = await seal(writer, report, capture);
    await readBack(sealed.file, context);
    return taken(input, work.folder, { sealed, report, completeness });
  } catch (error) {
    const stored = await work.store.load().catch(() => undefined);
    isUseless = !stored?.addresses.some(({ state }) => state === 'page');
    throw error;
  } finally {
    await writer?.leave();
    await earlier?.close();
    await work.store.close();
    if (isUseless) await removeWorkFolder(work.folder);
  }
}

async function crawlInto(
  writer: SnapshotWriter,
  { input, context, chromium, office, work }: Capture,
  pages: PagesOfArchive | undefined,
): Promise<CrawlReport> {
  const opened = await openSession(input, office?.workspace.paths, chromium.path, context);
  const place = placeOf(input);
  return crawl({
    ...context,
    plan: { ...input.plan, seeds: [input.url] },
    chromium,
    headed: input.headed,
    spoolFolder: work.folder.spool,
    ids: randomIds,
    store: work.store,
    ...opened,
    // Who asks for one page gets one page.
    ...((input.isAccount ?? input.plan.scope.kind !== 'page') ? { collect: collectChannel(place) } : {}),
    earlier: pages,
    complete: completeChannel(place, () => writer.archived(), work.folder.dir),
    sink: {
      exchange: (exchange) => writer.addExchange(exchange),
      page: (page, keep) => writer.addPage(page, keep),
      ...(pages && { unchanged: (page: UnchangedPage, keep: KeepMark) => writer.addUnchangedPage(page, pages, keep) }),
      settle: (keep) => writer.settle(keep),
    },
  });
}

async function seal(
  writer: SnapshotWriter,
  report: CrawlReport,
  { input, context, office, work: { folder } }: Capture,
): Promise<{ sealed: SealedFile; completeness: CompletenessReport }> {
  const front = (await writer.frontPage(input.url)) ?? refuseNothing(input, report);
  const { comments = 'keep', channel = null } = input;
  const now = context.clock.now();
  const completeness = await keepPosts({
    writer,
    place: placeOf(input),
    channel,
    report,
    folder: folder.dir,
    comments,
    now,
  });
  await writer.addReport('crawl', report);
  await writer.addReport('gaps', report.gaps);
  const sealed = await sealWork(
    writer,
    folder,
    { report, completeness },
    {
      file: folder.record.file,
      force: input.force,
      title: input.title ?? (front.title || front.url),
      description: describe(input.url, report),
      mainPageUrl: front.url,
      mainPageDate: front.at,
      onProgress: context.onProgress,
      ...(office ? { signer: office.signer } : {}),
    },
  );
  return { sealed, completeness };
}

/** A file of its own that somebody asked for is made of nothing but itself. */
async function baseOf({ input: { url, channel, out }, office }: Capture): Promise<EarlierArchive | undefined> {
  if (office === undefined || channel === undefined || out !== undefined) return undefined;
  return openBase(office.workspace, office.ledger.snapshots, { channel, url });
}

async function openWriter(
  { input, context, chromium, work }: Capture,
  mark: unknown,
  earlier: EarlierArchive | undefined,
): Promise<SnapshotWriter> {
  const { content } = work.folder;
  const options = {
    workDir: content,
    software: softwareName(),
    warcinfo: {
      description: `Snapshot of ${input.url}`,
      robots: input.plan.politeness.robots,
      ...describeBrowser(input.plan, chromium),
    },
    clock: context.clock,
    ids: randomIds,
    earlier,
  };
  if (mark) return SnapshotWriter.reopen(options, mark as ContentMark);
  // An earlier process was killed before anything of it was safe.
  await rm(content, { recursive: true, force: true });
  return SnapshotWriter.open(options);
}

function placeOf({ place, url }: TakeSnapshotInput): ChannelPlace {
  return place ?? { platform: 'website', handle: undefined, url };
}

/** Sealed like this it would be a snapshot of what strangers see; it waits for the person instead. */
function refuseLoggedOut({ gaps }: CrawlReport): void {
  const gap = gaps.find(({ reason }) => reason === 'logged-out');
  if (!gap) return;
  throw new KnownError('capture.logged-out', gap.message, { hint: gap.hint, exitCode: 75 });
}

/** A snapshot without a page is no snapshot: the reason of the first address is the error. */
function refuseNothing(input: TakeSnapshotInput, report: CrawlReport): never {
  const gap = report.gaps.find(({ url }) => url === input.url) ?? report.gaps[0];
  if (gap) {
    const noPage = 'Begin with a web page, such as the one that links to it; nothing was kept of this file.';
    throw new KnownError(`capture.${gap.reason}`, gap.message, { hint: gap.reason === 'not-html' ? noPage : gap.hint });
  }
  const answer = report.notFound.length > 0 ? 'answered "not found"' : 'gave no page';
  throw new KnownError('capture.nothing', `${input.url} ${answer}, so there is nothing to keep.`, {
    hint: 'Open the address in a browser and check its spelling.',
  });
}

function describe(url: string, report: CrawlReport): string {
  const missing = report.gaps.length === 0 ? 'no gaps' : `${report.gaps.length} gaps, see reports/gaps.json`;
  return `${report.pages} pages of ${url}, ${report.state}, ${missing}. robots.txt ${report.robots}.`;
}

/** What was just written is read back whole, because somebody will delete the original on the strength of it. */
async function readBack(file: string, { onProgress }: JourneyContext): Promise<void> {
  const { ok, problems } = await verifyWacz(file, { onProgress });
  if (ok) return;
  const [first] = problems;
  throw new KnownError('snapshot.not-verified', `${file} was written but does not verify: ${first?.message ?? ''}`, {
    hint: `Do not rely on it. See all ${problems.length} problems with "lastpost snapshot verify", check the disk, and take it again.`,
  });
}

function taken(
  input: TakeSnapshotInput,
  { record }: WorkFolder,
  { report, completeness, sealed }: Reports & { readonly sealed: SealedFile },
): TakenSnapshot {
  const snapshot: Snapshot = {
    id: record.id,
    channel: input.channel ?? null,
    url: input.url,
    file: sealed.file,
    state: lacksPosts(completeness) ? 'partial' : report.state,
    pages: report.pages,
    gaps: report.gaps.reduce((sum, gap) => sum + (gap.count ?? 1), 0),
    bytes: sealed.bytes,
    sha256: sealed.sha256,
    signed: sealed.signed,
    startedAt: report.startedAt,
    finishedAt: isoTime(new Date(report.finishedAt)),
  };
  return { snapshot, report, completeness };
}

/** Every page may be there while posts that the platform knows of are on none of them. */
function lacksPosts({ verdict, missing, unreadable }: CompletenessReport): boolean {
  return verdict === 'incomplete' || (missing ?? 0) > 0 || unreadable.length > 0;
}
