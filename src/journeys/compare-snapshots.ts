import { basename } from 'node:path';
import { openWaczResponses } from '../archive/archived-responses.ts';
import { indexResponses } from '../archive/response-index.ts';
import { readNumberedLines } from '../archive/wacz-numbered-lines.ts';
import { openSnapshotSide, type SnapshotSide } from '../archive/wacz-read-sides.ts';
import { KnownError } from '../base/known-error.ts';
import {
  type ComparedSide,
  type Comparison,
  type ComparisonPart,
  comparisonParts,
  countsOf,
  type Unfairness,
} from '../model/comparison.ts';
import { gapsOf, isOtherView, unfairnessOf } from '../model/fairness.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { CrawlReport } from '../model/snapshot.ts';
import { readPost } from '../posts/read-post.ts';
import { compareLinks, type LinksSide } from '../replay/compare/compare-links.ts';
import { type ChangedPictures, comparePages } from '../replay/compare/compare-pages.ts';
import { comparePosts, type PostLines } from '../replay/compare/compare-posts.ts';
import { hrefsOf } from '../replay/compare/hrefs-of.ts';
import type { WorkspacePlace } from '../workspace/open-workspace.ts';
import { goneWhenTaken } from './gone-when-taken.ts';
import { type ShownSnapshot, showSnapshot } from './show-snapshot.ts';

export interface CompareInput {
  /** Paths or ids. */
  readonly before: string;
  readonly after: string;
  /** All of them when absent. */
  readonly parts?: readonly ComparisonPart[];
  /** Compare two channels all the same. */
  readonly force?: boolean;
  readonly onLook?: (url: string, pictures: ChangedPictures) => Promise<void>;
}

interface Opened {
  readonly shown: ShownSnapshot;
  readonly side: SnapshotSide;
}

const POSTS_AT_ONCE = 500;

/**
 * Tells what changed from one snapshot to another. Reads both files and changes neither; safe to call again.
 * @throws KnownError `compare.other-channel`, `compare.same-file`, those of `showSnapshot`, and the signal's reason
 */
