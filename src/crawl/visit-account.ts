import type { StoredCrawl } from '../model/crawl-store.ts';
import type { EarlierPage } from '../model/earlier-pages.ts';
import type { GapReason } from '../model/gap.ts';
import { isLoginAddress } from '../model/login-address.ts';
import type { PageCapture } from '../model/page.ts';
import type { MovedPage } from '../model/snapshot.ts';
import type { CrawlLoopDeps } from './crawl-deps.ts';
import type { Keep } from './crawl-sink.ts';
import type { Frontier, FrontierItem } from './frontier.ts';
import { makeGap } from './gaps.ts';
import type { LinkIntake } from './link-intake.ts';
import type { PageFacts } from './page/in-page.ts';
import type { Visit } from './page/visit.ts';
import type { HostTrouble } from './polite/host-pace.ts';
import { normaliseUrl } from './scope/normalise-url.ts';

type Gap = ReturnType<typeof makeGap>;

const maxTries: Partial<Record<string, number>> = {
  'rate-limited': 5,
  'server-error': 3,
  'connection-failed': 3,
  timeout: 2,
  crashed: 2,
  unreadable: 2,
  // What filled the browser may have been another tab's.
  'limit-body': 2,
};

const hostTroubles: ReadonlySet<string> = new Set<HostTrouble>([
  'rate-limited',
  'server-error',
  'connection-failed',
  'timeout',
]);

/** The sink failed, not the page. */
export class SinkError extends Error {}

/** Decides what becomes of each visit: a page that is kept, a file, an answer, a gap, or another try. */
export class VisitAccount {
  readonly #deps: CrawlLoopDeps;
  readonly #frontier: Frontier;
  readonly #links: LinkIntake;
  readonly notFound: string[] = [];
  readonly movedByScript: MovedPage[] = [];
  pages = 0;
  files = 0;
  /** Of the pages: those that were not opened. */
  unchanged = 0;

  constructor(deps: CrawlLoopDeps, frontier: Frontier, links: LinkIntake) {
    this.#deps = deps;
    this.#frontier = frontier;
    this.#links = links;
  }

  /** Goes on with what an earlier process had. */
  restore({ facts, addresses, moved }: StoredCrawl): void {
    this.files = facts.files;
    this.unchanged = facts.unchanged ?? 0;
    this.pages = addresses.filter(({ state }) => state === 'page').length;
    const gone = addresses.filter(({ state }) => state === 'not-found');
    this.notFound.push(...gone.map(({ url }) => this.#deps.context.redactor.text(url)));
    this.movedByScript.push(...moved);
  }

  /** @throws SinkError when what was captured cannot be kept */
  async settle(item: FrontierItem, visit: Visit): Promise<void> {
    if (visit.kind === 'missing') {
      this.#noteTrouble(item, visit.gap.reason, visit.retryAfterMs);
      this.retryOrTell(item, visit.gap);
    } else {
      this.#frontier.wentWell(item.url);
      if (visit.kind === 'page') return this.#keepPage(item, visit);
      if (visit.kind === 'file') this.#countFile(item, visit.mime);
      else {
        this.notFound.push(this.#deps.context.redactor.text(item.url));
        this.#frontier.finish(item, 'not-found');
      }
    }
    await this.#commit((keep) => this.#deps.sink.settle(keep));
  }

  /** The page is what it was in the earlier snapshot. @throws SinkError when it cannot be taken over */
  async keepUnchanged(item: FrontierItem, page: EarlierPage): Promise<void> {
    const { clock, sink, context } = this.#deps;
    this.#frontier.wentWell(item.url);
    context.ledger.robotsTags.note(item.url, page.robots);
    await this.#links.takeLinks(page, item);
    const { url, depth, isSeed } = item;
    const now = { url, depth, isSeed, checkedAt: clock.now().toISOString() };
    await this.#commit(async (keep) => {
      await sink.unchanged?.(now, async (mark) => {
        this.#frontier.finish(item, 'page');
        this.pages += 1;
        this.unchanged += 1;
        await keep(mark);
      });
    });
  }

  /** Nothing is kept or told yet; but what a page links to is known already, and that its host is well. */
  async follow(item: FrontierItem, visit: Extract<Visit, { kind: 'page' | 'missing' }>): Promise<void> {
    if (visit.kind === 'missing') return this.#frontier.saysNothing(item.url);
    this.#frontier.wentWell(item.url);
    await this.#links.takeLinks(visit.facts, item);
  }

  /** Whether a page that is missing for this reason is told so now, and not tried again. */
  isLastTry({ tries }: FrontierItem, reason: GapReason): boolean {
    return tries + 1 >= (maxTries[reason] ?? 1);
  }

  /** The visit broke off: the tab died, or the page resists. @param isCharged false when the page is not to blame */
  async brokeOff(item: FrontierItem, gap: Gap, isCharged: boolean): Promise<void> {
    this.#frontier.saysNothing(item.url);
    if (isCharged) this.retryOrTell(item, gap);
    else this.#frontier.putBack(item, false);
    await this.#commit((keep) => this.#deps.sink.settle(keep));
  }

  retryOrTell(item: FrontierItem, gap: Gap): void {
    if (!this.isLastTry(item, gap.reason)) this.#frontier.putBack(item);
    else {
      this.#deps.context.ledger.addGap(gap);
      this.#frontier.finish(item, 'done');
    }
  }

  async #keepPage(item: FrontierItem, visit: Extract<Visit, { kind: 'page' }>): Promise<void> {
    const { capture, facts, main } = visit;
    const end = normaliseUrl(main.url) ?? item.url;
    if (end === item.url) return this.#handOver(item, [{ item, state: 'page' }], capture, facts);
    if (visit.hasMovedOn && isLoginAddress(end) && !isLoginAddress(item.url)) return this.#ledToLogin(item, end);
    if (visit.hasMovedOn) this.#noteMove(item.url, end);
    // The address redirected. The hop is in the archive; the page is kept under the name it ended at, once.
    if (item.isSeed) this.#links.widenTo(end);
    if (this.#links.judge(end, item.depth) === 'in' && this.#frontier.claim(end)) {
      const url = this.#deps.context.redactor.text(end);
      const both = [
        { item, state: 'done' },
        { item: { ...item, url: end }, state: 'page' },
      ] as const;
      return this.#handOver(item, both, { ...capture, url, at: main.at }, facts);
    }
    this.#frontier.finish(item, 'done');
    await this.#commit((keep) => this.#deps.sink.settle(keep));
  }

