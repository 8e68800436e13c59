import type { Post, PostPoll, PostReference } from '../../../model/post.ts';
import { textAsHtml } from '../clean-html.ts';
import { escapeMarkup } from '../escape-markup.ts';
import type { ExportedPost } from '../exported-post.ts';
import { safeUrl } from '../safe-url.ts';
import { goneTexts } from './gone-texts.ts';
import { channelOf } from './outline.ts';
import { countText, dayText, type Texts, timeText } from './texts.ts';

/** `lang` of a post's own words, where it says one. */
export function langOf({ lang }: Pick<Post, 'lang'>): string {
  return lang !== null && /^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/.test(lang) ? ` lang="${lang}"` : '';
}

/** Channel, kind, date, and what else a reader wants to know before reading. */
export function metaLine({ post, gone }: Pick<ExportedPost, 'post' | 'gone'>, texts: Texts, dateHref?: string): string {
  const date = timeText(post.published, texts) || texts.undated;
  const time = post.published === null ? date : `<time datetime="${escapeMarkup(post.published)}">${date}</time>`;
  const by = post.author?.name ?? post.author?.handle ?? null;
  const parts = [
    `<span class="channel">${escapeMarkup(channelOf(post))}</span>`,
    `<span class="kind">${texts.kind[post.kind] ?? escapeMarkup(post.kind)}</span>`,
    dateHref === undefined ? time : `<a href="${dateHref}">${time}</a>`,
    ...(post.isOwn || by === null ? [] : [`<span dir="auto">${escapeMarkup(by)}</span>`]),
    ...(gone === undefined ? [] : [`<span class="badge gone">${goneTexts[texts.language].badge}</span>`]),
    ...(post.isPinned ? [`<span class="badge">${texts.pinned}</span>`] : []),
    ...(post.edited === null ? [] : [`<span>${texts.edited} ${dayText(post.edited, texts)}</span>`]),
  ];
  return `<p class="meta">${parts.join(' <span aria-hidden="true">·</span> ')}</p>`;
}

/** That the post was deleted after publication, and how that is known; '' for one that was not. */
export function goneNote({ gone }: Pick<ExportedPost, 'gone'>, texts: Texts): string {
  if (gone === undefined) return '';
  const [seen, missed] = [timeText(gone.lastSeenAt, texts), timeText(gone.goneAt, texts)];
  const words = goneTexts[texts.language];
  return `<p class="attached">${words.note(seen, missed)} ${words.because[gone.because]}</p>`;
}

/** Another post that this one answers, quotes or passes on. @param path its page in this export */
export function referenceBlock(label: string, reference: PostReference, path: string | null, texts: Texts): string {
  const { author, url, text } = reference;
  const by = author?.name ?? author?.handle ?? '';
  const address = safeUrl(url);
  const links = [
    ...(path === null ? [] : [`<a href="${path}">${texts.inArchive}</a>`]),
    ...(address === null
      ? []
      : [`<a href="${escapeMarkup(address)}" rel="noopener noreferrer">${escapeMarkup(address)}</a>`]),
  ];
  return `<div class="reference">
<p class="label">${label}${by === '' ? '' : ` <bdi>${escapeMarkup(by)}</bdi>`}</p>
${text === null || text.trim() === '' ? '' : `<blockquote dir="auto">${textAsHtml(text)}</blockquote>`}
${links.length === 0 ? '' : `<p class="links">${links.join(' · ')}</p>`}
</div>`;
}

export function pollBlock({ options, endsAt, voters }: PostPoll, texts: Texts): string {
  const all = options.reduce((sum, { votes }) => sum + (votes ?? 0), 0);
  const rows = options.map(({ text, votes }) => {
    const label = `<span dir="auto">${escapeMarkup(text)}</span>`;
    if (votes === null) return `<li>${label}</li>`;
    const bar = `<progress value="${votes}" max="${Math.max(all, 1)}" aria-hidden="true"></progress>`;
    return `<li>${label} <span class="votes">${texts.votes(countText(votes, texts), votes === 1)}</span>${bar}</li>`;
  });
  const end = dayText(endsAt, texts);
  const notes = [
    ...(voters === null ? [] : [texts.votes(countText(voters, texts), voters === 1)]),
    ...(end === '' ? [] : [texts.pollEnd(end)]),
  ];
  return `<section class="poll" aria-label="${texts.poll}"><ul>${rows.join('')}</ul>${notes.length === 0 ? '' : `<p class="attached">${notes.join(' · ')}</p>`}</section>`;
}

export function countsLine({ counts, countedAt }: Post, texts: Texts): string {
  const said = Object.entries(texts.counts).flatMap(([name, say]) => {
    const count = counts[name as keyof Post['counts']];
    return typeof count === 'number' ? [say(countText(count, texts), count === 1)] : [];
  });
  const at = dayText(countedAt, texts);
  if (said.length === 0) return '';
  return `<p class="counts">${said.join(' · ')}${at === '' ? '' : ` <span>(${texts.countedAt(at)})</span>`}</p>`;
}

export function tagList({ tags }: Post, texts: Texts): string {
  if (tags.length === 0) return '';
  const items = tags.map((tag) => `<li dir="auto">${escapeMarkup(tag)}</li>`);
  return `<ul class="tags" aria-label="${texts.tags}">${items.join('')}</ul>`;
}
