import { escapeHtml, type Html, html, rawHtml } from '../http/html.ts';
import { picture } from './pictures.ts';

/** What stands for `[gallery]`, `[video]` … on a line of its own. */
export type Shortcodes = Readonly<Record<string, () => Html>>;

/**
 * Renders the little Markdown our texts use, with the classes of WordPress's blocks:
 * paragraphs, `##`, `>`, `-` lists, pictures with a caption, links, bold, italic, and shortcodes.
 */
export function renderMarkdown(markdown: string, shortcodes: Shortcodes = {}): Html {
  const blocks = markdown.trim().split(/\n{2,}/);
  return html`${blocks.map((block) => renderBlock(block.trim(), shortcodes))}`;
}

function renderBlock(block: string, shortcodes: Shortcodes): Html {
  const shortcode = /^\[([a-z-]+)\]$/.exec(block)?.[1];
  if (shortcode !== undefined) return known(shortcode, shortcodes)();
  const image = /^!\[([^\]]*)\]\((\S+) "([^"]*)"\)$/.exec(block);
  if (image !== null) return renderImage(image[1] ?? '', image[2] ?? '', image[3] ?? '');
  if (block.startsWith('## ')) return html`<h2 class="wp-block-heading">${inline(block.slice(3))}</h2>`;
  if (block.startsWith('> ')) {
    return html`<blockquote class="wp-block-quote"><p>${inline(block.slice(2))}</p></blockquote>`;
  }
  if (block.startsWith('- ')) {
    const items = block.split('\n').map((line) => html`<li>${inline(line.slice(2))}</li>`);
    return html`<ul class="wp-block-list">${items}</ul>`;
  }
  return html`<p>${inline(block)}</p>`;
}

function known(name: string, shortcodes: Shortcodes): () => Html {
  const render = shortcodes[name];
  if (render === undefined) throw new Error(`demo/blog: no shortcode is called [${name}].`);
  return render;
}

function renderImage(alt: string, file: string, caption: string): Html {
  return html`<figure class="wp-block-image size-large">${picture(file, alt, { slot: 'card', lazy: 'native', className: 'wp-image' })}<figcaption class="wp-element-caption">${caption}</figcaption></figure>`;
}

function inline(text: string): Html {
  const markup = escapeHtml(text)
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|\s)_([^_]+)_/g, '$1<em>$2</em>');
  return rawHtml(markup);
}
