import { jsonReply, type Reply, type SiteRequest } from '../http/reply.ts';
import type { Blog } from './blog.ts';
import { commentItems, mediaItems, postItem, type RestItem, termItems, userItems } from './rest-items.ts';
import { WORDS } from './words.ts';

type Lists = Readonly<Record<string, () => readonly RestItem[]>>;

const most = 100;

/**
 * The part of WordPress's REST interface that exporters use: the index, types, posts, pages, comments, media, terms and
 * people, with the totals in the headers. Undefined for other paths.
 */
export function restReply(blog: Blog, request: SiteRequest): Reply | undefined {
  if (request.path === '/wp-json/') return jsonReply(index(blog));
  if (request.path === '/wp-json/wp/v2/types') return jsonReply(types());
  const [, name = '', id] = /^\/wp-json\/wp\/v2\/([a-z]+)(?:\/(\d+))?$/.exec(request.path) ?? [];
  const items = listsOf(blog)[name]?.();
  if (items === undefined) return request.path.startsWith('/wp-json/') ? refusal('rest_no_route', 404) : undefined;
  if (id === undefined) return listReply(items, request.query);
  const item = items.find((one) => one.id === Number(id));
  return item === undefined ? refusal('rest_post_invalid_id', 404) : jsonReply(shown(item, request.query));
}

function listsOf(blog: Blog): Lists {
  return {
    posts: () => blog.posts.map((post) => postItem(blog, post)),
    pages: () => blog.pages.map((page) => postItem(blog, page)),
    comments: () => commentItems(blog),
    media: () => mediaItems(blog),
    users: () => userItems(blog),
    categories: () => termItems(blog).filter(({ taxonomy }) => taxonomy === 'category'),
    tags: () => termItems(blog).filter(({ taxonomy }) => taxonomy === 'post_tag'),
  };
}

function index(blog: Blog) {
  const names = ['types', ...Object.keys(listsOf(blog))];
  return {
    name: WORDS.de.brand,
    description: WORDS.de.tagline,
    url: blog.origin,
    home: blog.origin,
    gmt_offset: '0',
    timezone_string: 'UTC',
    namespaces: ['oembed/1.0', 'wp/v2'],
    routes: Object.fromEntries(names.map((name) => [`/wp/v2/${name}`, { namespace: 'wp/v2', methods: ['GET'] }])),
  };
}

function types() {
  const names = [
    ['post', 'posts'],
    ['page', 'pages'],
    ['attachment', 'media'],
  ] as const;
  return Object.fromEntries(
    names.map(([slug, base]) => [slug, { slug, name: slug, rest_base: base, rest_namespace: 'wp/v2' }]),
  );
}

/** Newest first, as posts come, unless `orderby=id` and `order` say otherwise. */
function listReply(items: readonly RestItem[], query: URLSearchParams): Reply {
  const perPage = Number(query.get('per_page') ?? 10);
  const page = Number(query.get('page') ?? 1);
  if (!(perPage >= 1 && perPage <= most && page >= 1)) return refusal('rest_invalid_param', 400);
  const pages = Math.ceil(items.length / perPage);
  if (page > Math.max(1, pages)) return refusal('rest_post_invalid_page_number', 400);
  const slice = sorted(items, query).slice((page - 1) * perPage, page * perPage);
  return jsonReply(
    slice.map((item) => shown(item, query)),
    { headers: { 'X-WP-Total': String(items.length), 'X-WP-TotalPages': String(pages) } },
  );
}

function sorted(items: readonly RestItem[], query: URLSearchParams): readonly RestItem[] {
  if (query.get('orderby') !== 'id') return items;
  const byId = [...items].sort((a, b) => a.id - b.id);
  return query.get('order') === 'asc' ? byId : byId.reverse();
}

/** What belongs to an item stands in it only when it was asked for. */
function shown(item: RestItem, query: URLSearchParams): RestItem {
  if (query.has('_embed')) return item;
  const { _embedded, ...rest } = item;
  return rest as RestItem;
}

function refusal(code: string, status: number): Reply {
  return jsonReply({ code, message: code, data: { status } }, { status });
}
