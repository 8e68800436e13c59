import type { CheerioAPI } from 'cheerio';
import type { Profile } from '../../model/finding.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asUrl } from '../reading/json-reader.ts';
import { readShownCount } from '../reading/shown-count.ts';

/** True for the web view of a channel, empty or not; false for the card that t.me shows instead. */
export function hasHistory($: CheerioAPI): boolean {
  return $('.tgme_channel_history, .tgme_widget_message[data-post]').length > 0;
}

/** The page with the messages before this one; undefined on the last. */
export function olderPage($: CheerioAPI, base: string): string | undefined {
  const more = $('.tme_messages_more[data-before]').first();
  const before = more.attr('data-before') ?? '';
  if (/^\d+$/.test(before)) {
    const url = new URL(base);
    url.search = `?before=${before}`;
    return url.href;
  }
  return asUrl(more.attr('href'), base) ?? undefined;
}

/** The channel as the column beside its messages presents it, or the card in place of them. */
export function readProfile($: CheerioAPI, url: string): Profile | undefined {
  const title = $('.tgme_channel_info_header_title, .tgme_page_title').first().text().trim();
  if (title === '') return undefined;
  const bio = $('.tgme_channel_info_description, .tgme_page_description').first();
  const handle = $('.tgme_channel_info_header_username').first().text().trim().replace(/^@/, '');
  return {
    id: null,
    handle: handle === '' ? null : handle,
    name: title,
    bio: bio.length === 0 ? null : htmlToText(bio.html() ?? '').text,
    url: asUrl($('.tgme_channel_info_header_username a').attr('href'), url),
    avatarUrl: asUrl($('.tgme_channel_info_header img, img.tgme_page_photo_image').first().attr('src'), url),
    followers: subscribers($),
    following: null,
    since: null,
    // The card of a channel that is open leads to its web view.
    state: hasHistory($) || $('a[href^="/s/"]').length > 0 ? 'open' : 'private',
  };
}

function subscribers($: CheerioAPI): number | null {
  for (const element of $('.tgme_channel_info_counter')) {
    if (!/subscriber/i.test($(element).find('.counter_type').text())) continue;
    return readShownCount($(element).find('.counter_value').text())?.count ?? null;
  }
  const extra = $('.tgme_page_extra').first().text();
  return /subscriber/i.test(extra) ? (readShownCount(extra)?.count ?? null) : null;
}
