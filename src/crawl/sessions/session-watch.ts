import type { SessionCookie } from '../../model/session.ts';

/** What a visit came to, as far as it tells whether the crawl is still logged in. */
export interface WatchedVisit {
  readonly url: string;
  /** One of the addresses the crawl begins with. */
  readonly isSeed: boolean;
  /** True when a login page stood where the page should be. */
  readonly isLoginWall: boolean;
}

/** This many addresses of a host in a row end at its login: one alone may be for other people's eyes. */
const wallsInARow = 3;
/** So many when pages that were read before still can be. */
const wallsInARowWhileIn = 10;
/** Pages that are asked for again when a login stands in the way of another one. */
const pagesToAsk = 3;

/** Cookies of counters, balancers, robot checks and tastes come and go by themselves. */
const notALogin =
  /csrf|xsrf|consent|cookie|lang|locale|country|currency|theme|geo|pref|^(__cf|_cf|cf_|ak_|bm_|_abck|datadome|_px|incap_|visid_|nlbi_|awsalb|aws-waf|_ga|_gid|_gat|_fbp|lb)/i;
const nameOfALogin = /sess|sid$|auth|token|jwt|logged|login|remember|account|user|^xs$|^li_at$/i;

/** What the watch asks of the crawl. */
export interface WatchedCrawl {
  /** Hosts that the session is for even when it has no cookies there. */
  readonly seedHosts: readonly string[];
  /** What the browser has, asked after each visit. */
  cookiesNow(): Promise<readonly SessionCookie[]>;
  /** Tells whether a page that has been read now ends at a login, without leaving anything in the archive. */
  isClosedNow(url: string): Promise<boolean>;
}

/**
 * Watches a crawl that has a session for the moment it has none any more. `onVisit` after each visit, before its page is
 * kept; when it says `pause`, no further page is taken, that address and every one that `isUndecided` go back into the
 * queue, and `resumed` begins anew with the cookies of the fresh login.
 */
export class SessionWatch {
  readonly #crawl: WatchedCrawl;
  #hosts: readonly string[] = [];
  /** Cookies that are a login by their name. */
  #named: readonly string[] = [];
  /** Cookies that may be one, as scripts cannot read them. */
  #hidden: readonly string[] = [];
  /** Addresses that met a login wall since the last page, by host. */
  readonly #walls = new Map<string, Set<string>>();
  /** The last pages that were read, by host. */
  readonly #read = new Map<string, string[]>();
  /** Met a wall after a fresh login as well: it is not the session's fault. */
  readonly #closedAnyway = new Set<string>();
  #lostOn: string | undefined;

  private constructor(crawl: WatchedCrawl) {
    this.#crawl = crawl;
  }

  /** What the browser has now is the session to watch. */
  static async begin(crawl: WatchedCrawl): Promise<SessionWatch> {
    const watch = new SessionWatch(crawl);
    watch.#learn(await crawl.cookiesNow());
    return watch;
  }

  /** Hosts that had cookies when the watch began. */
  get hosts(): readonly string[] {
    return this.#hosts;
  }

  /** The host the crawl was logged out of, while it is. */
  get loggedOutOf(): string | undefined {
    return this.#lostOn;
  }

  async onVisit(visit: WatchedVisit): Promise<'go-on' | 'pause'> {
    const { url, isLoginWall } = visit;
    const { hostname } = new URL(url);
    if (
      ![...this.#hosts, ...this.#crawl.seedHosts].some((host) => hostname === host || hostname.endsWith(`.${host}`))
    ) {
      return 'go-on';
    }
    if (this.#lostOn !== undefined) return 'pause';
    const isOut = (isLoginWall && (await this.#isOutBy(visit, hostname))) || (await this.#cookieIsGone(hostname));
    if (isOut) {
      this.#lostOn = hostname;
      return 'pause';
    }
    if (!isLoginWall) {
      this.#walls.get(hostname)?.clear();
      this.#read.set(hostname, [url, ...(this.#read.get(hostname) ?? [])].slice(0, pagesToAsk));
    }
    return 'go-on';
  }

  /** A login stands in the way of `url`: is it closed to this session, or is the session over? */
  async #isOutBy({ url, isSeed }: WatchedVisit, hostname: string): Promise<boolean> {
    if (await this.#isReadNoMore(hostname)) return true;
    if (this.#closedAnyway.has(url)) return false;
    // A session that does not even open the first page was over before it began.
    if (isSeed && this.#read.size === 0) return true;
    const walls = this.#walls.get(hostname) ?? new Set<string>();
    this.#walls.set(hostname, walls.add(url));
    return walls.size >= (this.#read.has(hostname) ? wallsInARowWhileIn : wallsInARow);
  }

  async #isReadNoMore(hostname: string): Promise<boolean> {
    for (const page of this.#read.get(hostname) ?? []) if (await this.#crawl.isClosedNow(page)) return true;
    return false;
  }

  /** True while an address is neither a gap nor to be tried again: what comes next will tell. */
  isUndecided(url: string): boolean {
    return this.#walls.get(new URL(url).hostname)?.has(url) ?? false;
  }

  /** The person has logged in again. What meets a wall once more is closed to them as well. */
  async resumed(): Promise<void> {
    for (const walls of this.#walls.values()) for (const url of walls) this.#closedAnyway.add(url);
    this.#walls.clear();
    this.#lostOn = undefined;
    this.#learn(await this.#crawl.cookiesNow());
  }

  #learn(cookies: readonly SessionCookie[]): void {
    this.#hosts = [...new Set(cookies.map(({ domain }) => domain.replace(/^\./, '')))].sort();
    this.#named = cookies.filter(isNamedLogin).map(key);
    this.#hidden = cookies.filter(isOfALogin).map(key);
  }

  /** A site that logs out takes its cookies back: half of them are enough, as some outlive a login. */
  async #cookieIsGone(hostname: string): Promise<boolean> {
    const watched = this.#named.length > 0 ? this.#named : this.#hidden;
    if (watched.length === 0) return false;
    const cookies = await this.#crawl.cookiesNow();
    const now = new Set(cookies.map(key));
    if (watched.filter((one) => !now.has(one)).length * 2 < watched.length) return false;
    if (this.#named.length > 0 || (await this.#isReadNoMore(hostname))) return true;
    // It was none of the login's: what there is now is what to watch.
    this.#learn(cookies);
    return false;
  }
}

function isNamedLogin({ name }: SessionCookie): boolean {
  return !notALogin.test(name) && nameOfALogin.test(name);
}

/** Counters, balancers and the like aside. */
export function isOfALogin(cookie: SessionCookie): boolean {
  return isNamedLogin(cookie) || (cookie.httpOnly && !notALogin.test(cookie.name));
}

function key({ name, domain }: SessionCookie): string {
  return `${domain.replace(/^\./, '')} ${name}`;
}
