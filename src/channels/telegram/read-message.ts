import type { CheerioAPI } from 'cheerio';
import type { Finding } from '../../model/finding.ts';
import { makePost, type PostAuthor, type PostCounts, type PostPoll, type PostReference } from '../../model/post.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asTime, asUrl } from '../reading/json-reader.ts';
import { readShownCount } from '../reading/shown-count.ts';
import { type Part, readMedia } from './read-media.ts';

interface Where {
  /** The page's address. */
  readonly url: string;
  /** When it was fetched, UTC ISO 8601. */
  readonly at: string;
}

/**
 * One bubble of the web view → the post, and what of it could not be had.
 * @param id the message's number in its channel
 * @see https://t.me/s/telegram, markup as of 2026 (classes `tgme_widget_message_*`)
 */
export function* readMessage($: CheerioAPI, message: Part, id: string, where: Where): Generator<Finding> {
  const { media, withheld } = readMedia($, message, where.url);
  const body = textPart($, message);
  const html = body?.html() ?? null;
  const { text, links } = htmlToText(html ?? '', where.url);
  const poll = readPoll($, message);
  const url = asUrl(message.find('a.tgme_widget_message_date').attr('href'), where.url)?.replace(/\?single$/, '');
  const counts = readCounts($, message);
  const repostOf = readForward(message, where.url);
  const isClosed = media.length === 0 && withheld.length === 0 && poll === null && isNotSupported(message);
  yield {
    kind: 'post',
    post: makePost({
      platform: 'telegram',
      id,
      source: 'crawl',
      kind: repostOf === null ? 'post' : 'repost',
      url: url ?? null,
      author: readAuthor(message, where.url),
      published: asTime(message.find('a.tgme_widget_message_date time').attr('datetime')),
      text: text === '' ? message.find('.tgme_widget_message_poll_question').text().trim() || '' : text,
      html,
      media,
      links: links.filter((link) => !isSearch(link)).concat(previewLink(message, where.url, links)),
      replyTo: readReply(message, where.url),
      repostOf,
      tags: readTags($, body),
      poll,
      counts,
      countedAt: Object.keys(counts).length === 0 ? null : where.at,
      extent: isClosed && text === '' ? 'part' : 'whole',
    }),
  };
  for (const what of withheld) yield { kind: 'unreadable', id, where: url ?? where.url, message: notHandedOut(what) };
  const closed = text === '' ? 'its whole content' : 'what stands beside its text';
  if (isClosed) yield { kind: 'unreadable', id, where: url ?? where.url, message: notHandedOut(closed) };
}

const notHandedOut = (what: string): string =>
  `Telegram's web view does not hand out ${what}; it is in the app, and in an export from Telegram Desktop.`;

/** The caption or text; a bubble that answers another one has that one's text too, and old markup nests it in itself. */
function textPart($: CheerioAPI, message: Part): Part | undefined {
  const parts = message.find('.tgme_widget_message_text');
  const own = parts.filter(
    (_, part) =>
      $(part).closest('.tgme_widget_message_reply').length === 0 &&
      $(part).find('.tgme_widget_message_text').length === 0,
  );
  return own.length === 0 ? undefined : own.first();
}

function isNotSupported(message: Part): boolean {
  return message.find('.message_media_not_supported, .message_media_not_supported_wrap').length > 0;
}

const isSearch = (link: string): boolean => /[?&]q=%23/i.test(link);

function previewLink(message: Part, base: string, known: readonly string[]): readonly string[] {
  const url = asUrl(message.find('a.tgme_widget_message_link_preview').attr('href'), base);
  return url === null || known.includes(url) ? [] : [url];
}

function readTags($: CheerioAPI, body: Part | undefined): readonly string[] {
  const links = body?.find('a[href*="q=%23"]').toArray() ?? [];
  return [...new Set(links.map((link) => $(link).text().trim().replace(/^#/, '')))].filter((tag) => tag !== '');
}

function readAuthor(message: Part, base: string): PostAuthor {
  const owner = message.find('a.tgme_widget_message_owner_name').first();
  const signed = message.find('.tgme_widget_message_from_author').first().text().trim();
  const [handle = ''] = (message.attr('data-post') ?? '').split('/');
  const title = owner.text().trim();
  return {
    id: null,
    handle: handle === '' ? null : handle,
    // A signature names the person who wrote in the channel's name.
    name: signed !== '' ? signed : title === '' ? null : title,
    url: asUrl(owner.attr('href'), base),
  };
}

/** An address of t.me → whose message it is. Numbers count within one channel, so that a foreign one is no id here. */
function referenceTo(message: Part, link: Part, base: string, name: string, text: string | null): PostReference {
  const url = asUrl(link.attr('href'), base)?.replace(/\?(single|comment=\d+)$/, '') ?? null;
  const path = url === null ? [] : new URL(url).pathname.split('/').filter((part) => part !== '' && part !== 's');
  const [handle = null, number = null] = path;
  const isOurs = handle?.toLowerCase() === message.attr('data-post')?.split('/')[0]?.toLowerCase();
  const account = url === null || handle === null ? null : new URL(`/${handle}`, url).href;
  return {
    id: isOurs ? number : null,
    url: number === null ? null : url,
    author: name === '' ? null : { id: null, handle, name, url: account },
    text,
  };
}

function readForward(message: Part, base: string): PostReference | null {
  const from = message.find('.tgme_widget_message_forwarded_from').first();
  if (from.length === 0) return null;
  // Somebody who hides their account is named without a link.
  const named = from.find('.tgme_widget_message_forwarded_from_name').first();
  const said = named.length === 0 ? from.text().replace(/^\s*Forwarded from\s*/i, '') : named.text();
  return referenceTo(message, named, base, said.trim(), null);
}

function readReply(message: Part, base: string): PostReference | null {
  const reply = message.find('a.tgme_widget_message_reply').first();
  if (reply.length === 0) return null;
  const said = reply.find('.js-message_reply_text').first();
  const text = said.length === 0 ? null : htmlToText(said.html() ?? '').text;
  const name = reply.find('.tgme_widget_message_author_name').text().trim();
  return referenceTo(message, reply, base, name, text);
}

/** Votes are shown in percent only; the number of voters is a rounded one, so no votes are worked out from both. */
function readPoll($: CheerioAPI, message: Part): PostPoll | null {
  const poll = message.find('.tgme_widget_message_poll').first();
  if (poll.length === 0) return null;
  const options = poll
    .find('.tgme_widget_message_poll_option_text')
    .toArray()
    .map((option) => ({ text: $(option).text().trim(), votes: null }));
  const voters = message.find('.tgme_widget_message_voters').first().text();
  return { options, endsAt: null, voters: readShownCount(voters)?.count ?? null };
}

/** Telegram has reactions of every kind and no likes: all of them together stand for those. */
function readCounts($: CheerioAPI, message: Part): PostCounts {
  const views = readShownCount(message.find('.tgme_widget_message_views').first().text())?.count;
  const reactions = message
    .find('.tgme_reaction')
    .toArray()
    .map((reaction) => readShownCount($(reaction).clone().children().remove().end().text())?.count ?? 0);
  return {
    ...(views === undefined ? {} : { views }),
    ...(reactions.length === 0 ? {} : { likes: reactions.reduce((sum, count) => sum + count, 0) }),
  };
}
