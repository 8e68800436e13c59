import { headerValue } from '../../model/http.ts';
import { type Collected, gapOfAnswer, type PublicSite, type SiteAnswer } from '../../model/public-site.ts';
import { asList, asNumber, asUrl, at, parseJson } from '../reading/json-reader.ts';
import { restUrl } from './rest-place.ts';

export interface RestList {
  readonly base: string;
  /** `posts` */
  readonly path: string;
  readonly query: Readonly<Record<string, string | number>>;
  /** For people: `the list of posts`. */
  readonly what: string;
  /** False: strangers may be refused it, or shown less than it counts, and nothing is wrong. */
  readonly isOwed: boolean;
}

export interface WalkedList {
  /** How many items came; undefined when strangers are refused the list. */
  readonly items: number | undefined;
  /** How many there are, as the server says. */
  readonly total: number | undefined;
}

/** Large pages are asked for first; a server that breaks under them is asked for smaller ones. */
const sizes = [100, 20, 5];

interface Place {
  readonly page: number;
  readonly perPage: number;
}

/**
 * Pages through one list of the interface. Oldest first: what is published meanwhile comes at the end, and moves nothing
 * from one page to another.
 * @param onItems sees the items of each answer
 */
export async function* walkList(
  list: RestList,
  site: PublicSite,
  onItems: (items: readonly unknown[]) => Iterable<Collected> = () => [],
): AsyncGenerator<Collected, WalkedList> {
  let place: Place = { page: 1, perPage: 100 };
  let received = 0;
  let total: number | undefined;
  while (!site.signal.aborted) {
    const { answer, items, at: here } = await askPage(list, site, place);
    if (items === undefined) {
      if (here.page === 1 && isRefused(answer)) return { items: undefined, total };
      if (here.page === 1 || !isPastTheEnd(answer)) yield gapOf(answer, list);
      break;
    }
    total = asNumber(headerValue(answer.headers, 'x-wp-total')) ?? total;
    received += items.length;
    yield* onItems(items);
    if (isLast(answer, items.length, here)) break;
    place = { ...here, page: here.page + 1 };
  }
  return { items: received, total };
}

interface AskedPage {
  readonly answer: SiteAnswer;
  /** Undefined when the answer is no list. */
  readonly items: readonly unknown[] | undefined;
  readonly at: Place;
}

async function askPage(list: RestList, site: PublicSite, place: Place): Promise<AskedPage> {
  const { page, perPage } = place;
  const answer = await site.ask(pageUrl(list, perPage, page));
  const items = itemsOf(answer);
  const smaller = sizes[sizes.indexOf(perPage) + 1];
  if (items !== undefined || smaller === undefined || !isOverloaded(answer)) return { answer, items, at: place };
  return askPage(list, site, { page: ((page - 1) * perPage) / smaller + 1, perPage: smaller });
}

/** Items that are hidden leave holes in a page: the number of pages tells, where it is said. */
function isLast({ headers }: SiteAnswer, items: number, { page, perPage }: Place): boolean {
  const pages = asNumber(headerValue(headers, 'x-wp-totalpages'));
  return pages === null ? items < perPage : page >= pages;
}

export function pageUrl({ base, path, query }: RestList, perPage: number, page: number): string {
  return restUrl(base, path, { ...query, per_page: perPage, page });
}

/** WordPress refuses a page behind the last one. */
function isPastTheEnd({ status, text }: SiteAnswer): boolean {
  return status === 400 && at(parseJson(text), 'code') === 'rest_post_invalid_page_number';
}

function itemsOf({ status, text }: SiteAnswer): readonly unknown[] | undefined {
  const json = status === 200 ? parseJson(text) : undefined;
  return Array.isArray(json) ? json : undefined;
}

/**
 * It broke off, ran out of memory or of time (WordPress says 500, proxies before it 502 to 524), or allows fewer items a page
 * than WordPress does by itself.
 */
function isOverloaded({ status, problem, text }: SiteAnswer): boolean {
  if (status === 400) return at(parseJson(text), 'code') === 'rest_invalid_param';
  return status >= 500 || problem?.reason === 'timeout' || (status === 200 && problem === undefined);
}

function isRefused({ status }: SiteAnswer): boolean {
  return status === 401 || status === 403 || status === 404 || status === 405 || status === 410;
}

function gapOf(answer: SiteAnswer, { what }: RestList): Collected {
  const message = `${answer.asked} answered without a list, so ${what} may be incomplete.`;
  return gapOfAnswer(answer, what) ?? { kind: 'gap', reason: 'unreadable', url: answer.asked, message };
}

/** The files of the media library: some of them are in no post, and public all the same. */
export function* filesOf(items: readonly unknown[]): Generator<Collected> {
  for (const item of asList(items)) {
    const url = asUrl(at(item, 'source_url'));
    if (url !== null) yield { kind: 'file', url, ...refererOf(item) };
  }
}

function refererOf(item: unknown): { referer?: string } {
  const referer = asUrl(at(item, 'link'));
  return referer === null ? {} : { referer };
}
