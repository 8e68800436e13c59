import { textAsHtml } from '../clean-html.ts';
import { cutText } from '../cut-text.ts';
import { escapeMarkup } from '../escape-markup.ts';
import type { ExportedPost } from '../exported-post.ts';
import type { PlacedMedium } from '../media-folder.ts';
import { shownMedia, thumbnails } from './media-figures.ts';
import { langOf, metaLine } from './post-parts.ts';
import type { Texts } from './texts.ts';

/** So much of a text stands in a list; of an article only its beginning. */
const MOST_TEXT = 700;
const MOST_OF_ARTICLE = 300;

/** A post in a list: whole when it is short, else its beginning. @param path of its page below `posts/` */
export function card(exported: ExportedPost, placed: readonly PlacedMedium[], path: string, texts: Texts): string {
  const { post } = exported;
  const href = `posts/${path}.html`;
  const title =
    post.title === null || post.title.trim() === ''
      ? ''
      : `<h2 dir="auto"${langOf(post)}><a href="${href}">${escapeMarkup(post.title)}</a></h2>`;
  const content =
    post.warning === null
      ? `${textOf(post.text, post.title === null ? MOST_TEXT : MOST_OF_ARTICLE, langOf(post))}
${thumbnails(shownMedia(post, placed, texts), href, texts)}`
      : `<p class="warned">${texts.warning}: <bdi>${escapeMarkup(post.warning)}</bdi></p>`;
  const other = post.repostOf ?? post.quoteOf;
  return `<article class="card">
${metaLine(exported, texts, href)}
${title}
${content}
${other === null ? '' : quoted(post.repostOf === null ? texts.quoteOf : texts.repostOf, other)}
</article>`;
}

function textOf(text: string, most: number, lang: string): string {
  if (text.trim() === '') return '';
  const shown = text.length <= most ? text : `${cutText(text, most).replace(/\s+\S*$/, '')} …`;
  return `<div class="text" dir="auto"${lang}>${textAsHtml(shown)}</div>`;
}

function quoted(label: string, { author, text, url }: NonNullable<ExportedPost['post']['quoteOf']>): string {
  const by = author?.name ?? author?.handle ?? url ?? '';
  const words =
    text === null ? '' : `<blockquote dir="auto">${textAsHtml(cutText(text, MOST_OF_ARTICLE))}</blockquote>`;
  return `<div class="reference"><p class="label">${label} <bdi>${escapeMarkup(by)}</bdi></p>${words}</div>`;
}
