import { createHash } from 'node:crypto';
import type { Post, PostMedia, PostReference } from '../../model/post.ts';
import type { GoneMark } from '../../model/post-timeline.ts';
import { cleanHtml, textAsHtml } from './clean-html.ts';
import { escapeMarkup } from './escape-markup.ts';
import type { ExportedPost, ExportFacts, PostsAgain } from './exported-post.ts';
import { titleOf } from './post-title.ts';
import { safeUrl } from './safe-url.ts';

/**
 * One Atom feed with every post, written entry by entry. The posts are gone through twice: a feed says at its head when
 * anything in it last changed.
 * @see RFC 4287, and RFC 4685 for replies
 */
export async function* writeAtom(posts: PostsAgain, facts: ExportFacts): AsyncGenerator<string> {
  yield feedHead(facts, await newestChange(posts()));
  const ids = new Set<string>();
  for await (const exported of posts()) {
    const own = nameOf(exported.post);
    // The address is what readers of the old feed know; two posts at one address are still two.
    const url = safeUrl(exported.post.url);
    const id = url === null || ids.has(url) ? own : url;
    ids.add(id);
    yield entry(exported, id, facts);
  }
  yield '</feed>\n';
}

function feedHead({ title, madeAt, software }: ExportFacts, updated: string | null): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
${element('id', uuidOf(['feed', title]))}
${element('title', title)}
${element('updated', updated ?? madeAt)}
${element('generator', software)}
<author>${element('name', title)}</author>
`;
}

async function newestChange(posts: AsyncIterable<ExportedPost>): Promise<string | null> {
  let newest: string | null = null;
  for await (const { post } of posts) {
    const at = changedAt(post);
    if (at !== null && (newest === null || at > newest)) newest = at;
  }
  return newest;
}

/** A UTC time of that form, or null: what is no date must not make the whole feed unreadable. */
function timeOf(text: string | null | undefined): string | null {
  const date = new Date(text ?? Number.NaN);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? null : date.toISOString();
}

function changedAt({ edited, published, archive }: Post): string | null {
  return timeOf(edited) ?? timeOf(published) ?? timeOf(archive?.at);
}

function entry({ post, gone }: ExportedPost, id: string, { title, madeAt }: ExportFacts): string {
  const language = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(post.lang ?? '') ? ` xml:lang="${post.lang}"` : '';
  const published = timeOf(post.published);
  const url = safeUrl(post.url);
  return [
    `<entry${language}>`,
    element('id', id),
    element('title', titleOf(post) || `${post.kind} ${post.id}`),
    element('updated', changedAt(post) ?? madeAt),
    published === null ? '' : element('published', published),
    author(post, title),
    url === null ? '' : `<link rel="alternate" href="${escapeMarkup(url)}"/>`,
    ...post.media.map(enclosure),
    ...[...new Set(post.tags)].map((tag) => `<category term="${escapeMarkup(tag)}"/>`),
    gone === undefined ? '' : goneCategory(gone),
    replyTo(post.replyTo),
    `<content type="html">${escapeMarkup(contentOf(post))}</content>`,
    '</entry>\n',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function author({ author: by }: Post, fallback: string): string {
  const url = safeUrl(by?.url ?? null);
  const name = [by?.name, by?.handle, fallback].find((candidate) => (candidate ?? '').trim() !== '') ?? 'unknown';
  return `<author>${element('name', name)}${url === null ? '' : element('uri', url)}</author>`;
}

function enclosure({ url: address, mime, alt }: PostMedia): string {
  const url = safeUrl(address);
  if (url === null) return '';
  const type = mime !== null && /^[\w.+-]+\/[\w.+-]+$/.test(mime) ? ` type="${mime}"` : '';
  const title = alt === null ? '' : ` title="${escapeMarkup(alt)}"`;
  return `<link rel="enclosure" href="${escapeMarkup(url)}"${type}${title}/>`;
}

/** The scheme keeps it apart from what its author tagged it with; readers show the label. */
function goneCategory({ lastSeenAt, goneAt, because }: GoneMark): string {
  const label = `Deleted after publication: last seen ${lastSeenAt}, not there ${goneAt}`;
  return `<category scheme="urn:lastpost:gone" term="${because}" label="${escapeMarkup(label)}"/>`;
}

function replyTo(reference: PostReference | null): string {
  const url = safeUrl(reference?.url ?? null);
  return url === null ? '' : `<thr:in-reply-to ref="${escapeMarkup(url)}" href="${escapeMarkup(url)}"/>`;
}

/** Pictures of the text keep their old addresses: a feed has no files beside it. */
function contentOf(post: Post): string {
  const parts = [
    post.warning === null ? '' : `<p><strong>${escapeMarkup(post.warning)}</strong></p>`,
    cleanHtml(post, (address) => address),
    ...(post.poll?.options.length ? [`<ul>${post.poll.options.map(option).join('')}</ul>`] : []),
    quotation(post.repostOf),
    quotation(post.quoteOf),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function option({ text, votes }: { readonly text: string; readonly votes: number | null }): string {
  return `<li>${escapeMarkup(votes === null ? text : `${text}: ${votes}`)}</li>`;
}

function quotation(reference: PostReference | null): string {
  if (reference === null) return '';
  const url = safeUrl(reference.url);
  const by = reference.author?.name ?? reference.author?.handle ?? url ?? '';
  const source = url === null ? escapeMarkup(by) : `<a href="${escapeMarkup(url)}">${escapeMarkup(by)}</a>`;
  return `<blockquote>${textAsHtml(reference.text ?? '')}<p>${source}</p></blockquote>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`;
}

function nameOf({ platform, channel, id }: Post): string {
  return uuidOf([platform, channel, id]);
}

/** An address for what has none: the same for the same parts, always. @see RFC 9562, version 8 */
function uuidOf(parts: readonly (string | null)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