export async function compareSnapshots(
  input: CompareInput,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<Comparison> {
  const before = await showSnapshot(input.before, place, 1);
  const after = await showSnapshot(input.after, place, 1);
  if (before.file === after.file) throw sameFile(before.file);
  const unfair = unfairnessOf(
    { side: describe(before), crawl: before.summary.crawl },
    { side: describe(after), crawl: after.summary.crawl },
  );
  const other = unfair.find(({ kind }) => kind === 'other-channel');
  if (other?.kind === 'other-channel' && !input.force) throw otherChannel(other.before, other.after);
  const left = await openSnapshotSide(before.file);
  try {
    const right = await openSnapshotSide(after.file);
    try {
      const sides = { before: { shown: before, side: left }, after: { shown: after, side: right } };
      const parts = await compareParts(input, sides, unfair, place, context);
      return { before: describe(before), after: describe(after), unfair, ...parts, counts: countsOf(parts) };
    } finally {
      await right.close();
    }
  } finally {
    await left.close();
  }
}

interface Sides {
  readonly before: Opened;
  readonly after: Opened;
}

async function compareParts(
  input: CompareInput,
  sides: Sides,
  unfair: readonly Unfairness[],
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<Pick<Comparison, 'posts' | 'pages' | 'links'>> {
  const wanted = new Set(input.parts ?? comparisonParts);
  const isFair = !isOtherView(unfair);
  const posts = wanted.has('posts') ? await postsOf(sides, isFair, place, context) : null;
  const isPages = wanted.has('pages') || wanted.has('looks');
  const pages = isPages ? await pagesOf(input, sides, wanted, unfair, context) : null;
  const links = wanted.has('links')
    ? await compareLinks(linksOf(sides.before, false), linksOf(sides.after, true), context.signal)
    : null;
  return { posts, pages, links };
}

async function postsOf(
  { before, after }: Sides,
  isFair: boolean,
  place: WorkspacePlace,
  { signal, onProgress }: JourneyContext,
) {
  // What neither file tells the ledger may: that the post was seen to be gone by a snapshot before both.
  const gone = await goneWhenTaken(place, before.shown.snapshot);
  const sight = {
    wasGone: (id: string) => gone.has(id),
    beforeTakenAt: takenAt(before.shown),
    before: before.shown.summary.completeness,
    after: after.shown.summary.completeness,
    isFair,
    isWhole: after.shown.summary.crawl?.state === 'complete',
    statusBefore: (url: string) => before.side.statuses.get(url),
    statusAfter: (url: string) => after.side.statuses.get(url),
  };
  return comparePosts(postLines(before.shown.file), postLines(after.shown.file), sight, (postsDone) => {
    signal.throwIfAborted();
    if (postsDone % POSTS_AT_ONCE === 0) onProgress({ phase: 'compare posts', postsDone });
  });
}

async function* postLines(file: string): PostLines {
  for await (const { text } of readNumberedLines(file, 'posts/posts.jsonl')) {
    yield text === undefined ? undefined : readPost(text);
  }
}

function pagesOf(
  input: CompareInput,
  { before, after }: Sides,
  wanted: ReadonlySet<ComparisonPart>,
  unfair: readonly Unfairness[],
  { signal, onProgress }: JourneyContext,
) {
  const { crawl } = after.shown.summary;
  const earlier = before.shown.summary.crawl;
  const isNarrower = unfair.some(({ kind }) => kind === 'narrower-scope');
  return comparePages({
    before: { ...before.side, notFound: new Set(earlier?.notFound ?? []) },
    after: {
      pages: after.side.pages,
      statuses: after.side.statuses,
      notFound: new Set(crawl?.notFound ?? []),
      movedTo: new Map(crawl?.movedByScript?.map(({ from, to }) => [from, to])),
      sawAll: !isNarrower && sawAll(earlier, crawl),
    },
    isFair: !isOtherView(unfair),
    wantsText: wanted.has('pages'),
    wantsLooks: wanted.has('looks'),
    signal,
    locations: (urls) => locationsOf(after.shown.file, urls),
    onPage: (pagesDone, pagesKnown, current) => onProgress({ phase: 'compare', pagesDone, pagesKnown, current }),
    ...(input.onLook === undefined ? {} : { onLook: input.onLook }),
  });
}

/**
 * True when what is not there was looked for: nothing broke off, and no rule left something out that left nothing out before.
 * An older snapshot does not tell its scope; that a narrower one was at work shows in such a rule.
 */
function sawAll(before: CrawlReport | null, after: CrawlReport | null): boolean {
  if (before === null || after?.state !== 'complete' || after.gaps.length > 0) return false;
  return Object.keys(after.leftOut ?? {}).every((rule) => (before.leftOut?.[rule] ?? 0) > 0);
}

/** Reads only the heads of the redirects that are asked for. */
async function locationsOf(file: string, urls: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (urls.length === 0) return found;
  const wanted = new Set(urls);
  const responses = await openWaczResponses(file);
  try {
    for await (const head of responses.heads()) {
      if (!wanted.has(head.url) || head.status < 300 || head.status >= 400) continue;
      const { headers } = await responses.open(head);
      const to = headers.find(([name]) => name === 'location')?.[1];
      if (to !== undefined && URL.canParse(to, head.url)) found.set(head.url, new URL(to, head.url).href);
    }
  } finally {
    await responses.close();
  }
  return found;
}

/** @param reads whether the links of a page that its record does not name are read out of its HTML */
function linksOf({ shown, side }: Opened, reads: boolean): LinksSide {
  const notFound = new Set(shown.summary.crawl?.notFound ?? []);
  return { statuses: side.statuses, notFound, parts: () => partsOf(shown.file, side, reads) };
}

async function* partsOf(file: string, side: SnapshotSide, reads: boolean) {
  const hrefs = reads ? new ArchivedHrefs(file) : undefined;
  try {
    for (const page of side.pages.values()) {
      const parts = await side.parts(page);
      const links = parts?.links ?? (await hrefs?.of(page.url)) ?? [];
      yield { url: page.url, resources: parts?.resources ?? [], links };
    }
  } finally {
    await hrefs?.close();
  }
}

/** Links out of archived HTML. The index is read when the first is asked for. */
class ArchivedHrefs {
  readonly #file: string;
  #opened: Promise<{ readonly index: Awaited<ReturnType<typeof indexResponses>>; close(): Promise<void> }> | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** [] where there is no HTML that can be read: what is damaged is for `verify` to tell. */
  async of(url: string): Promise<readonly string[]> {
    this.#opened ??= openIndex(this.#file);
    const { index } = await this.#opened;
    const head = index.good(url);
    const whole = head && index.withBody(head);
    if (whole === undefined || !/html/i.test(whole.mime)) return [];
    try {
      return hrefsOf((await (await index.open(whole)).text()) ?? '', url);
    } catch {
      return [];
    }
  }

  async close(): Promise<void> {
    await (await this.#opened)?.close();
  }
}

async function openIndex(file: string) {
  const responses = await openWaczResponses(file);
  return { index: await indexResponses(responses), close: () => responses.close() };
}

function takenAt({ snapshot, summary }: ShownSnapshot): string | null {
  return snapshot?.startedAt ?? summary.crawl?.startedAt ?? summary.mainPageDate ?? summary.created;
}

function describe(shown: ShownSnapshot): ComparedSide {
  const { file, snapshot, summary } = shown;
  const { crawl, completeness, mainPageUrl, title, pageCount } = summary;
  return {
    file,
    id: snapshot?.id ?? null,
    channel: snapshot?.channel ?? completeness?.channel ?? null,
    url: snapshot?.url ?? mainPageUrl,
    title: title ?? basename(file),
    takenAt: takenAt(shown),
    state: crawl?.state ?? 'unknown',
    pages: pageCount,
    gaps: gapsOf(crawl?.gaps ?? []),
  };
}

function otherChannel(before: string, after: string): KnownError {
  return new KnownError('compare.other-channel', `The snapshots are of two channels: ${before} and ${after}.`, {
    hint: 'Choose two of the same channel, or compare them all the same with --force.',
    exitCode: 2,
  });
}

function sameFile(file: string): KnownError {
  return new KnownError('compare.same-file', `Both names are of the same snapshot: ${file}`, {
    hint: 'Name two snapshots; see what there is with: lastpost snapshot list',
    exitCode: 2,
  });
}
