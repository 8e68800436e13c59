import { headerValue } from '../../model/http.ts';
import { type Collected, gapOfAnswer, type PublicSite, type SiteAnswer } from '../../model/public-site.ts';
import { asList, asObject, asText, asUrl, type JsonObject, parseJson } from '../reading/json-reader.ts';

/** whole: seen to its end · refused: strangers get nothing · broken: it began, and something came in between. */
export type Walked = 'whole' | 'refused' | 'broken';

/** As much of an answer as is remembered: a long list has thousands, and each is as large as a book. */
interface ListPage {
  readonly status: number;
  /** Why it is no page of the list. */
  readonly gap: Extract<Collected, { kind: 'gap' }> | undefined;
  readonly ids: readonly string[];
  /** Addresses of the posts that are nobody else's. */
  readonly urls: ReadonlyMap<string, string>;
  readonly next: string | undefined;
}

/** As many as Mastodon gives at once; it takes more for 40. */
const pageSize = 40;

/**
 * Walks through an account's list twice: from the last id it was given, and by the server's own `rel=next`, which on one real
 * server loses a post at each page boundary. Where both ask the same, it is asked once. Whatever either shows is archived.
 * @param list `https://host/api/v1/accounts/42/statuses`
 */
export async function* walkStatuses(site: PublicSite, list: string): AsyncGenerator<Collected, Walked> {
  const asked = new Map<string, Promise<ListPage>>();
  const page = (url: string): Promise<ListPage> => {
    const known = asked.get(keyOf(url)) ?? readPage(site, url, list);
    asked.set(keyOf(url), known);
    return known;
  };
  const start = `${list}?limit=${pageSize}`;
  const first = await page(start);
  if ([401, 403, 404, 422].includes(first.status)) return 'refused';

  const byLast = new Set<string>();
  const yielded = new Set<string>();
  const isWhole = yield* follow(start, page, byLast, yielded, ({ ids }) =>
    ids.length === 0 ? undefined : `${start}&max_id=${encodeURIComponent(ids.at(-1) ?? '')}`,
  );
  const byNext = new Set<string>();
  const isNextWhole = yield* follow(start, page, byNext, yielded, ({ next }) => next);
  yield* compare(list, byLast, byNext);
  return isWhole && isNextWhole ? 'whole' : 'broken';
}

/** @returns whether it came to the end */
async function* follow(
  start: string,
  page: (url: string) => Promise<ListPage>,
  found: Set<string>,
  yielded: Set<string>,
  nextOf: (page: ListPage) => string | undefined,
): AsyncGenerator<Collected, boolean> {
  for (let url: string | undefined = start; url !== undefined; ) {
    const here: ListPage = await page(url);
    if (here.gap !== undefined) {
      // Both ways may end at the same page: it is told once.
      if (!yielded.has(url)) yield here.gap;
      yielded.add(url);
      return false;
    }
    const before = found.size;
    for (const id of here.ids) {
      found.add(id);
      const address = here.urls.get(id);
      if (address === undefined || yielded.has(id)) continue;
      yielded.add(id);
      yield { kind: 'page', url: address };
    }
    // A page that brings nothing new would be asked for ever.
    url = found.size === before ? undefined : nextOf(here);
  }
  return true;
}

function* compare(list: string, byLast: ReadonlySet<string>, byNext: ReadonlySet<string>): Generator<Collected> {
  const lost = [...byLast].filter((id) => !byNext.has(id));
  const more = [...byNext].filter((id) => !byLast.has(id));
  if (lost.length > 0) {
    const message = `The server's own paging (rel=next) of ${list} loses ${lost.length} of ${byLast.size} posts: ${some(lost)}. Asked from the last id on, it gives them.`;
    yield { kind: 'note', message };
  }
  if (more.length > 0) {
    const message = `Asked from the last id on, ${list} lacks ${more.length} posts that its own paging (rel=next) gives: ${some(more)}. Both are kept.`;
    yield { kind: 'note', message };
  }
}

function some(ids: readonly string[]): string {
  return ids.length > 10 ? `${ids.slice(0, 10).join(', ')} and ${ids.length - 10} more` : ids.join(', ');
}

/** Two addresses that ask the same: the order of what they say makes no difference. */
function keyOf(address: string): string {
  const url = new URL(address);
  url.searchParams.sort();
  return url.href;
}

async function readPage(site: PublicSite, url: string, list: string): Promise<ListPage> {
  const answer = await site.ask(url);
  const json = parseJson(answer.text);
  const statuses = asList(json).map((item): JsonObject => asObject(item) ?? {});
  const ids = statuses.flatMap(({ id }) => asText(id) ?? []);
  const urls = new Map<string, string>();
  for (const { id, url: address, reblog } of statuses) {
    const known = asUrl(address);
    // What is passed on has its page at somebody else's.
    if (known !== null && asObject(reblog) === undefined && new URL(known).origin === new URL(list).origin) {
      urls.set(asText(id) ?? '', known);
    }
  }
  return { status: answer.status, gap: gapOf(answer, json), ids, urls, next: nextLink(answer, list) };
}

function gapOf(answer: SiteAnswer, json: unknown): ListPage['gap'] {
  const { asked: url } = answer;
  const gap = gapOfAnswer(answer, 'a part of the list of posts');
  if (gap !== undefined || Array.isArray(json)) return gap;
  return { kind: 'gap', reason: 'unreadable', url, message: `${url} should be a list of posts and is none.` };
}

/** The address of `Link: <…>; rel="next"`, on the server that was asked, whatever host or scheme a proxy made of it. */
function nextLink({ headers, url }: SiteAnswer, list: string): string | undefined {
  const link = headerValue(headers, 'link') ?? '';
  const next = /<([^>]+)>\s*;[^,]*\brel="?next"?/i.exec(link)?.[1];
  if (next === undefined || !URL.canParse(next, url)) return undefined;
  const { pathname, search } = new URL(next, url);
  return new URL(list).origin + pathname + search;
}
