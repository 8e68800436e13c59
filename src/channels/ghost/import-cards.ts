import { escapeHtml } from '../../base/escape-html.ts';
import { asList, asObject, asText, type JsonObject } from '../reading/json-reader.ts';

/** What an editor's document says, as HTML. */
export interface DocumentHtml {
  readonly html: string;
  /** False where something stands in it that nothing here has a word for. */
  readonly isWhole: boolean;
}

/** Cards are called alike in both kinds of document. Undefined for those that are not known. */
export function htmlOfCard(type: string, card: JsonObject): string | undefined {
  const text = (name: string) => asText(card[name]) ?? '';
  switch (type) {
    case 'image':
      return picture(card);
    case 'gallery':
      return asList(card.images)
        .map((image) => picture(asObject(image) ?? {}))
        .join('');
    case 'video':
    case 'audio':
      return `<${type} src="${escapeHtml(text('src'))}"></${type}>`;
    case 'html':
    case 'embed':
      return text('html');
    case 'markdown':
    case 'card-markdown':
      return paragraphs(text('markdown'));
    case 'code':
    case 'codeblock':
      return `<pre>${escapeHtml(text('code'))}</pre>`;
    case 'bookmark': {
      const metadata = asObject(card.metadata) ?? {};
      return `<p><a href="${escapeHtml(text('url'))}">${escapeHtml(asText(metadata.title) ?? text('url'))}</a></p>`;
    }
    case 'callout':
      return `<p>${text('calloutText')}</p>`;
    case 'toggle':
      return `<p>${text('heading')}</p>${text('content')}`;
    case 'button':
      return `<p><a href="${escapeHtml(text('buttonUrl'))}">${escapeHtml(text('buttonText'))}</a></p>`;
    case 'file':
      return `<p><a href="${escapeHtml(text('src'))}">${escapeHtml(text('fileTitle') || text('fileName'))}</a></p>`;
    case 'header':
      return `<h2>${text('header') || text('heading')}</h2><p>${text('subheader') || text('subheading')}</p>`;
    default:
      return undefined;
  }
}

/** Of a card, or of a section of the oldest documents. */
export function picture(card: JsonObject): string {
  const src = asText(card.src);
  if (src === null) return '';
  const caption = asText(card.caption) ?? '';
  const below = caption === '' ? '' : `<figcaption>${caption}</figcaption>`;
  return `<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(asText(card.alt) ?? '')}">${below}</figure>`;
}

/** Plain text or Markdown, which is kept as it is written, in paragraphs. */
export function paragraphs(text: string): string {
  const parts = text.split(/\n\s*\n/).map((part) => part.trim());
  return parts.map((part) => `<p>${escapeHtml(part).replaceAll('\n', '<br>')}</p>`).join('');
}