  /** A page that lets one scroll for a while and then asks who is there: what is behind it is missing. */
  async #ledToLogin(item: FrontierItem, end: string): Promise<void> {
    const { redactor, clock, ledger } = this.#deps.context;
    const [from, to] = [redactor.text(item.url), redactor.text(end)];
    ledger.addGap(makeGap('login-wall', from, `${from} went on to a login by a script: ${to}.`, clock.now()));
    this.#frontier.finish(item, 'done');
    await this.#commit((keep) => this.#deps.sink.settle(keep));
  }

  /** No status says so, as it does of a redirect: without this nobody would know what became of the address. */
  #noteMove(from: string, to: string): void {
    const { redactor, checkpoints } = this.#deps.context;
    const move = { from: redactor.text(from), to: redactor.text(to) };
    this.movedByScript.push(move);
    checkpoints.moved(move);
  }

  /** Links first: a page that is safe is not visited again, so by then what it links to must be known. */
  async #handOver(
    from: FrontierItem,
    ends: readonly { readonly item: FrontierItem; readonly state: 'page' | 'done' }[],
    capture: PageCapture,
    facts: PageFacts,
  ): Promise<void> {
    await this.#links.takeLinks(facts, from);
    await this.#commit((keep) =>
      this.#deps.sink.page(capture, async (mark) => {
        for (const { item, state } of ends) this.#frontier.finish(item, state);
        for (const gap of capture.gaps) this.#deps.context.ledger.addGap(gap);
        this.pages += 1;
        await keep(mark);
      }),
    );
  }

  async #commit(hand: (keep: Keep) => Promise<void>): Promise<void> {
    await hand(this.#deps.context.checkpoints.keep).catch((cause: unknown) => {
      throw new SinkError('What was captured could not be kept.', { cause });
    });
  }

  #countFile(item: FrontierItem, mime: string): void {
    this.files += 1;
    this.#frontier.finish(item, 'done');
    if (!item.isSeed) return;
    const { context } = this.#deps;
    const url = context.redactor.text(item.url);
    context.ledger.addGap(makeGap('not-html', url, `${url} is ${mime}, not a web page.`, context.clock.now()));
  }

  #noteTrouble(item: FrontierItem, reason: string, askedMs: number | undefined): void {
    if (!hostTroubles.has(reason)) {
      this.#frontier.wentWell(item.url);
      return;
    }
    this.#frontier.trouble(item.url, reason as HostTrouble, this.#deps.awake.now(), askedMs);
  }
}
