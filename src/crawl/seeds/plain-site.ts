import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../base/clock.ts';
import { sha256 } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';
import { bodyText } from '../../model/body-text.ts';
import { type HttpHeaders, headerValue } from '../../model/http.ts';
import { type AskOptions, noAnswer, type PublicSite, type SiteAnswer } from '../../model/public-site.ts';
import { describe } from '../capture/direct-download.ts';
import { type OpenedResponse, openRequest } from '../capture/open-request.ts';
import { isRedirect } from '../capture/paused-response.ts';
import { explainNetError } from '../gaps.ts';
import { type Agents, makeAgents } from '../guard/guarded-agents.ts';
import { NetworkGuard } from '../guard/network-guard.ts';
import { askedPauseMs } from '../polite/asked-pause.ts';
import { Robots, type RobotsSource } from '../polite/robots.ts';
import { crawlUserAgent } from '../user-agent.ts';

const MAX_REDIRECTS = 10;
/** A page is some hundred kB; ten times the largest that is sensible. */
const MAX_BYTES = 8 << 20;
const ANSWER_MS = 30_000;
/** A longer pause is not worth a look. */
const MAX_PAUSE_MS = 20_000;

export interface PlainSiteOptions {
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly robots: 'obey' | 'ignore';
  /** Least time between two questions to a host. */
  readonly delayMs: number;
  /** Connect to public addresses alone. */
  readonly publicOnly: boolean;
  /** How long an answer may take, 30 s unless set. */
  readonly answerMs?: number;
}

/** An answer whose body is still on its way. */
interface Hop {
  readonly url: string;
  /** What led there. */
  readonly hops: readonly string[];
  readonly response: OpenedResponse;
}

class Unwelcome extends Error {}

/**
 * Asks sites for their pages without a browser and keeps nothing: a look before anything is archived. Polite as a crawl is:
 * robots.txt, a distance between questions, pauses that are asked for.
 */
export class PlainSite implements PublicSite {
  readonly signal: AbortSignal;
  readonly #options: PlainSiteOptions;
  readonly #agents: Agents;
  readonly #robots: Robots;
  readonly #notBefore = new Map<string, number>();

  constructor(options: PlainSiteOptions) {
    this.signal = options.signal;
    this.#options = options;
    this.#agents = makeAgents(options.publicOnly ? new NetworkGuard() : undefined);
    const source: RobotsSource = { fetch: (url, _referer, onBody) => this.#fetch(url, onBody) };
    this.#robots = new Robots(source, options.robots === 'obey');
  }

  /** Gives back the connections. Safe to call twice. */
  close(): void {
    this.#agents.http.destroy();
    this.#agents.https.destroy();
  }

  async ask(url: string, { read = true }: AskOptions = {}): Promise<SiteAnswer> {
    try {
      const first = await this.#follow(url);
      const pauseMs = this.#askedPause(first);
      if (pauseMs === undefined) return await this.#answer(url, first, read);
      first.response.body.destroy();
      await sleep(pauseMs, undefined, { signal: this.signal });
      return await this.#answer(url, await this.#follow(url), read);
    } catch (error) {
      this.signal.throwIfAborted();
      // What Node says of a time limit of our own is none of the system's codes.
      const { reason, words } = explainNetError(describe(error).replace('due to timeout', 'ETIMEDOUT'));
      if (error instanceof Unwelcome) return noAnswer(url, { reason: 'robots', message: error.message });
      return noAnswer(url, { reason, message: `${url}: ${words}.` });
    }
  }

  /** Undefined for an answer that asks for none, or for more than a look is worth. */
  #askedPause({ response: { status, headers } }: Hop): number | undefined {
    if (status !== 429 && status !== 503) return undefined;
    const asked = askedPauseMs(headers, this.#options.clock.now());
    return asked === undefined || asked > MAX_PAUSE_MS ? undefined : asked;
  }

  async #answer(asked: string, { url, hops, response }: Hop, read: boolean): Promise<SiteAnswer> {
    const { status, headers, body } = response;
    const answer = { asked, url, hops, status, headers };
    if (!read || !isText(headers)) {
      body.destroy();
      return { ...answer, text: '' };
    }
    try {
      return { ...answer, text: await bodyText(body, headers, MAX_BYTES) };
    } catch (error) {
      body.destroy();
      if (!/larger than/.test(describe(error))) throw error;
      const message = `${url} is larger than ${MAX_BYTES >> 20} MB, so it was not read.`;
      return { ...answer, text: '', problem: { reason: 'limit-body', message } };
    }
  }

  /** @param mayAsk waits until an address may be asked, or throws */
  async #follow(asked: string, mayAsk = (url: string) => this.#mayAsk(url)): Promise<Hop> {
    let url = asked;
    const hops: string[] = [];
    while (hops.length <= MAX_REDIRECTS) {
      await mayAsk(url);
      const response = await this.#open(url);
      const next = isRedirect(response.status, response.headers) ? locationOf(response.headers, url) : undefined;
      if (next === undefined) return { url, hops, response };
      response.body.destroy();
      hops.push(url);
      url = next;
    }
    throw new Error('redirect count exceeded');
  }

  /** Waits until the host may be asked again. @throws Unwelcome */
  async #mayAsk(url: string): Promise<void> {
    const { host } = new URL(url);
    const rules = await this.#robots.rules(url).catch((error: unknown) => {
      throw error instanceof KnownError ? new Unwelcome(error.message) : error;
    });
    if (!rules.allows(url)) throw new Unwelcome(`${url} is closed to us by robots.txt.`);
    const now = this.#options.clock.now().getTime();
    const begin = Math.max(now, this.#notBefore.get(host) ?? 0);
    this.#notBefore.set(host, begin + Math.max(this.#options.delayMs, rules.delayMs));
    if (begin > now) await sleep(begin - now, undefined, { signal: this.signal });
  }

  #open(url: string): Promise<OpenedResponse> {
    const headers = {
      'User-Agent': crawlUserAgent('unknown'),
      Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'Accept-Encoding': 'gzip, deflate, br',
    };
    const limit = AbortSignal.timeout(this.#options.answerMs ?? ANSWER_MS);
    return openRequest(url, headers, this.#agents, AbortSignal.any([this.signal, limit]));
  }

  /** robots.txt itself: it is asked for without asking what it allows. */
  async #fetch(asked: string, onBody: Parameters<RobotsSource['fetch']>[2]): ReturnType<RobotsSource['fetch']> {
    const { url, response } = await this.#follow(asked, async () => undefined);
    const { status, headers } = response;
    const bytes = Buffer.from(await bodyText(response.body, headers, MAX_BYTES));
    const stream = async function* () {
      yield bytes;
    };
    const body = { lengthBytes: bytes.length, sha256: sha256(bytes), stream, dispose: async () => undefined };
    await onBody?.(body, { status, headers, url });
    return { status, headers, url };
  }
}

function isText(headers: HttpHeaders): boolean {
  const type = headerValue(headers, 'content-type');
  return type === undefined || /^(text\/|application\/([\w.+-]*\+)?(json|xml|xhtml))/i.test(type.trim());
}

function locationOf(headers: HttpHeaders, base: string): string | undefined {
  const location = headerValue(headers, 'location');
  if (location === undefined || !URL.canParse(location, base)) return undefined;
  const next = new URL(location, base);
  return /^https?:$/.test(next.protocol) ? next.href : undefined;
}
