import { load } from 'cheerio';
import type { ChannelPlace } from '../../model/channel.ts';
import type { LeftOut } from '../../model/official-export.ts';
import type { FoundPost } from '../../model/post.ts';
import { type XmlNode, xmlChild } from '../reading/export/xml-records.ts';
import type { JsonObject } from '../reading/json-reader.ts';
import type { Blog } from './import-files.ts';
import type { TumblrMedia } from './import-media.ts';
import { readTumblrPost } from './read-api.ts';

const byState: ReadonlyMap<string, 'public' | LeftOut> = new Map([
  ['published', 'public'],
  ['', 'public'],
  ['draft', 'drafts'],
  ['queue', 'scheduled'],
  ['queued', 'scheduled'],
  ['private', 'private'],
]);

/** What a post is by its state; one that others handed in, and nobody published, is none of the blog's. */
export function stateOf({ attributes }: XmlNode): 'public' | LeftOut {
  if (attributes.private === 'true' || attributes.private === '1') return 'private';
  return byState.get((attributes.state ?? '').toLowerCase()) ?? 'others';
}

/** The XML of the old interface as its JSON: what are elements and attributes there are fields here. */
export function apiPostOf(post: XmlNode, blog: Blog | undefined): JsonObject {
  const fields = post.children
    .filter(({ name }) => !/^(tag|photo-url|photoset|conversation|tumblelog)$/.test(name))
    .map(({ name, text }) => [name, text.trim()] as const);
  const photos =
    xmlChild(post, 'photoset')?.children.map((photo) => ({ ...photo.attributes, ...sizesOf(photo) })) ?? [];
  const lines = xmlChild(post, 'conversation')?.children ?? [];
  const owner = blog?.owner;
  return withTrail({
    ...post.attributes,
    ...Object.fromEntries(fields),
    ...sizesOf(post),
    ...(photos.length > 0 ? { photos } : {}),
    ...(lines.length > 0 ? { conversation: lines.map((line) => ({ ...line.attributes, phrase: line.text })) } : {}),
    tags: post.children.filter(({ name }) => name === 'tag').map(({ text }) => text.trim()),
    ...(owner === undefined ? {} : { tumblelog: { name: owner.handle, title: owner.name, url: owner.url } }),
  });
}

function sizesOf(holder: XmlNode): Readonly<Record<string, string>> {
  const urls = holder.children.filter(({ name }) => name === 'photo-url');
  return Object.fromEntries(
    urls.map(({ attributes, text }) => [`photo-url-${attributes['max-width'] ?? ''}`, text.trim()]),
  );
}

const bodies = ['regular-body', 'photo-caption', 'video-caption', 'audio-caption', 'link-description', 'answer'];

/**
 * Exports need not say whose post was passed on; the text does, at its beginning: each blog of the chain is named, then quoted,
 * the first one innermost.
 */
export function withTrail(post: JsonObject): JsonObject {
  if (['root', 'from'].some((step) => `reblogged-${step}-url` in post || `reblogged-${step}-name` in post)) return post;
  const html = bodies
    .map((name) => post[name])
    .find((body) => typeof body === 'string' && body.includes('tumblr_blog'));
  if (typeof html !== 'string') return post;
  const $ = load(html, null, false);
  const isFirst = $.root().children().first().find('a.tumblr_blog').addBack('a.tumblr_blog').length > 0;
  const blog = $('a.tumblr_blog').last();
  const name = blog.text().trim();
  if (!isFirst || $('blockquote').length === 0 || !/^[\w-]+$/.test(name)) return post;
  return { ...post, 'reblogged-root-name': name, 'reblogged-root-url': blog.attr('href') };
}

/** A post in the form in which the interface gives it, with the files that the export has of its media. */
export function readExportedPost(
  item: JsonObject,
  place: ChannelPlace,
  media: TumblrMedia,
  element: XmlNode,
): FoundPost {
  const read = readTumblrPost(item, place.url);
  if (read.kind !== 'post') throw new Error(`post ${String(item.id)} has a number, and was not read`);
  const what = stateOf(element);
  const { post } = read;
  const isOut = what === 'public' || what === 'private';
  return {
    ...post,
    source: 'export',
    url: what === 'public' ? post.url : null,
    published: isOut ? post.published : null,
    media: media.withFiles(post),
    visibility: what === 'public' ? 'public' : 'private',
  };
}
