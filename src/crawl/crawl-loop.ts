import pLimit from 'p-limit';
import type { CrawlFacts } from '../model/crawl-store.ts';
import type { CrawlReport } from '../model/snapshot.ts';
import { anyEnds } from './any-ends.ts';
import { keepsDying } from './browser/keeps-dying.ts';
import { CalmVisits } from './calm-visits.ts';
import type { CrawlLoopDeps } from './crawl-deps.ts';
import { crawlReport } from './crawl-report.ts';
import type { Engine } from './engine.ts';
import type { Frontier, FrontierItem } from './frontier.ts';
import { gapOfError, makeGap } from './gaps.ts';
import { LinkIntake } from './link-intake.ts';
import { openFrontier, paceRules } from './open-frontier.ts';
import { TabTaken } from './page/navigate.ts';
import { leavesTabFit, type Visit } from './page/visit.ts';
import { visitPage } from './page/visit-page.ts';
import { keepIfUnchanged } from './reuse/keep-if-unchanged.ts';
import { ScopeRules } from './scope/scope-rules.ts';
import { ChannelCollection } from './seeds/collect-channel.ts';
import { guardSession } from './sessions/guard-session.ts';
import type { SessionGuard } from './sessions/session-guard.ts';
import { SinkError, VisitAccount } from './visit-account.ts';
import { visitDepsOf } from './visit-deps.ts';
import { noteWhatIsLeft } from './what-is-left.ts';

/** A browser that dies so often without a single page in between does not only have a bad day. */
const maxDeathsInARow = 5;

/** Takes addresses from the frontier, visits them in the tabs, and follows what they link to until nothing is left. */
export class CrawlLoop {
  readonly #deps: CrawlLoopDeps;
  readonly #frontier: Frontier;
  readonly #links: LinkIntake;
  readonly #account: VisitAccount;
  readonly #collection: ChannelCollection;
  #guard: SessionGuard<FrontierItem> | undefined;
  readonly #beganMs: number;
  readonly #running = new Set<Promise<void>>();
  #inFlight = 0;
  #startedAt: string;
  #ranBeforeMs = 0;
  #hasSeeds = false;
  #begun = 0;
  #deathsInARow = 0;
  /** How many pages were open when a browser died, as the first of them noticed. */
  readonly #crowds = new WeakMap<Engine, number>();
  /** Visited when the browser died, and not alone: each is tried by itself, so that one of them cannot blame the rest. */
  #suspects: FrontierItem[] = [];
  readonly #calm = new CalmVisits();

