import { dirname } from 'node:path';
import { shortId } from '../base/ids.ts';
import { KnownError } from '../base/known-error.ts';
import type { CrawlStore } from '../model/crawl-store.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { TakeSnapshotInput } from '../model/take-snapshot-input.ts';
import { openCrawlStore } from '../storage/sqlite-crawl-store.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import {
  findWorkFolders,
  makeWorkFolder,
  removeParts,
  removeWorkFolder,
  type WorkFolder,
  workKey,
} from '../workspace/work-folder.ts';

/** A snapshot in the making, held by this process alone. */
export interface SnapshotWork {
  readonly folder: WorkFolder;
  readonly store: CrawlStore;
  /** False when an earlier process began it. */
  readonly isNew: boolean;
}

/**
 * Finds the unfinished snapshot that the same command began, or begins a new one.
 * @param chooseFile called only for a new one
 * @throws KnownError `snapshot.in-use`, `snapshot.nothing-unfinished`, and what `chooseFile` throws
 */
export async function openWork(
  input: TakeSnapshotInput,
  workspace: Workspace | undefined,
  context: JourneyContext,
  chooseFile: () => Promise<string>,
): Promise<SnapshotWork> {
  const parent = workParent(input, workspace);
  const key = keyOf(input);
  const known = await findWorkFolders(parent);
  const same = known.filter(({ record }) => record.key === key);
  if (input.unfinished === 'fresh') await throwAway(same);
  const folder = input.unfinished === 'fresh' ? undefined : same.at(-1);
  if (folder) return goOn(folder, context);
  if (input.unfinished === 'resume') throw nothingUnfinished(input, known);
  const file = await chooseFile();
  const record = {
    id: shortId(),
    key,
    url: input.url,
    channel: input.channel ?? null,
    file,
    startedAt: context.clock.now().toISOString(),
  };
  const made = await makeWorkFolder(parent, workspace === undefined, record);
  return { folder: made, store: await openCrawlStore(made.store), isNew: true };
}

/** Where snapshots grow: in the workspace where there is one; else beside the target, on the same disk. */
function workParent({ out }: TakeSnapshotInput, workspace: Workspace | undefined): string {
  return workspace ? workspace.paths.internal : dirname(out ?? '.');
}

/** What makes it the same command; how long, how fast and how far it goes may be changed when it is given again. */
function keyOf(input: TakeSnapshotInput): string {
  const { scope, viewport, politeness, sitemaps, secretParameters } = input.plan;
  const { include, exclude, ...place } = scope;
  return workKey({
    url: input.url,
    target: input.channel ?? (input.isNamedByUs ? dirname(input.out ?? '') : (input.out ?? '')),
    scope: { ...place, include: include.map(String), exclude: exclude.map(String) },
    viewport,
    robots: politeness.robots,
    userAgent: politeness.userAgent,
    sitemaps,
    secretParameters,
    publicOnly: input.plan.publicOnly,
    browser: { ...input.plan.browser, proxy: undefined },
    behaviours: input.plan.behaviours?.map(({ sha256 }) => sha256),
    login: input.cookiesFile ?? input.keptLogin ?? false,
    place: input.place,
    comments: input.comments,
  });
}

async function goOn(folder: WorkFolder, context: JourneyContext): Promise<SnapshotWork> {
  const store = await openCrawlStore(folder.store);
  try {
    await removeParts(folder);
    const stored = await store.load();
    const pages = stored?.addresses.filter(({ state }) => state === 'page').length ?? 0;
    const toGo = stored?.addresses.filter(({ state }) => state === 'waiting').length ?? 0;
    const began = folder.record.startedAt.slice(0, 16).replace('T', ' ');
    context.note?.(`Going on with the snapshot begun ${began} UTC: ${pages} pages done, ${toGo} known to go.`);
    return { folder, store, isNew: false };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function throwAway(folders: readonly WorkFolder[]): Promise<void> {
  for (const folder of folders) {
    // Opening it alone makes sure that nobody is at work in it.
    const store = await openCrawlStore(folder.store).catch((error: unknown) => {
      if (error instanceof KnownError && error.code === 'snapshot.unfinished-damaged') return undefined;
      throw error;
    });
    await store?.close();
    await removeParts(folder);
    await removeWorkFolder(folder);
  }
}

function nothingUnfinished({ url }: TakeSnapshotInput, known: readonly WorkFolder[]): KnownError {
  const alike = known.filter(({ record }) => record.url === url);
  const hint =
    alike.length > 0
      ? `There is one of the same address with other settings, begun ${alike[0]?.record.startedAt}: give the command as it was given then.`
      : 'Leave --resume out to begin one.';
  return new KnownError('snapshot.nothing-unfinished', `There is no unfinished snapshot of ${url} to go on with.`, {
    hint,
    exitCode: 2,
  });
}
