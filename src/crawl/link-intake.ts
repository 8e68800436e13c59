import type { StoredCrawl } from '../model/crawl-store.ts';
import type { CrawlLoopDeps } from './crawl-deps.ts';
import type { Frontier, FrontierItem } from './frontier.ts';
import { makeGap } from './gaps.ts';
import { capLinks } from './guard/cap-links.ts';
import type { PageFacts } from './page/in-page.ts';
import { RecordedUrls } from './recorded-urls.ts';
import { hasSessionId, normaliseUrl } from './scope/normalise-url.ts';
import type { ScopeRules, ScopeVerdict } from './scope/scope-rules.ts';
import { discoverSitemapSeeds, plainWordPressSitemap, readFeed, sitemapPlaces } from './seeds/discover-seeds.ts';

type IntakeDeps = Pick<CrawlLoopDeps, 'context' | 'downloads' | 'plan' | 'robots' | 'stop'>;

/** How many left-out addresses are remembered so that each is counted once. */
const rememberedLeftOut = 200_000;

/** Lets into the frontier what is in scope and allowed, and counts what is not, by rule. */
export class LinkIntake {
  readonly #deps: IntakeDeps;
  readonly #frontier: Frontier;
  readonly #rules: ScopeRules;
  readonly #leftOutSeen = new RecordedUrls();
  readonly #feedsSeen = new Set<string>();
  readonly #widened: string[] = [];
  readonly leftOut: Record<string, number> = {};

  constructor(deps: IntakeDeps, frontier: Frontier, rules: ScopeRules) {
    this.#deps = deps;
    this.#frontier = frontier;
    this.#rules = rules;
  }

  judge(url: string, depth: number): ScopeVerdict {
    return this.#rules.verdict(url, depth);
  }

  /** A seed ended on another host: that host belongs to the crawl. */
  widenTo(url: string): void {
    this.#rules.addSeed(url);
    this.#widened.push(url);
  }

  get widened(): readonly string[] {
    return this.#widened;
  }

  /** Feeds that have been read. */
  get feeds(): readonly string[] {
    return [...this.#feedsSeen];
  }

  /** Goes on with what an earlier process knew. */
  restore({ facts, leftOut, addresses, dates }: StoredCrawl): void {
    for (const url of facts.widened) this.widenTo(url);
    // Rules that take the first few of a kind count them as they are asked.
    for (const { url, depth } of addresses) this.#rules.verdict(url, depth);
    // After that: an address that was let in stays so, whatever its neighbours have shown since.
    for (const date of dates) this.#rules.remember(date);
    for (const feed of facts.feeds) this.#feedsSeen.add(feed);
    this.#leftOutSeen.restore(leftOut);
    Object.assign(this.leftOut, facts.leftOut);
  }

  /** @throws KnownError `capture.robots-unreachable` */
  async takeSeeds(seeds: readonly string[]): Promise<void> {
    const { plan } = this.#deps;
    const known = seeds.map((seed) => normaliseUrl(seed)).filter((seed) => seed !== undefined);
    for (const url of known) await this.#addIfAllowed({ url, depth: 0, isSeed: true, tries: 0 });
    if (!plan.sitemaps || plan.scope.kind === 'page') return;
    for (const origin of new Set(known.map((seed) => new URL(seed).origin))) await this.#takeSitemaps(origin);
  }

  /** A page that the channel's own lists name: it belongs to the crawl wherever it lies, unless a person excluded it. */
  async takeListed(url: string): Promise<void> {
    if (this.#rules.isExcluded(url)) this.#countLeftOut(url, 'excluded');
    else await this.#addIfAllowed({ url, depth: 1, isSeed: false, tries: 0 });
  }

  async #takeSitemaps(origin: string): Promise<void> {
    const rules = await this.#deps.robots.rules(origin);
    // Where robots.txt was refused there is no list to be had, and the page tells why.
    if (!this.#deps.context.guard?.refused(origin)) await this.#takeListed(sitemapPlaces(origin, rules), origin);
  }

  async #takeListed(sitemaps: readonly string[], origin: string): Promise<void> {
    const { downloads, stop } = this.#deps;
    await this.#takeAll(await discoverSitemapSeeds(sitemaps, downloads, stop.signal), origin, 1, true);
  }

  /** Follows what a page links to. Feeds are read where the crawl began: they list the same posts everywhere. */
  async takeLinks(facts: PageFacts, from: FrontierItem): Promise<void> {
    const { plan, downloads } = this.#deps;
    if (plan.scope.kind === 'page' && plan.scope.include.length === 0) return;
    const date = this.#rules.visited(from.url, facts);
    if (date) this.#deps.context.checkpoints.date(date);
    const named = facts.canonical === '' ? facts.links : [facts.canonical, ...facts.links];
    const { ledger, redactor, clock } = this.#deps.context;
    const { links, gap } = capLinks(named, redactor.text(from.url), plan.bounds, clock.now());
    if (gap) ledger.addGap(gap);
    await this.#takeAll(links, from.url, from.depth + 1);
    if (!plan.sitemaps || !from.isSeed) return;
    const sitemap = plainWordPressSitemap(facts.links, from.url);
    if (sitemap !== undefined) await this.#takeListed([sitemap], from.url);
    for (const feed of facts.feeds) {
      if (this.#feedsSeen.has(feed) || this.#rules.verdict(feed, 1) !== 'in') continue;
      this.#feedsSeen.add(feed);
      await this.#takeAll(await readFeed(feed, downloads), from.url, from.depth + 1);
    }
  }

  async #takeAll(links: readonly string[], base: string, depth: number, isListed = false): Promise<void> {
    for (const link of links) {
      const url = normaliseUrl(link, base);
      if (url === undefined) continue;
      if (hasSessionId(link, base)) this.#countLeftOut(link, 'session-id');
      const verdict = this.#rules.verdict(url, depth, isListed);
      if (verdict === 'in') await this.#addIfAllowed({ url, depth, isSeed: false, tries: 0 });
      else this.#countLeftOut(url, verdict);
    }
  }

  async #addIfAllowed(item: FrontierItem): Promise<void> {
    const { robots, context } = this.#deps;
    const rules = await robots.rules(item.url);
    if (rules.allows(item.url)) {
      this.#frontier.add(item);
      return;
    }
    const url = context.redactor.text(item.url);
    context.ledger.addGap(makeGap('robots', url, `${url} is closed to us by robots.txt.`, context.clock.now()));
  }

  #countLeftOut(url: string, rule: ScopeVerdict | 'session-id'): void {
    if (this.#leftOutSeen.size >= rememberedLeftOut) return;
    const mark = this.#leftOutSeen.add(url);
    if (mark === undefined) return;
    this.#deps.context.checkpoints.mark('leftOut', mark);
    this.leftOut[rule] = (this.leftOut[rule] ?? 0) + 1;
  }
}
