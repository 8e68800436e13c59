import type { ChangedPage, PageName, PagesComparison, TextHunk } from '../../model/comparison.ts';
import { compareLooks } from './compare-looks.ts';
import { Everywhere } from './everywhere.ts';
import { changedPlaces } from './word-diff.ts';

/** Places of one page's text that are told; the others are counted. */
const MOST_PLACES = 20;

/** A record that is kept of a page; equal digests mean equal bytes. */
export interface ComparableRecord {
  readonly digest: string;
  read(): Promise<Buffer | undefined>;
}

export interface ComparablePage extends PageName {
  readonly status: number | null;
  readonly view: ComparableRecord | undefined;
  readonly text: ComparableRecord | undefined;
}

/** What is asked of one of the two snapshots. */
export interface PagesSide {
  readonly pages: ReadonlyMap<string, ComparablePage>;
  readonly statuses: ReadonlyMap<string, number>;
}

export interface PagesInput {
  readonly before: PagesSide & { readonly notFound: ReadonlySet<string> };
  readonly after: PagesSide & {
    /** Addresses that answered "not found", and those whose page went on by itself. */
    readonly notFound: ReadonlySet<string>;
    readonly movedTo: ReadonlyMap<string, string>;
    /** True when a page that is not there was looked for and is linked no more; false when a gap or the scope may be why. */
    readonly sawAll: boolean;
  };
  /** False when something else than time parts the two: then nothing is gone, and nothing is back. */
  readonly isFair: boolean;
  readonly wantsText: boolean;
  readonly wantsLooks: boolean;
  readonly signal: AbortSignal;
  /** Where redirects of the later snapshot lead. */
  locations(urls: readonly string[]): Promise<ReadonlyMap<string, string>>;
  onPage(done: number, known: number, url: string): void;
  /** Hears the pictures of a page that looks different; absent when nobody shows them. */
  readonly onLook?: (url: string, pictures: ChangedPictures) => Promise<void>;
}

export interface ChangedPictures {
  readonly before: Buffer;
  readonly after: Buffer;
  readonly mask: Buffer | undefined;
}

type Fate = 'kept' | 'not-found' | 'no-longer-linked' | 'moved' | 'not-seen';

/** What became of the pages. Two pictures are in memory at a time, and of the texts only what changed. */
export async function comparePages(input: PagesInput): Promise<PagesComparison> {
  const { before, after } = input;
  const parted = partPages(input);
  const found = await compareKept(input, parted.kept);
  const to = await input.locations(parted.moved.map(({ url }) => url));
  const isThere = (page: ComparablePage | undefined) => page !== undefined && !isBad(page.status);
  const here = [...after.pages.values()].filter((page) => isThere(page) && !isRedirect(after.statuses.get(page.url)));
  const added = here.filter(({ url }) => !isThere(before.pages.get(url)));
  const wasGone = ({ url }: PageName) => input.isFair && wasNotFound(url, before);
  return {
    before: before.pages.size,
    after: after.pages.size,
    added: added.filter((page) => !wasGone(page)).map(nameOf),
    back: added.filter(wasGone).map(nameOf),
    gone: parted.gone,
    moved: parted.moved.map((page) => ({ ...page, to: after.movedTo.get(page.url) ?? to.get(page.url) ?? null })),
    notSeen: parted.notSeen,
    ...found,
  };
}

interface Parted {
  readonly kept: ComparablePage[];
  readonly moved: PageName[];
  readonly notSeen: PageName[];
  readonly gone: PagesComparison['gone'][number][];
}

function partPages(input: PagesInput): Parted {
  const parted: Parted = { kept: [], moved: [], notSeen: [], gone: [] };
  for (const page of input.before.pages.values()) {
    const status = input.after.statuses.get(page.url) ?? input.after.pages.get(page.url)?.status ?? null;
    const fate = fateOf(page, status, input);
    if (fate === 'kept') parted.kept.push(page);
    // What answered with an error was no page that could go.
    else if (isBad(page.status)) continue;
    else if (fate === 'moved') parted.moved.push(nameOf(page));
    else if (fate === 'not-seen') parted.notSeen.push(nameOf(page));
    else parted.gone.push({ ...nameOf(page), because: fate, status: fate === 'not-found' ? (status ?? 404) : null });
  }
  return parted;
}

function wasNotFound(url: string, { pages, statuses, notFound }: PagesInput['before']): boolean {
  return isGone(statuses.get(url) ?? pages.get(url)?.status ?? null, notFound.has(url));
}

