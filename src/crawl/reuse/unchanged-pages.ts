import pLimit from 'p-limit';
import type { BrowserReport } from '../../model/browser-settings.ts';
import type { CrawlPlan } from '../../model/crawl-plan.ts';
import type { EarlierPage, EarlierPages } from '../../model/earlier-pages.ts';
import type { CrawlSession } from '../../model/session.ts';
import type { CaptureContext } from '../capture/capture-context.ts';
import type { DirectDownloads } from '../capture/direct-download.ts';
import { answersAsBefore, type Wanted } from './answers-as-before.ts';

/** Requests of one page at the same time, as a browser would make them. */
const AT_ONCE = 4;

/** Finds pages that are what they were, by asking for everything that they were made of. Each address is asked for once. */
export class UnchangedPages {
  readonly #earlier: EarlierPages;
  readonly #downloads: DirectDownloads;
  readonly #context: CaptureContext;
  readonly #asked = new Map<string, Promise<boolean>>();
  readonly #limit = pLimit(AT_ONCE);

  constructor(earlier: EarlierPages, downloads: DirectDownloads, context: CaptureContext) {
    this.#earlier = earlier;
    this.#downloads = downloads;
    this.#context = context;
  }

  /**
   * The page as it was, when nothing that it was made of has changed. All of it has been handed over by then. Files that it
   * names beside are fetched where they are others now.
   */
  async find(url: string): Promise<EarlierPage | undefined> {
    const page = await this.#earlier.page(url);
    const referer = url.replace(/#.*$/, '');
    if (page === undefined || !(await this.#isSame({ url: referer, type: 'document' }))) return undefined;
    const parts = page.parts.map((part) => this.#limit(() => this.#isSame({ ...part, referer })));
    if ((await Promise.all(parts)).includes(false)) return undefined;
    for (const file of page.files) {
      if (!(await this.#isSame({ url: file, type: 'image', referer }))) this.#downloads.addIfMissing(file, url);
    }
    return page;
  }

  #isSame(wanted: Wanted): Promise<boolean> {
    const known = this.#asked.get(wanted.url);
    if (known !== undefined) return known;
    const asking = this.#ask(wanted);
    this.#asked.set(wanted.url, asking);
    return asking;
  }

  async #ask(wanted: Wanted): Promise<boolean> {
    const before = await this.#earlier.answer(wanted.url);
    if (before === undefined || this.#context.signal.aborted) return false;
    return answersAsBefore({ ...wanted, before }, this.#downloads, this.#context);
  }
}

interface Asked {
  readonly earlier?: EarlierPages | undefined;
  readonly plan: CrawlPlan;
  readonly session?: CrawlSession;
}

/** Undefined when every page has to be opened: there is no earlier snapshot, or it was seen with other eyes. */
export async function unchangedPages(
  { earlier, plan, session }: Asked,
  seenBy: BrowserReport,
  downloads: DirectDownloads,
  context: CaptureContext,
): Promise<UnchangedPages | undefined> {
  // What is shown to somebody who is logged in may be another thing at each visit.
  if (earlier === undefined || session !== undefined) return undefined;
  const before = await earlier.viewer();
  if (before === undefined || eyes(before.browser) !== eyes(seenBy)) return undefined;
  return before.behaviours.join() === behaviours(plan).join()
    ? new UnchangedPages(earlier, downloads, context)
    : undefined;
}

function behaviours({ behaviours: scripts = [] }: CrawlPlan): readonly string[] {
  return scripts.map(({ sha256 }) => sha256);
}

function eyes({ version, userAgent, viewport, language, timezone, device, proxy }: BrowserReport): string {
  const { width, height, scaleFactor = 1 } = viewport;
  return JSON.stringify([version, userAgent, width, height, scaleFactor, language, timezone, device, proxy]);
}
