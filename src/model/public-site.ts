import type { GapReason } from './gap.ts';
import type { HttpHeaders } from './http.ts';

/** What came of one question to a site. */
export interface SiteAnswer {
  /** The address that was asked for, and the one that answered after redirects. */
  readonly asked: string;
  readonly url: string;
  /** Addresses that only led on, the one that was asked for first; [] without a redirect. Absent where nobody counts them. */
  readonly hops?: readonly string[];
  /** HTTP status; 0 when no answer came, and `problem` says why. */
  readonly status: number;
  readonly headers: HttpHeaders;
  /** The body as text; '' when it was not wanted, when there is none, or when it is too large. */
  readonly text: string;
  /** Why there is no usable answer; undefined for every answer that came, errors of the site among them. */
  readonly problem?: { readonly reason: GapReason; readonly message: string };
}

export interface AskOptions {
  /** False: put it into the archive only, as for a large binary. True unless said. */
  readonly read?: boolean;
}

/**
 * The open interfaces of a site, asked with GET. Every answer goes into the snapshot, with each redirect. It keeps the
 * distance that the site and the person ask for, obeys robots.txt where the crawl does, waits where it is told to
 * (429, 503, Retry-After, ratelimit-reset) and asks again; it never throws for what a site does.
 */
export interface PublicSite {
  ask(url: string, options?: AskOptions): Promise<SiteAnswer>;
  /** Fires when the crawl is to end. */
  readonly signal: AbortSignal;
}

/** What walking through a site's lists yields for the crawl. What stands in the answers is read from the archive later. */
export type Collected =
  /** A page of the channel, to be visited in the browser whatever the scope says; robots and limits hold. */
  | { readonly kind: 'page'; readonly url: string }
  /** A file to be kept, fetched beside the browser. */
  | { readonly kind: 'file'; readonly url: string; readonly referer?: string }
  /** Something that should be there and could not be had. `hint` replaces the usual one for the reason. */
  | {
      readonly kind: 'gap';
      readonly reason: GapReason;
      readonly url: string;
      readonly message: string;
      readonly hint?: string;
      readonly count?: number;
    }
  /** Something worth telling in the report that is no gap, such as a list that lost a post at a page boundary. */
  | { readonly kind: 'note'; readonly message: string };

/** Walks through the lists of a channel. May be run again after a kill: the same questions give the same archive. */
export type Collect = (site: PublicSite) => AsyncIterable<Collected>;

/** What `ask` gives when no answer came. */
export function noAnswer(url: string, problem: NonNullable<SiteAnswer['problem']>): SiteAnswer {
  return { asked: url, url, status: 0, headers: [], text: '', problem };
}

/**
 * The gap for an answer that should have been a good one; undefined when it was one (2xx).
 * @param what for people: `the list of posts`
 */
export function gapOfAnswer(answer: SiteAnswer, what: string): Extract<Collected, { kind: 'gap' }> | undefined {
  const { asked: url, status, problem } = answer;
  if (problem !== undefined) return { kind: 'gap', reason: problem.reason, url, message: problem.message };
  if (status >= 200 && status < 300) return undefined;
  return { kind: 'gap', reason: reasonOf(status), url, message: `${url} answered ${status}, so ${what} is missing.` };
}

/** The gap for an answer that should have held a list of posts and holds none, whatever its status. @param list its name */
export function gapOfList(answer: SiteAnswer, list: string): Extract<Collected, { kind: 'gap' }> {
  const message = `${answer.asked} answered without a list.`;
  return (
    gapOfAnswer(answer, `the list of ${list}`) ?? { kind: 'gap', reason: 'unreadable', url: answer.asked, message }
  );
}

function reasonOf(status: number): GapReason {
  if (status === 429) return 'rate-limited';
  if (status === 404 || status === 410) return 'content-unavailable';
  if (status >= 500) return 'server-error';
  return 'forbidden';
}
