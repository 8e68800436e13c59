import { type CheerioAPI, load } from 'cheerio';
import type { Finding } from '../../model/finding.ts';
import { type FoundPost, makeMedia, makePost, type PostMedia } from '../../model/post.ts';
import { asTime, asUrl } from '../reading/json-reader.ts';
import { readContent } from './read-status.ts';
import { isOwnActor, isOwnPost, nameOfPost, postIdIn, type Server } from './server.ts';

/**
 * Posts that stand in a page's own HTML as h-entry, as Mastodon before 4 and GoToSocial write them. Newer Mastodon fills its
 * pages by script; those have only the head's Open Graph, which is an excerpt.
 * @see https://microformats.org/wiki/h-entry
 */
export function* readPage(html: string, url: string, server: Server): Generator<Finding> {
  const $ = load(html);
  const entries = $('.h-entry').filter((_, element) => $(element).parents('.h-entry').length === 0);
  let found = 0;
  for (const element of entries) {
    const post = readEntry($, $(element), url, server);
    if (post === undefined) continue;
    found += 1;
    yield { kind: 'post', post };
  }
  const { pathname, searchParams } = new URL(url);
  const isProfile = postIdIn(url, server) === null && isOwnActor(new URL(pathname, url).href, server);
  const isLast = isProfile && entries.length > 0 && olderPage(html, url) === undefined;
  if (isLast && [...searchParams.keys()].every((name) => name === 'max_id' || name === 'page')) {
    yield { kind: 'end-of-list', list: 'profile pages' };
  }
  if (found === 0 && !isProfile) yield* readHead($, url, server);
}

/** Where the profile's next, older page is; undefined on the last one. */
export function olderPage(html: string, url: string): string | undefined {
  const $ = load(html);
  const links = $('a.load-more, a[rel~=next], .backnextlinks a.next, .pagination a.next, a.older').toArray();
  const hrefs = links.map((link) => asUrl($(link).attr('href'), url));
  return hrefs.find((href) => href !== null && /[?&](max_id|page)=/.test(href)) ?? undefined;
}

type Selection = ReturnType<CheerioAPI>;

const permalinks =
  'a.u-url.u-uid, a.u-uid, a.u-url[rel~=bookmark], a.status__relative-time, a.detailed-status__datetime, a.status-link';
const authors = '.p-author a.u-url, .p-author a, a.p-author';

function readEntry($: CheerioAPI, entry: Selection, base: string, server: Server): FoundPost | undefined {
  const hrefOf = (selector: string) => asUrl(entry.find(selector).first().attr('href'), base);
  const address = hrefOf(permalinks);
  const author = hrefOf(authors);
  const isOwn = isOwnActor(author, server);
  // A boost is shown as the post it passes on, under its own author's name.
  if (address === null || (!isOwn && !entry.is('.p-comment, .entry-successor'))) return undefined;
  const content = entry.find('.e-content').first();
  const html = content.html() ?? '';
  const time = entry.find('time.dt-published, time[datetime], data.dt-published').first();
  // What stands below a post answers it, unless it says otherwise.
  const answered = hrefOf('a.u-in-reply-to, .u-in-reply-to a') ?? (isOwn ? null : base);
  return makePost({
    platform: 'mastodon',
    id: postIdIn(address, server) ?? address,
    url: address,
    kind: kindOf(isOwn, answered, server),
    author: { id: null, handle: handleOf(author), name: textOf(entry.find('.p-author .p-name').first()), url: author },
    isOwn,
    published: asTime(time.attr('datetime') ?? time.attr('value')),
    ...readContent(html, false),
    html: html === '' ? null : html,
    lang: content.attr('lang') ?? null,
    warning: textOf(entry.find('.p-summary').first()),
    replyTo:
      answered === null ? null : { id: nameOfPost(answered, null, server), url: answered, author: null, text: null },
    media: entry
      .find('.u-photo, .u-video, .u-audio')
      .toArray()
      .flatMap((medium) => readMedium($(medium), base)),
    source: 'crawl',
  });
}

function kindOf(isOwn: boolean, answered: string | null, server: Server): FoundPost['kind'] {
  if (!isOwn) return 'comment';
  const isThread = answered !== null && isOwnPost(answered, server) && postIdIn(answered, server) !== null;
  return answered === null || isThread ? 'post' : 'reply';
}

function handleOf(author: string | null): string | null {
  return author === null ? null : (new URL(author).pathname.split('/').at(-1)?.replace(/^@/, '') ?? null);
}

function textOf(selection: Selection): string | null {
  const text = selection.text().replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

function readMedium(medium: Selection, base: string): readonly PostMedia[] {
  const url = asUrl(medium.attr('href') ?? medium.attr('src') ?? medium.find('source').attr('src'), base);
  if (url === null) return [];
  const kind = medium.is('.u-video') ? 'video' : medium.is('.u-audio') ? 'audio' : 'image';
  const picture = medium.is('img') ? medium : medium.find('img').first();
  const small = asUrl(picture.attr('src'), base);
  const alt = picture.attr('alt') ?? medium.attr('title') ?? medium.attr('aria-label') ?? null;
  const otherUrls = kind === 'image' && small !== null && small !== url ? [small] : [];
  return [makeMedia({ url, otherUrls, kind, alt: alt === '' ? null : alt })];
}

function* readHead($: CheerioAPI, url: string, server: Server): Generator<Finding> {
  const id = postIdIn(url, server);
  const of = (name: string) => $(`meta[property="${name}"], meta[name="${name}"]`).first().attr('content') ?? '';
  const owner = new URL(url).pathname.split('/').slice(0, -1).join('/');
  const text = of('og:description');
  if (id === null || text === '' || of('og:type') !== 'article' || !isOwnActor(new URL(owner, url).href, server))
    return;
  const published = asTime(of('og:published_time')) ?? asTime(of('article:published_time'));
  const common = { platform: 'mastodon', id, url, kind: 'post', source: 'crawl', extent: 'part' } as const;
  yield { kind: 'post', post: makePost({ ...common, published, text: text.trim() }) };
}
