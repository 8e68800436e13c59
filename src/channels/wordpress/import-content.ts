import { escapeHtml } from '../../base/escape-html.ts';
import type { WxrLibrary } from './import-library.ts';

/**
 * What an export has of a text is what its author typed; the site makes paragraphs of its line breaks, and pictures of its
 * shortcodes, before anybody sees it. Done here as far as WordPress itself does it, so that the text is the one that was shown.
 * Shortcodes of plugins stay as they are.
 * @see WordPress, wpautop() and the shortcodes in wp-includes/media.php
 */
export function renderContent(raw: string, post: string, library: WxrLibrary): string {
  const shown = withShortcodes(raw.replace(/\r\n?/g, '\n'), post, library);
  const isOfBlocks = /<!--\s*wp:/.test(shown);
  return isOfBlocks ? shown.replace(/<!--\s*\/?wp:[^<>]*-->\n?/g, '').trim() : paragraphsOf(shown);
}

/** Between its brackets stands no other bracket; what is longer is no shortcode of anybody's. */
const shortcodes = /\[(\/?)(wp_caption|caption|gallery|playlist|embed|audio|video)\b([^[\]]{0,2000})\]/g;

function withShortcodes(text: string, post: string, library: WxrLibrary): string {
  return text.replace(shortcodes, (_whole, slash: string, name: string, attributes: string) => {
    if (/caption$/.test(name)) return slash === '' ? caption(attributes) : '</figure>';
    if (name === 'embed' || slash !== '') return '';
    return name === 'gallery' || name === 'playlist' ? gallery(attributes, post, library) : player(name, attributes);
  });
}

/** Older ones have their words as an attribute, newer ones behind the picture. */
function caption(attributes: string): string {
  const words = attribute(attributes, 'caption');
  return `<figure class="wp-caption">${words === undefined ? '' : `<figcaption>${words}</figcaption>`}`;
}

function gallery(attributes: string, post: string, library: WxrLibrary): string {
  const named = attribute(attributes, 'ids') ?? attribute(attributes, 'include');
  const ids = named === undefined ? library.uploadsOf(post) : named.split(',').map((id) => id.trim());
  const media = ids.flatMap((id) => library.upload(id) ?? []);
  const shown = media.map(({ url, kind, alt }) => {
    const address = escapeHtml(url);
    if (kind === 'audio' || kind === 'video') return `<${kind} src="${address}"></${kind}>`;
    return kind === 'image' ? `<img src="${address}" alt="${escapeHtml(alt ?? '')}">` : `<a href="${address}"></a>`;
  });
  return `<div class="gallery">${shown.join('')}</div>`;
}

function player(name: string, attributes: string): string {
  const kinds = name === 'audio' ? ['src', 'mp3', 'm4a', 'ogg', 'wav'] : ['src', 'mp4', 'm4v', 'webm', 'ogv'];
  const address = kinds.map((kind) => attribute(attributes, kind)).find((value) => value !== undefined);
  return address === undefined ? '' : `<${name} src="${escapeHtml(address.replaceAll('&amp;', '&'))}"></${name}>`;
}

function attribute(attributes: string, name: string): string | undefined {
  const [, double, single, plain] =
    new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`).exec(attributes) ?? [];
  return double ?? single ?? plain;
}

const kept = /<(pre|script|style|textarea)\b/gi;
const blocks =
  /^<\/?(?:p|div|section|article|header|footer|h[1-6]|ul|ol|li|dl|dt|dd|pre|blockquote|table|thead|tbody|tr|td|th|figure|figcaption|hr|form|details|summary|iframe|script|style|textarea|video|audio)\b/i;

/** Empty lines part paragraphs, single breaks are breaks; what is set as it stands, and what has its own blocks, stays. */
export function paragraphsOf(text: string): string {
  const lower = text.toLowerCase();
  const parts: string[] = [];
  let from = 0;
  for (const { index, 1: name = '' } of text.matchAll(kept)) {
    if (index < from) continue;
    const close = lower.indexOf(`</${name.toLowerCase()}`, index);
    const to = close === -1 ? text.length : close + name.length + 3;
    parts.push(flow(text.slice(from, index)), text.slice(index, to));
    from = to;
  }
  parts.push(flow(text.slice(from)));
  return parts.join('').trim();
}

function flow(text: string): string {
  const chunks = text.split(/\n(?:[ \t]*\n)+/).map((chunk) => chunk.trim());
  return chunks
    .filter((chunk) => chunk !== '')
    .map((chunk) => (blocks.test(chunk) ? chunk : `<p>${chunk.replaceAll('\n', '<br>\n')}</p>`))
    .join('\n');
}
