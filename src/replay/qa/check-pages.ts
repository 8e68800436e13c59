import {
  type CapturedLook,
  isUnderTheLine,
  type QaLimits,
  type QaPage,
  type QaTarget,
  qaVerdicts,
  type ReplayedLook,
  type ReplayTab,
  type ScreenSize,
} from '../../model/qa.ts';
import { AskedBefore } from './asked-before.ts';
import { comparePictures, pngSize } from './compare-pictures.ts';
import { firstDifference, textSimilarity } from './compare-texts.ts';
import { brokenPage, countResources, expectedResources, judgePage } from './judge-page.ts';

/** The pictures of one page, for the report. */
export interface PagePictures {
  readonly captured: Buffer | undefined;
  readonly replayed: Buffer | undefined;
  /** Absent when nothing differs. */
  readonly difference: Buffer | undefined;
}

/** One page, looked at. */
export interface CheckedPage {
  readonly page: QaPage;
  readonly pictures: PagePictures;
  /** Where the texts part, when they do. */
  readonly textDifference: { readonly captured: string; readonly replayed: string } | undefined;
  /** True when the snapshot kept a list of the page's parts. */
  readonly hadResources: boolean;
}

export interface CheckOptions {
  readonly targets: readonly QaTarget[];
  readonly look: (url: string) => Promise<CapturedLook>;
  readonly mayBeMissing: (url: string) => boolean;
  readonly openTab: () => Promise<ReplayTab>;
  /** Tabs at once. */
  readonly workers: number;
  readonly limits: QaLimits;
  /** The size of the screen for pages that no picture was kept of. */
  readonly screen: ScreenSize;
  readonly wantsDifference: boolean;
  readonly signal: AbortSignal;
  /** A page is about to be looked at. */
  readonly onBegin: (target: QaTarget) => void;
  /** A page has been looked at; its pictures are given up when this has resolved. */
  readonly onPage: (checked: CheckedPage, place: number) => Promise<void>;
}

/**
 * Shows each page in replay and holds it against what was captured, a few at a time. When the signal fires, pages that
 * are not done are left out and it returns as usual.
 */
export async function checkPages(options: CheckOptions): Promise<void> {
  const waiting = options.targets.map((target, place) => ({ target, place })).reverse();
  const before = new AskedBefore();
  const work = async () => {
    const tabs = new OneTab(options.openTab);
    try {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (options.signal.aborted) return;
        options.onBegin(next.target);
        const checked = await unlessStopped(checkTwice(next.target, tabs, before, options), options.signal);
        if (checked === undefined) return;
        await options.onPage(checked, next.place);
      }
    } finally {
      await tabs.close();
    }
  };
  const count = Math.max(1, Math.min(options.workers, options.targets.length));
  await Promise.all(Array.from({ length: count }, work));
}

/** The tab of one worker, opened when it is needed and anew when it has been given up. */
class OneTab {
  readonly #open: () => Promise<ReplayTab>;
  #tab: ReplayTab | undefined;

  constructor(open: () => Promise<ReplayTab>) {
    this.#open = open;
  }

  async get(): Promise<ReplayTab> {
    this.#tab ??= await this.#open();
    return this.#tab;
  }

  async close(): Promise<void> {
    const tab = this.#tab;
    this.#tab = undefined;
    await tab?.close();
  }
}

/** What does not look right is looked at once more: a busy computer, or a page that moves, is no damage. */
async function checkTwice(
  target: QaTarget,
  tabs: OneTab,
  before: AskedBefore,
  options: CheckOptions,
): Promise<CheckedPage> {
  const first = await checkPage(target, tabs, before, options);
  if (!isUnderTheLine(first.page.verdict) || options.signal.aborted) return first;
  // A page that would not be shown may have broken its tab.
  if (first.page.verdict === 'broken') await tabs.close();
  const second = await checkPage(target, tabs, before, options);
  return qaVerdicts.indexOf(second.page.verdict) >= qaVerdicts.indexOf(first.page.verdict) ? second : first;
}

async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  let stop = () => undefined as undefined;
  // One for each page: a promise that lives as long as the check would keep every page's pictures alive.
  const stopped = new Promise<undefined>((resolve) => {
    stop = () => void resolve(undefined);
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
    // What comes of it afterwards is nobody's concern: the tab is being closed under it.
    work.catch(() => undefined);
  }
}

async function checkPage(
  target: QaTarget,
  tabs: OneTab,
  before: AskedBefore,
  options: CheckOptions,
): Promise<CheckedPage> {
  const captured = await options.look(target.url);
  const { picture: kept } = captured;
  const hadResources = captured.resources !== null;
  // A browser that opens no tab any more is no finding about a page: that ends the check.
  const tab = await tabs.get();
  let replayed: ReplayedLook;
  let asked: ReadonlyMap<string, number>;
  try {
    replayed = await tab.show(target, screenOf(kept, options));
    asked = await before.statuses(expectedResources(captured.resources), (urls) => tab.ask(urls));
  } catch (error) {
    const words = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const page = brokenPage(target, words);
    const pictures = { captured: kept ?? undefined, replayed: undefined, difference: undefined };
    return { page, pictures, textDifference: undefined, hadResources };
  }
  const comparison = kept === null ? undefined : compared(kept, replayed.picture, options.wantsDifference);
  const resources = countResources(captured, replayed.answers, asked, options.mayBeMissing);
  const picture = comparison?.score ?? null;
  const text = captured.text === null ? null : textSimilarity(captured.text, replayed.text);
  return {
    page: judgePage({ target, captured, replayed, picture, text, resources }, options.limits),
    pictures: { captured: kept ?? undefined, replayed: replayed.picture, difference: comparison?.difference },
    textDifference: text === null || text === 1 ? undefined : firstDifference(captured.text ?? '', replayed.text),
    hadResources,
  };
}

/** Undefined when the kept picture is damaged: there is nothing to compare with then. */
function compared(kept: Buffer, replayed: Buffer, wantsDifference: boolean) {
  try {
    return comparePictures(kept, replayed, wantsDifference);
  } catch {
    return undefined;
  }
}

/** The replay's screen is made as large as the one that was captured, so that lines break where they did. */
function screenOf(picture: Buffer | null, { screen }: CheckOptions): ScreenSize {
  if (picture === null || picture.length < 24) return screen;
  const size = pngSize(picture);
  const isSane = size.width >= 100 && size.height >= 100 && size.width <= 8000 && size.height <= 8000;
  return isSane ? size : screen;
}
