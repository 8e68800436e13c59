import { type Collected, gapOfList, type PublicSite, type SiteAnswer } from '../../model/public-site.ts';
import { asList, asNumber, asUrl, at, parseJson } from '../reading/json-reader.ts';
import { restUrl } from './rest-place.ts';

const perPage = 100;

/**
 * Walks through the lists of a site at WordPress.com, whose interface is one for all sites.
 * @returns false when it does not know the site
 * @see https://developer.wordpress.com/docs/api/1.1/get/sites/%24site/posts/
 */
export async function* walkCom(base: string, site: PublicSite): AsyncGenerator<Collected, boolean> {
  await site.ask(restUrl(base, '', {}));
  for (const type of ['post', 'page']) {
    const isOpen = yield* walkComList(base, 'posts', { type, order: 'ASC', order_by: 'ID' }, site);
    if (!isOpen && type === 'post') return false;
  }
  yield* walkComList(base, 'comments', { order: 'ASC' }, site);
  return true;
}

async function* walkComList(
  base: string,
  list: 'posts' | 'comments',
  query: Readonly<Record<string, string>>,
  site: PublicSite,
): AsyncGenerator<Collected, boolean> {
  for (let page = 1; !site.signal.aborted; page += 1) {
    const answer = await site.ask(restUrl(base, `${list}/`, { ...query, number: perPage, page }));
    const json = parseJson(answer.text);
    const found = answer.status === 200 ? asNumber(at(json, 'found')) : null;
    if (found === null) {
      if (page === 1 && isRefused(answer)) return false;
      yield gapOfList(answer, list);
      break;
    }
    const items = asList(at(json, list));
    if (list === 'posts') yield* visits(items);
    if (items.length === 0 || page * perPage >= found) break;
  }
  return true;
}

function isRefused({ status }: SiteAnswer): boolean {
  return status >= 400 && status < 500 && status !== 429;
}

function* visits(items: readonly unknown[]): Generator<Collected> {
  for (const item of items) {
    const url = asUrl(at(item, 'URL'));
    if (url !== null) yield { kind: 'page', url };
  }
}

/** The counts of now, with what was published last. */
export async function recountCom(base: string, site: PublicSite): Promise<void> {
  for (const type of ['post', 'page']) {
    await site.ask(restUrl(base, 'posts/', { type, order: 'DESC', order_by: 'ID', number: perPage, page: 1 }));
  }
}
