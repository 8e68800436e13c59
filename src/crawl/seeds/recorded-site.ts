import { setTimeout as sleep } from 'node:timers/promises';
import { KnownError } from '../../base/known-error.ts';
import { bodyText, MAX_TEXT_BYTES } from '../../model/body-text.ts';
import type { Body, HttpHeaders } from '../../model/http.ts';
import { type AskOptions, noAnswer, type PublicSite, type SiteAnswer } from '../../model/public-site.ts';
import { describe } from '../capture/direct-download.ts';
import type { CrawlLoopDeps } from '../crawl-deps.ts';
import { explainNetError } from '../gaps.ts';
import { askedPauseMs } from '../polite/asked-pause.ts';
import { HostPace, type PaceRules } from '../polite/host-pace.ts';

type SiteDeps = Pick<CrawlLoopDeps, 'context' | 'downloads' | 'plan' | 'robots' | 'stop' | 'awake'>;

/** A host that is slow or busy is asked this often; after that the question has no answer. */
const maxTries = 5;

/** Statuses under which a server says "not now". */
const notNow = new Set([429, 500, 502, 503, 504]);

/** The open interfaces of a site, asked politely, each answer on its way into the archive. */
export class RecordedSite implements PublicSite {
  readonly signal: AbortSignal;
  readonly #deps: SiteDeps;
  readonly #pace: PaceRules;
  readonly #onAsk: (url: string) => void;
  readonly #paces = new Map<string, HostPace>();

  /** @param onAsk hears of each address before it is asked */
  constructor(deps: SiteDeps, pace: PaceRules, onAsk: (url: string) => void) {
    this.#deps = deps;
    this.#pace = pace;
    this.#onAsk = onAsk;
    this.signal = deps.stop.signal;
  }

  async ask(url: string, { read = true }: AskOptions = {}): Promise<SiteAnswer> {
    const closed = await this.#whyClosed(url);
    if (closed !== undefined) return noAnswer(url, closed);
    for (let tries = 1; ; tries += 1) {
      if (!(await this.#myTurn(url))) return noAnswer(url, this.#stopped(url));
      this.#onAsk(url);
      const answer = await this.#once(url, read);
      if (!this.#isTrouble(answer) || tries === maxTries || this.#paceOf(url).isGivenUp) return answer;
    }
  }

  async #whyClosed(url: string): Promise<SiteAnswer['problem']> {
    const { robots, context } = this.#deps;
    try {
      const rules = await robots.rules(url);
      if (rules.allows(url)) return undefined;
      return { reason: 'robots', message: `${context.redactor.text(url)} is closed to us by robots.txt.` };
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      return { reason: 'robots', message: error.message };
    }
  }

  /** Waits until the host may be asked again. @returns false when the crawl was stopped meanwhile */
  async #myTurn(url: string): Promise<boolean> {
    const { awake, plan, robots } = this.#deps;
    const pace = this.#paceOf(url);
    for (let ms = pace.notBeforeMs - awake.now(); ms > 0; ms = pace.notBeforeMs - awake.now()) {
      await sleep(Math.min(ms, 60_000), undefined, { signal: this.signal }).catch(() => undefined);
      if (this.signal.aborted) return false;
    }
    pace.begins(awake.now(), Math.max(plan.politeness.delayMs, robots.delayMs(new URL(url).host)));
    return !this.signal.aborted;
  }

  async #once(url: string, read: boolean): Promise<SiteAnswer> {
    const { downloads, context } = this.#deps;
    let text = '';
    const onBody = async (body: Body, { headers }: { readonly headers: HttpHeaders }) => {
      if (read && body.lengthBytes <= MAX_TEXT_BYTES) text = await bodyText(body.stream(), headers, MAX_TEXT_BYTES);
    };
    try {
      const { status, headers, url: end } = await downloads.fetch(url, undefined, onBody);
      this.#noteAnswer(url, status, headers);
      return { asked: url, url: end, status, headers, text };
    } catch (error) {
      if (this.signal.aborted) return noAnswer(url, this.#stopped(url));
      const { reason, words } = explainNetError(describe(error));
      // A body that may not be kept is the answer's fault, not the host's.
      if (reason === 'timeout' || reason === 'connection-failed') {
        this.#paceOf(url).trouble(reason, this.#deps.awake.now());
      } else this.#paceOf(url).saysNothing();
      return noAnswer(url, { reason, message: `${context.redactor.text(url)}: ${words}.` });
    }
  }

  #noteAnswer(url: string, status: number, headers: HttpHeaders): void {
    const { awake, context } = this.#deps;
    const pace = this.#paceOf(url);
    const asked = askedPauseMs(headers, context.clock.now());
    if (!notNow.has(status)) pace.wentWell();
    else pace.trouble(status === 429 ? 'rate-limited' : 'server-error', awake.now(), asked);
  }

  #isTrouble({ status, problem }: SiteAnswer): boolean {
    return notNow.has(status) || problem?.reason === 'timeout' || problem?.reason === 'connection-failed';
  }

  #stopped(url: string): NonNullable<SiteAnswer['problem']> {
    return { reason: 'interrupted', message: `The crawl was stopped before ${this.#deps.context.redactor.text(url)}.` };
  }

  #paceOf(url: string): HostPace {
    const { host } = new URL(url);
    const known = this.#paces.get(host);
    if (known) return known;
    const pace = new HostPace(host, this.#pace);
    this.#paces.set(host, pace);
    return pace;
  }
}
