import { headerValue } from '../../model/http.ts';
import type { Collected, PublicSite } from '../../model/public-site.ts';
import { asNumber, asText, asUrl, at } from '../reading/json-reader.ts';
import { restUrl } from './rest-place.ts';
import { readTypes } from './rest-types.ts';
import { filesOf, pageUrl, type RestList, type WalkedList, walkList } from './walk-list.ts';

/** With author, featured picture and terms, so that a post's answer stands by itself. */
const embedded = { _embed: 'author,wp:featuredmedia,wp:term' };
const stable = { orderby: 'id', order: 'asc' };

/**
 * Walks through all public lists of a WordPress's own interface.
 * @returns false when posts are not shown to strangers, so that they have to be found in another way
 */
export async function* walkRest(base: string, site: PublicSite): AsyncGenerator<Collected, boolean> {
  const types = readTypes((await site.ask(restUrl(base, 'wp/v2/types', {}))).text);
  for (const type of types) {
    const isOwed = type === 'posts' || type === 'pages';
    const list = postList(base, type, isOwed);
    const walked = yield* walkList(list, site, visits);
    if (walked.items === undefined && type === 'posts') return false;
    yield* compare(walked, list);
  }
  yield* walkBeside(base, site);
  return true;
}

export function postList(base: string, type: string, isOwed: boolean): RestList {
  return { base, path: `wp/v2/${type}`, query: { ...stable, ...embedded }, what: `the list of ${type}`, isOwed };
}

/** What stands beside the posts: comments, the media library, terms and people. */
async function* walkBeside(base: string, site: PublicSite): AsyncGenerator<Collected> {
  const beside = (type: string, query: RestList['query'], isOwed: boolean): RestList => ({
    base,
    path: `wp/v2/${type}`,
    query,
    what: `the list of ${type}`,
    isOwed,
  });
  const comments = beside('comments', { ...stable, _embed: 'author' }, true);
  yield* compare(yield* walkList(comments, site), comments);
  yield* walkList(beside('media', stable, false), site, filesOf);
  for (const type of ['categories', 'tags', 'users']) {
    yield* walkList(beside(type, stable, false), site);
  }
}

/** Each post's page is visited, and one that hides behind a password is told. */
function* visits(items: readonly unknown[]): Generator<Collected> {
  for (const item of items) {
    const url = asUrl(at(item, 'link'));
    if (url === null) continue;
    yield { kind: 'page', url };
    if (at(item, 'content', 'protected') !== true) continue;
    const title = asText(at(item, 'title', 'rendered')) ?? url;
    yield {
      kind: 'gap',
      reason: 'content-unavailable',
      url,
      message: `"${title}" at ${url} is behind a password; strangers see its title alone.`,
      hint: 'Take the password off for the time of the snapshot, or keep the WordPress export beside it.',
    };
  }
}

/** A server that shows less than it counts has lost some of it, or keeps it from strangers. */
function* compare({ items, total }: WalkedList, { what, isOwed, base, path }: RestList): Generator<Collected> {
  if (items === undefined && isOwed) {
    yield {
      kind: 'note',
      message: `${restUrl(base, path, {})} is closed to strangers, so ${what} is read from pages and feeds.`,
    };
  }
  if (items === undefined || total === undefined || items >= total) return;
  yield { kind: 'note', message: `${what} counts ${total} and shows ${items} (${restUrl(base, path, {})}).` };
}

/** Asks for the last page of posts and pages once more: what was published meanwhile is on it, and so is the count of now. */
export async function recountRest(base: string, site: PublicSite): Promise<void> {
  for (const type of ['posts', 'pages']) {
    const list = postList(base, type, true);
    const { headers } = await site.ask(pageUrl(list, 100, 1));
    const pages = asNumber(headerValue(headers, 'x-wp-totalpages')) ?? 1;
    if (pages > 1) await site.ask(pageUrl(list, 100, pages));
  }
}
