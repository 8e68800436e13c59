import { type Html, html, rawHtml } from '../http/html.ts';
import { type FediverseFrame, othersUrl } from './fediverse-frame.ts';
import type { OthersToot, Toot } from './load-toots.ts';

/** The markup of a toot, as Mastodon makes it of what was typed: paragraphs, links cut short, hashtags, mentions. */
export function tootHtml(toot: Toot, frame: FediverseFrame): Html {
  const mention =
    toot.answers &&
    html`<span class="h-card" translate="no"><a href="${toot.answers.by.url}" class="u-url mention">@<span>${nameIn(toot.answers)}</span></a></span> `;
  const inline = toot.quotes && html`<p class="quote-inline">RE: ${link(othersUrl(toot.quotes))}</p>`;
  const paragraphs = toot.text
    .split('\n\n')
    .map((words, place) => html`<p>${place === 0 && mention}${rich(words, frame)}</p>`);
  return rawHtml([...(inline ? [inline] : []), ...paragraphs].map(({ markup }) => markup).join(''));
}

function nameIn({ by }: OthersToot): string {
  return by.acct.split('@')[0] ?? '';
}

export function hashtagsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<=^|\s)#([\p{L}\p{N}_]+)/gu)].map((match) => match[1] ?? '');
}

function rich(words: string, { origin }: FediverseFrame): Html {
  const parts = words.split(/(https?:\/\/\S+|(?<=^|\s)#[\p{L}\p{N}_]+)/gu);
  const pieces = parts.map((part) => {
    if (/^https?:/.test(part)) return link(part);
    if (!/^#[\p{L}\p{N}_]+$/u.test(part)) return html`${part}`;
    return html`<a href="${origin}/tags/${encodeURIComponent(part.slice(1))}" class="mention hashtag" rel="tag">#<span>${part.slice(1)}</span></a>`;
  });
  return rawHtml(pieces.map(({ markup }) => markup).join(''));
}

/** The scheme and the end of a long address are there and not seen. */
function link(address: string): Html {
  const [, scheme = '', rest = ''] = /^(https?:\/\/)(.*)$/.exec(address) ?? [];
  const shown = rest.slice(0, 30);
  const hidden = rest.slice(30);
  const visible = hidden === '' ? html`<span class="">${shown}</span>` : html`<span class="ellipsis">${shown}</span>`;
  return html`<a href="${address}" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">${scheme}</span>${visible}<span class="invisible">${hidden}</span></a>`;
}
