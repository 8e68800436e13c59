import type { ArchivedResponse } from '../../model/archived-response.ts';
import type { Finding } from '../../model/finding.ts';
import { type FoundPost, makeMedia, makePost, type PostMedia } from '../../model/post.ts';
import { reallyLater } from '../reading/edit-time.ts';
import { once } from '../reading/feed-media.ts';
import { htmlMedia } from '../reading/html-media.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asList, asNumber, asObject, asText, asTime, asUrl, at, parseJson } from '../reading/json-reader.ts';
import { linkedFiles } from '../reading/main-content.ts';

export type ContentList = 'posts' | 'pages' | 'settings';

/** Which list of the Content API an address is, with or without a version before it. */
export function contentList(url: string): ContentList | undefined {
  const [, list] =
    /\/ghost\/api\/(?:v\d(?:\.\d+)?\/|canary\/)?content\/(posts|pages|settings)\/?$/.exec(new URL(url).pathname) ?? [];
  return list as ContentList | undefined;
}

/** Everything in one answer of the Content API. @see https://docs.ghost.org/content-api/ */
export async function* readContent(response: ArchivedResponse, list: ContentList): AsyncGenerator<Finding> {
  const json = parseJson(await response.text().catch(() => ''));
  if (list === 'settings') return yield* readSettings(at(json, 'settings'));
  const items = at(json, list);
  if (!Array.isArray(items)) {
    yield {
      kind: 'unreadable',
      id: null,
      where: response.url,
      message: `${response.url} should be a list of ${list} and is none.`,
    };
    return;
  }
  const total = asNumber(at(json, 'meta', 'pagination', 'total'));
  const kind = list === 'posts' ? 'article' : 'page';
  // With a filter it counts those alone that pass it.
  if (total !== null && !new URL(response.url).searchParams.has('filter')) {
    yield { kind: 'claim', claim: { name: `pagination.total ${list}`, count: total, kinds: [kind], reach: 'exact' } };
  }
  for (const item of items) yield* readItem(item, list, response.url);
}

function* readItem(item: unknown, list: 'posts' | 'pages', where: string): Generator<Finding> {
  const post = readPost(item, list);
  if (post === undefined) {
    yield {
      kind: 'unreadable',
      id: asText(at(item, 'id')),
      where,
      message: `An item of ${list} has no id or no address.`,
    };
    return;
  }
  const { id, url, published, kind } = post;
  yield { kind: 'post', post };
  yield { kind: 'listed', listed: { id, url, published, list: `content/${list}`, kind } };
}

function readPost(item: unknown, list: 'posts' | 'pages'): FoundPost | undefined {
  const id = asText(at(item, 'id'));
  const url = asUrl(at(item, 'url'));
  if (id === null || url === null) return undefined;
  const html = asText(at(item, 'html'));
  const read = htmlToText(html ?? '', url);
  const published = asTime(at(item, 'published_at'));
  const visibility = asText(at(item, 'visibility')) ?? 'public';
  const author = asObject(at(item, 'primary_author')) ?? asList(at(item, 'authors'))[0];
  const name = asText(at(author, 'name'));
  return makePost({
    platform: 'ghost',
    id,
    url,
    kind: list === 'posts' ? 'article' : 'page',
    source: 'api',
    author:
      name === null
        ? null
        : { id: asText(at(author, 'id')), handle: asText(at(author, 'slug')), name, url: asUrl(at(author, 'url')) },
    published,
    edited: published === null ? null : reallyLater(published, asTime(at(item, 'updated_at'))),
    title: asText(at(item, 'title')),
    text: read.text || (asText(at(item, 'plaintext'))?.trim() ?? ''),
    html,
    lang: asText(at(item, 'locale')),
    media: once([...featured(item), ...htmlMedia(html ?? '', url), ...linkedFiles(html ?? '', url)]),
    links: read.links,
    tags: tagsOf(item),
    isPinned: at(item, 'featured') === true,
    visibility: visibility === 'public' ? 'public' : 'followers',
    extent: at(item, 'access') === false || typeof at(item, 'html') !== 'string' ? 'part' : 'whole',
  });
}

function featured(item: unknown): readonly PostMedia[] {
  const url = asUrl(at(item, 'feature_image'));
  if (url === null) return [];
  const caption = htmlToText(asText(at(item, 'feature_image_caption')) ?? '').text || null;
  return [makeMedia({ url, kind: 'image', alt: asText(at(item, 'feature_image_alt')) ?? caption })];
}

/** Tags with # are the editors' own and are shown to nobody. */
function tagsOf(item: unknown): readonly string[] {
  const names = asList(at(item, 'tags'))
    .filter((tag) => asText(at(tag, 'visibility')) !== 'internal')
    .map((tag) => asText(at(tag, 'name')));
  return names.filter((name) => name !== null && !name.startsWith('#')) as string[];
}

function* readSettings(settings: unknown): Generator<Finding> {
  const url = asUrl(at(settings, 'url'));
  const name = asText(at(settings, 'title'));
  if (name === null) return;
  yield {
    kind: 'profile',
    profile: {
      id: null,
      handle: url === null ? null : new URL(url).hostname,
      name,
      bio: asText(at(settings, 'description')),
      url,
      avatarUrl: asUrl(at(settings, 'icon')) ?? asUrl(at(settings, 'logo')),
      followers: null,
      following: null,
      since: null,
      state: 'open',
    },
  };
}