function fateOf(page: ComparablePage, status: number | null, { before, after, isFair }: PagesInput): Fate {
  const { url } = page;
  // An address that led on already in the earlier snapshot has not moved since.
  const ledOn = isRedirect(before.statuses.get(url));
  if (after.movedTo.has(url) || (isRedirect(status) && !ledOn)) return 'moved';
  // To another viewer a site may say so of what is there.
  if (isGone(status, after.notFound.has(url)) && !isBad(page.status)) return isFair ? 'not-found' : 'not-seen';
  if (after.pages.has(url)) return 'kept';
  return status === null && isFair && after.sawAll ? 'no-longer-linked' : 'not-seen';
}

function isGone(status: number | null, isNotFound: boolean): boolean {
  return status === 404 || status === 410 || (status === null && isNotFound);
}

async function compareKept(input: PagesInput, kept: readonly ComparablePage[]) {
  const everywhere = new Everywhere();
  const uncompared = { text: 0, look: 0 };
  const compared: { page: ChangedPage; hunks: readonly TextHunk[] }[] = [];
  for (const [at, before] of kept.entries()) {
    input.signal.throwIfAborted();
    input.onPage(at, kept.length, before.url);
    const after = input.after.pages.get(before.url);
    if (after === undefined) continue;
    const hunks = input.wantsText ? await textChanges(before, after) : [];
    const look = input.wantsLooks ? await lookChange(input, before, after) : null;
    if (hunks !== undefined) everywhere.add(hunks);
    uncompared.text += hunks === undefined ? 1 : 0;
    uncompared.look += look === undefined ? 1 : 0;
    compared.push({ page: changeOf(before, after, look ?? null), hunks: hunks ?? [] });
  }
  return { ...withoutEverywhere(compared, everywhere), uncompared };
}

function changeOf(before: ComparablePage, after: ComparablePage, look: ChangedPage['look']): ChangedPage {
  return {
    ...nameOf(after),
    titleBefore: before.title === after.title ? null : before.title,
    statusBefore: before.status === after.status ? null : before.status,
    statusAfter: before.status === after.status ? null : after.status,
    text: [],
    moreText: 0,
    look,
  };
}

type Kept = Pick<PagesComparison, 'same' | 'changed' | 'everywhere' | 'onlyEverywhere'>;

function withoutEverywhere(
  compared: readonly { readonly page: ChangedPage; readonly hunks: readonly TextHunk[] }[],
  everywhere: Everywhere,
): Kept {
  const changed: ChangedPage[] = [];
  let onlyEverywhere = 0;
  for (const { page, hunks } of compared) {
    const own = hunks.filter((hunk) => !everywhere.has(hunk));
    const isOther = page.titleBefore !== null || page.statusBefore !== null || page.statusAfter !== null;
    // A line that changed on all pages is a strip of their pictures as well.
    const isLookOwn = page.look !== null && (own.length === hunks.length || page.look.kind !== 'band');
    if (own.length > 0 || isOther || isLookOwn) {
      changed.push({ ...page, text: own.slice(0, MOST_PLACES), moreText: Math.max(0, own.length - MOST_PLACES) });
    } else if (hunks.length > 0) onlyEverywhere += 1;
  }
  const same = compared.length - changed.length - onlyEverywhere;
  return { same, changed, everywhere: everywhere.list(), onlyEverywhere };
}

/** undefined when one of the two has no text. */
async function textChanges(before: ComparablePage, after: ComparablePage): Promise<readonly TextHunk[] | undefined> {
  if (before.text === undefined || after.text === undefined) return undefined;
  if (isEqual(before.text, after.text)) return [];
  const [a, b] = [await before.text.read(), await after.text.read()];
  if (a === undefined || b === undefined) return undefined;
  return changedPlaces(a.toString('utf8'), b.toString('utf8'));
}

async function lookChange(
  { onLook }: PagesInput,
  before: ComparablePage,
  after: ComparablePage,
): Promise<ChangedPage['look'] | undefined> {
  if (before.view === undefined || after.view === undefined) return undefined;
  if (isEqual(before.view, after.view)) return null;
  const [a, b] = [await before.view.read(), await after.view.read()];
  const compared = a && b && compareLooks(a, b, onLook !== undefined);
  if (!a || !b || compared === undefined) return undefined;
  if (compared.change !== null) await onLook?.(after.url, { before: a, after: b, mask: compared.mask });
  return compared.change;
}

function isEqual(a: ComparableRecord, b: ComparableRecord): boolean {
  return a.digest !== '' && a.digest === b.digest;
}

function nameOf({ url, title }: PageName): PageName {
  return { url, title };
}

function isBad(status: number | null | undefined): boolean {
  return status != null && status >= 400;
}

function isRedirect(status: number | null | undefined): boolean {
  return status != null && status >= 300 && status < 400 && status !== 304;
}
