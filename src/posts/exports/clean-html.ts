import sanitize from 'sanitize-html';
import type { Post } from '../../model/post.ts';
import { escapeMarkup } from './escape-markup.ts';
import { safeUrl } from './safe-url.ts';

/** Where a picture of a post is to be found; null when it is not at hand, and its address is named instead. */
export type FindPicture = (address: string) => string | null;

const ALLOWED_TAGS = [
  ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code', 'kbd', 'samp', 'q', 'cite'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'div', 'span', 'details', 'summary'],
  ...[
    'a',
    'b',
    'strong',
    'i',
    'em',
    'u',
    's',
    'del',
    'ins',
    'mark',
    'small',
    'sub',
    'sup',
    'abbr',
    'time',
    'bdi',
    'bdo',
  ],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'ruby', 'rt', 'rp', 'img'],
];

/** Deeper than any post is written; far enough below what would fill the stack of a reader. */
const DEEPEST = 60;

/**
 * What a post says, as HTML that can do nothing: no script, no style, no form, no frame, nothing that loads by itself.
 * Links and pictures get absolute addresses. A post without markup becomes paragraphs with links.
 */
export function cleanHtml(post: Pick<Post, 'html' | 'text' | 'url'>, findPicture: FindPicture): string {
  if (post.html === null || post.html.trim() === '') return textAsHtml(post.text);
  return sanitize(post.html, {
    allowedTags: ALLOWED_TAGS,
    allowedAttributes: {
      a: ['href', 'title', 'rel'],
      img: ['src', 'alt', 'width', 'height', 'loading'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
      time: ['datetime'],
      ol: ['start', 'reversed'],
      '*': ['lang', 'dir'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    // Pictures were given their place below; what stands there is either a file of the export or nothing.
    allowedSchemesByTag: { img: ['http', 'https'] },
    allowProtocolRelative: false,
    nestingLimit: DEEPEST,
    // A page has one first heading, and that is the title of the post.
    transformTags: {
      h1: 'h2',
      a: (_name, attributes) => link(attributes, post.url),
      img: (_name, attributes) => picture(attributes, post.url, findPicture),
    },
  }).trim();
}

/** Plain text as paragraphs, its addresses as links. */
export function textAsHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${withLinks(paragraph.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}

/** An address ends before the point or bracket that belongs to the sentence. */
const ADDRESS = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?…)\]}»“”]/g;

function withLinks(text: string): string {
  let html = '';
  let done = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const href = safeUrl(address);
    if (href === null) continue;
    html += escapeMarkup(text.slice(done, index));
    html += `<a href="${escapeMarkup(href)}" rel="noopener noreferrer">${escapeMarkup(address)}</a>`;
    done = index + address.length;
  }
  return html + escapeMarkup(text.slice(done));
}

function link({ href = '', title, lang, dir }: Record<string, string>, base: string | null): sanitize.Tag {
  const url = targetOf(href, base);
  const kept = { ...(title ? { title } : {}), ...(lang ? { lang } : {}), ...(dir ? { dir } : {}) };
  // What leads nowhere must not look as if it did.
  if (url === null) return { tagName: 'span', attribs: kept };
  return { tagName: 'a', attribs: { ...kept, href: url, rel: 'noopener noreferrer' } };
}

function targetOf(href: string, base: string | null): string | null {
  if (/^(mailto|tel):/i.test(href)) return href;
  // A jump within a post would lead to a place that its new page has not.
  return href.startsWith('#') ? null : safeUrl(href, base);
}

function picture(attributes: Record<string, string>, base: string | null, findPicture: FindPicture): sanitize.Tag {
  const { src = '', alt = '', width, height } = attributes;
  const address = safeUrl(src, base);
  const file = address === null ? null : findPicture(address);
  if (file === null) {
    const text = alt === '' ? (address ?? '') : alt;
    return address === null
      ? { tagName: 'span', attribs: {}, text }
      : { tagName: 'a', attribs: { href: address, rel: 'noopener noreferrer' }, text };
  }
  const size = (side: string | undefined) => (side !== undefined && /^\d{1,5}$/.test(side) ? side : undefined);
  const sides = { width: size(width), height: size(height) };
  return {
    tagName: 'img',
    attribs: {
      src: file,
      alt,
      loading: 'lazy',
      ...(sides.width && sides.height ? { width: sides.width, height: sides.height } : {}),
    },
  };
}
