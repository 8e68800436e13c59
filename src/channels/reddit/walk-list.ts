import { load } from 'cheerio';
import { type Collected, gapOfAnswer, type PublicSite, type SiteAnswer } from '../../model/public-site.ts';
import { asList, asNumber, asText, asUrl, at, parseJson } from '../reading/json-reader.ts';

const PAGE_SIZE = 100;

interface Entry {
  /** `t3_…`, `t1_…` */
  readonly name: string;
  /** The page of a post; null for a comment, which is shown with its post. */
  readonly page: string | null;
  readonly comments: number;
}

interface ListPage {
  readonly entries: readonly Entry[];
  /** @param count how many were listed so far: Reddit takes it, and it tells a reader how far the list had come */
  next(count: number): string | undefined;
}

/** One way to read a list: by JSON where that is let in, else by its feed, else by the pages of old.reddit.com. */
export interface ListForm {
  readonly first: string;
  /** True where comments may be asked for in the same form. */
  readonly hasComments: boolean;
  read(answer: SiteAnswer): ListPage | undefined;
}

/** Walks a list in one form. Returns how many entries it had; undefined when it is not to be had in this form. */
export async function* walkListIn(form: ListForm, site: PublicSite): AsyncGenerator<Collected, number | undefined> {
  const seen = new Set<string>();
  let url: string | undefined = form.first;
  while (url !== undefined && !site.signal.aborted) {
    const answer: SiteAnswer = await site.ask(url);
    const page = form.read(answer);
    if (page === undefined) {
      if (seen.size === 0) return undefined;
      yield brokenOff(answer, seen.size);
      return seen.size;
    }
    const fresh = page.entries.filter(({ name }) => !seen.has(name));
    for (const entry of fresh) {
      seen.add(entry.name);
      yield* visit(entry, form.hasComments, site);
    }
    url = fresh.length === 0 ? undefined : page.next(seen.size);
  }
  return seen.size;
}

async function* visit({ page, comments }: Entry, hasComments: boolean, site: PublicSite): AsyncGenerator<Collected> {
  if (page === null) return;
  yield { kind: 'page', url: page };
  if (!hasComments || comments === 0) return;
  const answer = await site.ask(`${page.replace(/\/$/, '')}.json?limit=500&raw_json=1`);
  const gap = gapOfAnswer(answer, 'what was said below it');
  if (gap !== undefined) yield gap;
  const folded = countFolded(parseJson(answer.text));
  if (folded === 0) return;
  const message = `${folded} comments below ${page} are folded away and were not given.`;
  yield { kind: 'gap', reason: 'content-unavailable', url: page, message, count: folded };
}

/** Where a thread is long, `more` stands in for the rest of it, with a number. */
function countFolded(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countFolded(item), 0);
  if (at(value, 'kind') === 'more') return asNumber(at(value, 'data', 'count')) ?? 0;
  const replies = at(value, 'data', 'replies');
  return countFolded(asList(at(value, 'data', 'children'))) + (typeof replies === 'object' ? countFolded(replies) : 0);
}

export function noList(answer: SiteAnswer, what: string): Extract<Collected, { kind: 'gap' }> {
  const message = `${answer.asked} is no list of Reddit's.`;
  return gapOfAnswer(answer, what) ?? { kind: 'gap', reason: 'unreadable', url: answer.asked, message };
}

function brokenOff(answer: SiteAnswer, count: number): Collected {
  return noList(answer, `what is older than the newest ${count} entries of this list`);
}

const pageOf = (address: string, count: number, after: string): string =>
  `${address}?limit=${PAGE_SIZE}&raw_json=1&count=${count}&after=${after}`;

/** @param list `https://www.reddit.com/user/name/submitted` */
export function asJson(list: string): ListForm {
  const address = `${list}.json`;
  return {
    first: `${address}?limit=${PAGE_SIZE}&raw_json=1`,
    hasComments: true,
    read(answer) {
      const data = at(parseJson(answer.text), 'data');
      const children = at(data, 'children');
      if (answer.status !== 200 || !Array.isArray(children)) return undefined;
      const entries = children.map((child) => entryOf(child, list));
      const after = asText(at(data, 'after'));
      return { entries, next: (count) => (after === null ? undefined : pageOf(address, count, after)) };
    },
  };
}

function entryOf(child: unknown, list: string): Entry {
  const name = asText(at(child, 'data', 'name')) ?? '';
  const isPost = at(child, 'kind') === 't3';
  const comments = asNumber(at(child, 'data', 'num_comments')) ?? 0;
  return { name, page: isPost ? asUrl(at(child, 'data', 'permalink'), list) : null, comments };
}

/** The feed pages on by the name of its last entry; its end is an empty one. */
export function asFeed(list: string): ListForm {
  const address = `${list}.rss`;
  return {
    first: `${address}?limit=${PAGE_SIZE}`,
    hasComments: false,
    read(answer) {
      const $ = load(answer.text, { xml: true });
      if (answer.status !== 200 || $('feed').length === 0) return undefined;
      const entries = $('entry')
        .toArray()
        .map((element) => ({
          name: $(element).children('id').text().trim(),
          link: $(element).children('link').attr('href'),
        }))
        .map(({ name, link }) => ({ name, page: name.startsWith('t3_') ? asUrl(link) : null, comments: 0 }));
      const last = entries.at(-1)?.name;
      return { entries, next: (count) => (last === undefined ? undefined : pageOf(address, count, last)) };
    },
  };
}

/** @param host of the old design: `https://old.reddit.com` */
export function asOldPages(list: string, host: string): ListForm {
  return {
    first: `${host}${new URL(list).pathname}/?limit=${PAGE_SIZE}`,
    hasComments: false,
    read(answer) {
      const $ = load(answer.text);
      if (answer.status !== 200 || $('#siteTable').length === 0) return undefined;
      const entries = $('.thing[data-fullname]')
        .toArray()
        .map((thing) => ({ name: $(thing).attr('data-fullname') ?? '', path: $(thing).attr('data-permalink') }))
        .map(({ name, path }) => ({ name, page: name.startsWith('t3_') ? asUrl(path, list) : null, comments: 0 }));
      return { entries, next: () => asUrl($('.next-button a').attr('href'), answer.url) ?? undefined };
    },
  };
}
