import { escapeHtml } from '../../base/escape-html.ts';
import type { Limit } from '../../model/channel.ts';
import { whatIsSeen } from '../counting/what-is-seen.ts';

/** Addresses, mail addresses (which are no handles), handles and hashtags. */
const marks =
  /(?<link>https?:\/\/[^\s<>"„“”«»\u2066-\u2069]*[^\s<>"„“”«»\u2066-\u2069.,;:!?)\]}…])|(?<mail>[\p{L}\p{N}._+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,})|(?<![\p{L}\p{N}_/])(?<handle>@[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*(?:@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)?)|(?<![\p{L}\p{N}_&])(?<hashtag>[#＃](?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+)/gu;

/** A plain text as HTML: what platforms make links of is marked, and keeps its direction in a text from the right. */
export function markedHtml(text: string): string {
  let html = '';
  let done = 0;
  for (const { 0: found, index, groups = {} } of text.matchAll(marks)) {
    const [kind = 'link'] = Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
    const direction = kind === 'hashtag' ? '' : ' dir="ltr"';
    html += `${escapeHtml(text.slice(done, index))}<bdi class="mark ${kind}"${direction}>${escapeHtml(found)}</bdi>`;
    done = index + found.length;
  }
  return html + escapeHtml(text.slice(done));
}

/**
 * A text as far as it is seen, then where it is folded, then the rest.
 * @param fold null: nobody knows of one
 * @param marker what one taps to see the rest
 */
export function foldedHtml(text: string, fold: Limit | null, marker: string): string {
  const { seen, rest } = fold === null ? { seen: text, rest: '' } : whatIsSeen(text, fold);
  if (rest === '') return markedHtml(seen);
  return `${markedHtml(seen)}<span class="fold">${marker}</span><span class="rest">${markedHtml(rest)}</span>`;
}