  constructor(deps: CrawlLoopDeps) {
    const { plan, context, awake } = deps;
    this.#deps = deps;
    this.#beganMs = awake.now();
    this.#startedAt = deps.clock.now().toISOString();
    this.#frontier = openFrontier(deps);
    this.#links = new LinkIntake(deps, this.#frontier, new ScopeRules(plan.scope, plan.seeds, deps.clock.now()));
    this.#account = new VisitAccount(deps, this.#frontier, this.#links);
    this.#collection = new ChannelCollection({
      deps,
      links: this.#links,
      pace: paceRules(plan),
      onAsk: (url) => this.#tell(url),
    });
    context.checkpoints.readFactsFrom(() => this.#facts());
  }

  async run(): Promise<CrawlReport> {
    const { plan, downloads, context, sink } = this.#deps;
    this.#restore();
    if (!this.#hasSeeds) await this.#links.takeSeeds(plan.seeds);
    // Lists that were walked through in part are walked through again: what is there already is not written twice.
    this.#hasSeeds ||= await this.#collection.take(this.#deps.collect);
    this.#guard = await guardSession(this.#deps, (item) => this.#again(item));
    const limit = pLimit(plan.workers);
    while (await this.#goesOn()) {
      const item = this.#next();
      if (item === 'empty') break;
      if (typeof item === 'object') {
        this.#begun += 1;
        this.#inFlight += 1;
        this.#calm.begins(item);
        const visit = limit(() => this.#visit(item)).finally(() => {
          this.#inFlight -= 1;
          this.#calm.ends(item);
          this.#running.delete(visit);
        });
        this.#running.add(visit);
      } else await anyEnds(this.#running, item, this.#deps.stop.signal);
    }
    await Promise.all(this.#running);
    await this.#keepLateOnes();
    await downloads.idle();
    if (context.ledger.failed === undefined) await this.#collection.take(this.#deps.complete);
    await downloads.idle();
    if (context.ledger.failed !== undefined) throw context.ledger.failed;
    await sink.settle(context.checkpoints.keep);
    this.#guard?.end();
    noteWhatIsLeft(this.#deps, this.#frontier, this.#suspects.length);
    const { pages, notFound, movedByScript } = this.#account;
    const account = { ...this.#facts(), pages, notFound, movedByScript, notes: this.#collection.notes };
    return crawlReport(this.#deps, account, this.#frontier.hostReports(), this.#guard?.report);
  }

  /** Waits for a new login first, once the visits under way have ended, when the crawl has been logged out. */
  async #goesOn(): Promise<boolean> {
    if (this.#guard?.isPaused && !this.#isOver()) {
      await Promise.all(this.#running);
      await this.#guard.waitForLogin();
    }
    return !this.#isOver();
  }

  /** The next address to visit, how long to wait for it (Infinity: until a visit ends), or that there is none. */
  #next(): FrontierItem | number | 'empty' {
    const { plan, awake } = this.#deps;
    const isIdle = this.#inFlight === 0;
    if (this.#suspects.length > 0) return isIdle ? (this.#suspects.shift() ?? 'empty') : Number.POSITIVE_INFINITY;
    const known = this.#account.pages + this.#account.files + this.#inFlight + this.#calm.waiting;
    const hasRoom = this.#inFlight < plan.workers && known < plan.limits.maxPages;
    if (hasRoom && !this.#calm.isDue) {
      const taken = this.#frontier.take(awake.now());
      if (taken.kind === 'item') return taken.item;
      if (taken.kind === 'wait') return taken.ms;
    }
    return isIdle ? (this.#calm.take() ?? 'empty') : Number.POSITIVE_INFINITY;
  }

  #isOver(): boolean {
    const { stop, plan, context } = this.#deps;
    if (context.ledger.failed !== undefined) stop.stop('failed');
    if (stop.signal.aborted) return true;
    return context.ledger.bodyBytes >= plan.limits.maxBytes;
  }

  async #visit(item: FrontierItem): Promise<void> {
    const { engines, awake } = this.#deps;
    this.#tell(item.url);
    const lostMs = awake.lostMs;
    let engine: Engine | undefined;
    try {
      if (!this.#calm.isSecond(item) && (await keepIfUnchanged(item, this.#deps, this.#frontier, this.#account))) {
        return this.#tell(item.url);
      }
      engine = await engines.current();
      const deps = visitDepsOf(this.#deps, engine);
      if (this.#calm.isSecond(item)) await engine.tabs.closeIdle();
      const visit = await engine.tabs.use((tab) => {
        this.#frontier.begins(item, awake.now());
        return visitPage(tab, item, deps);
      }, leavesTabFit);
      const hasSlept = awake.lostMs > lostMs;
      // Connections do not outlive a machine's sleep: what came of the page then says nothing about the page.
      if (hasSlept && visit.kind !== 'page') {
        this.#again(item);
        return;
      }
      const kept = this.#calm.better(item, visit);
      if (kept === visit && (await this.#guardTakes(item, visit))) return;
      if (!(await this.#holdIfLate(item, kept))) await this.#account.settle(item, kept);
      this.#deathsInARow = 0;
    } catch (error) {
      await this.#visitFailed(item, error, { engine, hasSlept: awake.lostMs > lostMs });
    }
    this.#tell(item.url);
  }

  /** @returns true when the page waits for a visit by itself now: it came late, or not at all, and was not alone */
  async #holdIfLate(item: FrontierItem, visit: Visit): Promise<boolean> {
    const isLast = visit.kind === 'missing' && this.#account.isLastTry(item, visit.gap.reason);
    if (!this.#calm.wants(item, visit, isLast)) return false;
    await this.#account.follow(item, visit);
    this.#begun -= 1;
    this.#calm.hold(item, visit);
    return true;
  }

  /** @returns true when the guard of the session has taken the address: it is in the queue again, or decided later */
  async #guardTakes(item: FrontierItem, visit: Visit): Promise<boolean> {
    const wall = visit.kind === 'missing' && visit.gap.reason === 'login-wall' ? visit.gap : undefined;
    const isTaken = (await this.#guard?.takes(item, wall)) ?? false;
    if (isTaken) this.#frontier.saysNothing(item.url);
    return isTaken;
  }

  /** As if it had not been visited: what came says nothing about the page. */
  #again(item: FrontierItem): void {
    this.#begun -= 1;
    this.#calm.putBack(item);
    this.#frontier.saysNothing(item.url);
    this.#frontier.putBack(item, false);
  }

  /** The first visits of pages that no second one has come to. */
  async #keepLateOnes(): Promise<void> {
    for (const { item, first } of this.#calm.left()) {
      if (this.#deps.context.ledger.failed !== undefined) return;
      this.#begun += 1;
      await this.#account.settle(item, first);
    }
  }

  async #visitFailed(
    item: FrontierItem,
    error: unknown,
    { engine, hasSlept }: { engine: Engine | undefined; hasSlept: boolean },
  ): Promise<void> {
    const { context, stop } = this.#deps;
    if (error instanceof SinkError) context.ledger.failed ??= error.cause;
    // Without a browser there is nothing to go on with.
    else if (engine === undefined && !stop.signal.aborted) context.ledger.failed ??= error;
    if (context.ledger.failed !== undefined) return;
    try {
      const first = this.#calm.better(item, undefined);
      if (first) return await this.#account.settle(item, first);
      if (stop.signal.aborted || hasSlept || error instanceof TabTaken) return this.#again(item);
      if (engine?.isAlive === false) return await this.#browserDied(item, engine);
      const gap = gapOfError(error, context.redactor.text(item.url), context.clock.now());
      if (await this.#holdIfLate(item, { kind: 'missing', gap, retryAfterMs: undefined })) return;
      this.#begun -= 1;
      await this.#account.brokeOff(item, gap, true);
    } catch (cause) {
      context.ledger.failed ??= cause instanceof SinkError ? cause.cause : cause;
    }
  }

  /** The browser went away in the middle. A page that was open alone is to blame; several are tried one by one. */
  async #browserDied(item: FrontierItem, engine: Engine): Promise<void> {
    const { context, plan } = this.#deps;
    const crowd = this.#crowds.get(engine) ?? this.#inFlight;
    if (!this.#crowds.has(engine)) this.#deathsInARow += 1;
    this.#crowds.set(engine, crowd);
    this.#begun -= 1;
    this.#frontier.saysNothing(item.url);
    if (this.#deathsInARow > maxDeathsInARow * plan.workers) {
      context.ledger.failed ??= keepsDying(this.#deathsInARow);
      return;
    }
    if (crowd > 1) {
      this.#suspects.push(item);
      return;
    }
    // Tried again by itself: with others open beside it, they would have to be tried once more as well.
    if (item.tries === 0) {
      this.#suspects.push({ ...item, tries: 1 });
      return;
    }
    const told = context.redactor.text(item.url);
    const gap = makeGap('crashed', told, `${told}: the browser died.`, context.clock.now());
    await this.#account.brokeOff({ ...item, tries: item.tries + 1 }, gap, true);
  }

  #restore(): void {
    const { stored, context, downloads } = this.#deps;
    if (!stored) return;
    const { facts, addresses } = stored;
    context.ledger.restore(stored);
    this.#frontier.restore(addresses);
    this.#links.restore(stored);
    this.#startedAt = facts.startedAt;
    this.#ranBeforeMs = facts.ranMs;
    this.#hasSeeds = facts.hasSeeds;
    this.#collection.restore(facts.notes ?? []);
    this.#account.restore(stored);
    this.#begun = addresses.filter(({ state }) => state !== 'waiting').length;
    downloads.restore(stored.downloads);
  }

  #facts(): CrawlFacts {
    const { responses, bodyBytes } = this.#deps.context.ledger;
    return {
      files: this.#account.files,
      responses,
      bodyBytes,
      unchanged: this.#account.unchanged,
      leftOut: this.#links.leftOut,
      hasSeeds: this.#hasSeeds,
      widened: this.#links.widened,
      feeds: this.#links.feeds,
      notes: this.#collection.notes,
      startedAt: this.#startedAt,
      ranMs: Math.round(this.#ranBeforeMs + this.#deps.awake.now() - this.#beganMs),
    };
  }

  #tell(current: string): void {
    const { context, awake } = this.#deps;
    const { ledger } = context;
    const seconds = (this.#ranBeforeMs + awake.now() - this.#beganMs) / 1000;
    this.#deps.onProgress({
      phase: 'crawl',
      pagesDone: this.#account.pages,
      pagesKnown: this.#begun + this.#frontier.waiting + this.#suspects.length + this.#calm.waiting,
      bytes: ledger.bodyBytes,
      pagesPerSecond: seconds > 0 ? this.#account.pages / seconds : 0,
      gaps: ledger.gaps.length,
      current,
    });
  }
}
