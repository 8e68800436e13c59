import type { CheerioAPI } from 'cheerio';
import type { PlatformId } from '../../model/platform.ts';
import {
  type FoundPost,
  makeMedia,
  makePost,
  type PostAuthor,
  type PostMedia,
  type PostReference,
} from '../../model/post.ts';
import type { HtmlPage } from './html-page.ts';
import { htmlToText } from './html-to-text.ts';
import { asTime, asUrl } from './json-reader.ts';

const anyNodes = ($: CheerioAPI) => $('*').first();
type Nodes = ReturnType<typeof anyNodes>;

/** What the h-entry of a page says of its post. @see https://microformats.org/wiki/h-entry */
export interface HEntry {
  readonly title: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly author: PostAuthor | null;
  readonly tags: readonly string[];
  readonly replyTo: PostReference | null;
  readonly repostOf: PostReference | null;
  readonly media: readonly PostMedia[];
  readonly comments: readonly FoundPost[];
}

/** The one h-entry that a page is about: the only one, or that at its address. Undefined on a feed of many. */
export function entryOf(page: HtmlPage): Nodes | undefined {
  const { $ } = page;
  const top = $('.h-entry').filter((_, element) => $(element).parents('.h-entry,.h-cite').length === 0);
  const here = top.filter((_, element) => urlOf($, $(element), page.base) === page.address);
  if (here.length === 1) return here.first();
  return top.length === 1 && top.parents('.h-feed').length === 0 ? top.first() : undefined;
}

export function isFeedOfMany({ $ }: HtmlPage): boolean {
  return $('.h-feed .h-entry').length > 1;
}

export function readEntry(page: HtmlPage, entry: Nodes, platform: PlatformId): HEntry {
  const { $, base, address } = page;
  const time = (name: string) => timeOf($, own($, entry, name));
  const content = own($, entry, '.e-content').first();
  const title = own($, entry, '.p-name').first().text().replace(/\s+/g, ' ').trim();
  const media = ['photo', 'video', 'audio'].flatMap((name) => mediaOf($, own($, entry, `.u-${name}`), name, base));
  const tags = own($, entry, '.p-category')
    .get()
    .map((element) => $(element).text().trim().replace(/^#/, ''));
  return {
    // A note has no name of its own: parsers give it its content as one.
    title: title === '' || title === content.text().replace(/\s+/g, ' ').trim() ? null : title,
    published: time('.dt-published'),
    updated: time('.dt-updated'),
    author: authorOf($, own($, entry, '.p-author').first(), base),
    tags: [...new Set(tags.filter((tag) => tag !== ''))],
    replyTo: referenceOf($, own($, entry, '.u-in-reply-to').first(), base),
    repostOf: referenceOf($, own($, entry, '.u-repost-of').first(), base),
    media,
    comments: own($, entry, '.p-comment,.u-comment')
      .get()
      .map((element) => commentOf($, $(element), { platform, base, post: address }))
      .filter((comment) => comment !== undefined),
  };
}

/** Properties of this entry, and not of another one inside it. */
function own($: CheerioAPI, entry: Nodes, selector: string): Nodes {
  return entry.find(selector).filter((_, element) => {
    const holder = $(element).parent().closest('.h-entry,.h-cite,.h-card');
    return holder.length === 0 || holder.is(entry) || !$.contains(entry[0] as never, holder[0] as never);
  }) as Nodes;
}

function urlOf($: CheerioAPI, entry: Nodes, base: string): string | null {
  const link = own($, entry, '.u-url').first();
  return asUrl(link.attr('href') ?? link.attr('value') ?? link.text(), base);
}

function timeOf($: CheerioAPI, found: Nodes): string | null {
  const first = found.first();
  return asTime(first.attr('datetime') ?? first.attr('title') ?? first.attr('value') ?? $(first).text().trim());
}

function authorOf($: CheerioAPI, card: Nodes, base: string): PostAuthor | null {
  if (card.length === 0) return null;
  const named = card.find('.p-name').first();
  const name = (named.length > 0 ? named : card).text().replace(/\s+/g, ' ').trim() || (card.attr('title') ?? '');
  const url = asUrl(card.attr('href') ?? $(card).find('.u-url').first().attr('href'), base);
  return name === '' && url === null ? null : { id: null, handle: null, name: name || null, url };
}

function referenceOf($: CheerioAPI, found: Nodes, base: string): PostReference | null {
  if (found.length === 0) return null;
  const url = asUrl(found.attr('href') ?? $(found).find('a[href]').first().attr('href'), base);
  const text = $(found).find('.e-content,.p-content,.p-name').first().text().trim();
  const author = authorOf($, $(found).find('.p-author').first() as Nodes, base);
  return url === null ? null : { id: null, url, author, text: text || null };
}

function mediaOf($: CheerioAPI, found: Nodes, name: string, base: string): readonly PostMedia[] {
  const kind = name === 'photo' ? 'image' : name === 'video' ? 'video' : 'audio';
  return found
    .get()
    .map((element) => {
      const url = asUrl(
        $(element).attr('src') ?? $(element).attr('href') ?? $(element).find('source').attr('src'),
        base,
      );
      const alt = $(element).attr('alt')?.trim();
      return url === null ? undefined : makeMedia({ url, kind, alt: alt || null });
    })
    .filter((medium) => medium !== undefined);
}

interface CommentPlace {
  readonly platform: PlatformId;
  readonly base: string;
  readonly post: string;
}

function commentOf($: CheerioAPI, cite: Nodes, { platform, base, post }: CommentPlace): FoundPost | undefined {
  const content = own($, cite, '.e-content,.p-content').first();
  const html = content.html();
  const text = htmlToText(html ?? '').text;
  if (text === '') return undefined;
  const url = urlOf($, cite, base);
  const author = authorOf($, own($, cite, '.p-author').first(), base);
  const published = timeOf($, own($, cite, '.dt-published'));
  return makePost({
    platform,
    id: url ?? `${post}#${[author?.name, published].join(' ')}`,
    url,
    kind: 'comment',
    source: 'crawl',
    isOwn: false,
    author,
    published,
    text,
    html,
    replyTo: { id: post, url: post, author: null, text: null },
    thread: post,
  });
}
