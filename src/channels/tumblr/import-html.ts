import { load } from 'cheerio';
import type { ChannelPlace } from '../../model/channel.ts';
import type { FoundPost } from '../../model/post.ts';
import { pathSegments } from '../address.ts';
import type { TumblrMedia } from './import-media.ts';
import { withTrail } from './import-xml.ts';
import { readTumblrPost } from './read-api.ts';

/**
 * A page of an older export: its title, its text, and a footer with time and tags. The time is the blog's own, without a zone,
 * and nothing says whether the post was private.
 * @returns undefined for what is no page of a post
 */
export function readExportedPage(
  html: string,
  id: string,
  place: ChannelPlace,
  files: TumblrMedia,
): FoundPost | undefined {
  const $ = load(html);
  // A reblog has the footer of what it passes on before its own.
  const footer = $('#footer').last();
  if (footer.length === 0) return undefined;
  const tags = footer
    .find('.tag')
    .get()
    .map((tag) => $(tag).text().trim())
    .filter((tag) => tag !== '');
  $('#footer,link,style,script,meta,title').remove();
  const heading = $('body > h1').first();
  const title = heading.text().trim();
  heading.remove();
  const named = $('body img,body video,body audio,body source')
    .get()
    .flatMap((element) => /(?:^|\/)media\/([^/?#]+)$/.exec(localAddress($(element).attr('src')))?.[1] ?? []);
  const body = ($('body').html() ?? '').trim();
  const read = readTumblrPost(
    withTrail({
      id,
      type: $('body video').length > 0 ? 'video' : 'regular',
      'url-with-slug': addressOf(id, place),
      'regular-title': title,
      'regular-body': body,
      'video-caption': body,
      tags,
    }),
    place.url,
  );
  if (read.kind !== 'post') return undefined;
  const post = { ...read.post, media: read.post.media.filter(({ url }) => !/\/media\/\d+(_\d+)?\.\w+$/.test(url)) };
  return {
    ...post,
    source: 'export',
    title: post.title ?? (title === '' ? null : title),
    author: place.handle === undefined ? null : { id: null, handle: place.handle, name: null, url: place.url },
    media: files.withFiles(post, named),
    visibility: 'unknown',
  };
}

/** Files of the export are named relative to the page, `../../media/123_0.jpg`. */
function localAddress(src: string | undefined): string {
  return src === undefined || /^[a-z]+:|^\/\//i.test(src) ? '' : src;
}

function addressOf(id: string, { url, handle }: ChannelPlace): string {
  const { origin, hostname, pathname } = new URL(url);
  if (!/^(www\.)?tumblr\.com$/.test(hostname)) return `${origin}/post/${id}`;
  const name = handle ?? pathSegments(pathname).find((segment) => segment !== 'blog' && segment !== 'view') ?? '';
  return `https://${name}.tumblr.com/post/${id}`;
}
