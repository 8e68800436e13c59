import type { Gap } from '../../model/gap.ts';
import type { CrawlSession, LoggedOut, StoredSession } from '../../model/session.ts';
import type { SessionReport } from '../../model/session-report.ts';
import { SessionWatch, type WatchedCrawl } from './session-watch.ts';

/** As much of a frontier's item as the guard looks at. */
export interface GuardedItem {
  readonly url: string;
  readonly isSeed: boolean;
}

/** As much of the crawl as the guard needs. */
export interface GuardedCrawl<Item> extends WatchedCrawl {
  readonly session: CrawlSession;
  /** Gives the running browser the cookies of a fresh login. */
  logIn(fresh: StoredSession): Promise<void>;
  putBack(item: Item): void;
  addGap(gap: Gap): void;
  /** Waits for a person to log in again; undefined when there is nobody to ask. */
  askPerson?(told: LoggedOut): Promise<StoredSession | undefined>;
  /** Shows that the crawl waits. */
  tell(message: string): void;
  /** Ends the crawl in good order. */
  stop(): void;
}

/** Pauses a crawl that has been logged out, and sees to it that no page is lost or kept as a login page by it. */
export class SessionGuard<Item extends GuardedItem> {
  readonly #crawl: GuardedCrawl<Item>;
  readonly #watch: SessionWatch;
  readonly #undecided = new Map<string, { readonly item: Item; readonly gap: Gap }>();
  #loggedOut = 0;
  readonly #hosts: readonly string[];

  private constructor(crawl: GuardedCrawl<Item>, watch: SessionWatch) {
    this.#crawl = crawl;
    this.#watch = watch;
    this.#hosts = watch.hosts;
  }

  static async begin<Item extends GuardedItem>(crawl: GuardedCrawl<Item>): Promise<SessionGuard<Item>> {
    return new SessionGuard(crawl, await SessionWatch.begin(crawl));
  }

  /** While true no page is to be taken; `waitForLogin` is what to do. */
  get isPaused(): boolean {
    return this.#watch.loggedOutOf !== undefined;
  }

  get report(): SessionReport {
    return { source: this.#crawl.session.source, hosts: this.#hosts, loggedOut: this.#loggedOut };
  }

  /**
   * Looks at a visit before anything is made of it.
   * @param wall the gap of a login page that stood in the way
   * @returns true when the guard has taken the address: it is in the queue again, or decided later
   */
  async takes(item: Item, wall: Gap | undefined): Promise<boolean> {
    const wasPaused = this.isPaused;
    const verdict = await this.#watch.onVisit({ url: item.url, isSeed: item.isSeed, isLoginWall: wall !== undefined });
    if (verdict === 'pause') {
      if (!wasPaused) this.#loggedOut += 1;
      this.#undecided.delete(item.url);
      for (const one of [item, ...[...this.#undecided.values()].map((held) => held.item)]) this.#crawl.putBack(one);
      this.#undecided.clear();
      return true;
    }
    const isHeld = wall !== undefined && this.#watch.isUndecided(item.url);
    if (isHeld) this.#undecided.set(item.url, { item, gap: wall });
    for (const [url, { gap }] of this.#undecided) if (!this.#watch.isUndecided(url)) this.#tellGap(url, gap);
    return isHeld;
  }

  /** Asks the person for a new login, or ends the crawl when there is nobody to ask. */
  async waitForLogin(): Promise<void> {
    const { session } = this.#crawl;
    const host = this.#watch.loggedOutOf ?? '';
    const message = `Logged out of ${host}. ${session.howToLogIn}`;
    this.#crawl.tell(message);
    const fresh = await this.#crawl.askPerson?.({ host, message });
    if (!fresh) {
      this.#crawl.stop();
      return;
    }
    await this.#crawl.logIn(fresh);
    await this.#watch.resumed();
  }

  /** The crawl is over: walls that nothing came after are what they look like. Safe to call twice. */
  end(): void {
    for (const [url, { gap }] of this.#undecided) this.#tellGap(url, gap);
  }

  #tellGap(url: string, gap: Gap): void {
    this.#undecided.delete(url);
    this.#crawl.addGap(gap);
  }
}
