import type { ArchivedResponse } from '../../model/archived-response.ts';
import type { Finding } from '../../model/finding.ts';
import { headerValue } from '../../model/http.ts';
import type { FoundPost } from '../../model/post.ts';
import { asList, asNumber, asObject, asText, asUrl, at, parseJson } from '../reading/json-reader.ts';
import { readComment } from './read-comment.ts';
import { kindOfType, plainTitle, readPost } from './read-post.ts';
import type { RestRoute } from './rest-place.ts';
import { holdsPosts } from './rest-types.ts';

/** Questions that page through a list. Whatever else is asked picks some of it out, and its total counts those alone. */
const harmless = /^(per_page|page|orderby|order|_embed|_fields|_locale|_links|rest_route|context|lang)$/;

/** Whether a route holds something that is read: the index, posts of any type, comments. */
export function isReadRoute({ path, query }: RestRoute): boolean {
  if (path === '') return true;
  const [base = '', id, ...rest] = path.split('/');
  if (rest.length > 0 || (id !== undefined && !/^\d+$/.test(id)) || query.has('password')) return false;
  return base === 'comments' || holdsPosts(base);
}

/** Everything in one answer of WordPress's own interface. */
export async function* readRest(response: ArchivedResponse, route: RestRoute): AsyncGenerator<Finding> {
  const json = parseJson(await response.text().catch(() => ''));
  const [base = '', id] = route.path.split('/');
  if (base === '') return yield* readIndex(json, response.url);
  if (id === undefined && !Array.isArray(json)) {
    yield unreadable(response.url, null, `${response.url} should be a list of ${base} and is none.`);
    return;
  }
  if (id === undefined) yield* claimOf(response, base, route.query);
  for (const item of id === undefined ? asList(json) : [json])
    yield* readItem(item, base, response.url, id === undefined);
}

function* readItem(item: unknown, base: string, where: string, isListed: boolean): Generator<Finding> {
  // What is not published is shown to people who are logged in, and is not for the public.
  const status = asText(at(item, 'status')) ?? 'publish';
  if (!/^(publish|approved|inherit)$/.test(status)) return;
  const post = base === 'comments' ? readComment(item) : readPost(item);
  if (post !== undefined) return yield* found(post, base, isListed);
  const id = asText(at(item, 'id'));
  if (base !== 'posts' && base !== 'pages' && base !== 'comments') return;
  yield unreadable(where, id, `An item of ${base} has no id, no address or no text.`);
}

function* found(post: FoundPost, base: string, isListed: boolean): Generator<Finding> {
  yield { kind: 'post', post };
  const { id, url, published, kind } = post;
  if (isListed && kind !== 'comment')
    yield { kind: 'listed', listed: { id, url, published, list: `wp/v2/${base}`, kind } };
}

function* claimOf({ headers }: ArchivedResponse, base: string, query: URLSearchParams): Generator<Finding> {
  const count = asNumber(headerValue(headers, 'x-wp-total'));
  if (count === null || base === 'comments' || ![...query.keys()].every((name) => harmless.test(name))) return;
  const kind = kindOfType(base);
  const part = kind === 'post' ? { part: base } : {};
  yield { kind: 'claim', claim: { name: `X-WP-Total ${base}`, count, kinds: [kind], reach: 'exact', ...part } };
}

/** The site as it presents itself. */
function* readIndex(json: unknown, where: string): Generator<Finding> {
  const index = asObject(json);
  const url = asUrl(index?.home ?? index?.url);
  if (index === undefined || url === null) return;
  yield {
    kind: 'profile',
    profile: {
      id: null,
      handle: new URL(where).hostname,
      name: plainTitle(index.name),
      bio: plainTitle(index.description),
      url,
      avatarUrl: asUrl(index.site_icon_url),
      followers: null,
      following: null,
      since: null,
      state: 'open',
    },
  };
}

export function unreadable(where: string, id: string | null, message: string): Finding {
  return { kind: 'unreadable', id, where, message };
}
