import { jsonReply, type Reply, type SiteRequest } from '../http/reply.ts';
import type { Blog, BlogPage, BlogPost } from './blog.ts';
import { renderMarkdown } from './render-markdown.ts';
import { WORDS } from './words.ts';

const EMPTY = { markup: '' };
const NO_WIDGETS = {
  gallery: () => EMPTY,
  video: () => EMPTY,
  embed: () => EMPTY,
  'letter-count': () => EMPTY,
  finder: () => EMPTY,
};

/** The part of WordPress's REST interface that exporters use: the index, posts and pages. Undefined for other paths. */
export function restReply(blog: Blog, request: SiteRequest): Reply | undefined {
  if (request.path === '/wp-json/') return jsonReply(index(blog));
  const match = /^\/wp-json\/wp\/v2\/(posts|pages)(?:\/(\d+))?$/.exec(request.path);
  if (match === null) return undefined;
  const items: readonly (BlogPost | BlogPage)[] = match[1] === 'posts' ? blog.posts : blog.pages;
  if (match[2] === undefined) return listReply(blog, items, request.query);
  const item = items.find((one) => one.id === Number(match[2]));
  return item === undefined ? notFound() : jsonReply(toJson(blog, item));
}

function index(blog: Blog) {
  return {
    name: WORDS.de.brand,
    description: WORDS.de.tagline,
    url: blog.origin,
    home: blog.origin,
    namespaces: ['wp/v2'],
    routes: { '/wp/v2/posts': {}, '/wp/v2/pages': {} },
  };
}

function listReply(blog: Blog, items: readonly (BlogPost | BlogPage)[], query: URLSearchParams): Reply {
  const perPage = Math.min(100, Math.max(1, Number(query.get('per_page') ?? 10) || 10));
  const page = Math.max(1, Number(query.get('page') ?? 1) || 1);
  const pages = Math.ceil(items.length / perPage);
  if (page > pages) {
    return jsonReply({ code: 'rest_post_invalid_page_number', data: { status: 400 } }, { status: 400 });
  }
  const slice = items.slice((page - 1) * perPage, page * perPage).map((item) => toJson(blog, item));
  return jsonReply(slice, { headers: { 'X-WP-Total': String(items.length), 'X-WP-TotalPages': String(pages) } });
}

function notFound(): Reply {
  return jsonReply({ code: 'rest_post_invalid_id', data: { status: 404 } }, { status: 404 });
}

function toJson(blog: Blog, item: BlogPost | BlogPage) {
  const common = {
    id: item.id,
    slug: item.slug,
    status: 'publish',
    link: `${blog.origin}${item.path}`,
    title: { rendered: item.title },
    content: { rendered: renderMarkdown(item.markdown, NO_WIDGETS).markup, protected: false },
  };
  if (!('date' in item)) return { ...common, type: 'page' };
  const date = item.date.replace('Z', '');
  return { ...common, type: 'post', date, date_gmt: date, excerpt: { rendered: item.excerpt, protected: false } };
}
