import { escapeHtml } from '../../base/escape-html.ts';
import { asList, asObject, asText, at, type JsonObject, parseJson } from '../reading/json-reader.ts';
import { type DocumentHtml, htmlOfCard, paragraphs } from './import-cards.ts';
import { readMobiledoc } from './import-mobiledoc.ts';

/** Nobody's document nests so deep. */
const MAX_DEPTH = 64;

/**
 * Simple HTML of a post of which the export has the editor's document alone: Lexical (5.x), Mobiledoc (1.0 to 5.x), or the
 * Markdown of 0.x. Undefined without any of them.
 * @see https://lexical.dev/docs/concepts/nodes, https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md
 */
export function htmlOfDocument(item: JsonObject): DocumentHtml | undefined {
  const lexical = at(parseJson(asText(item.lexical) ?? ''), 'root');
  if (asObject(lexical) !== undefined) return new LexicalReader().read(lexical);
  const mobiledoc = asObject(parseJson(asText(item.mobiledoc) ?? ''));
  if (Array.isArray(mobiledoc?.sections)) return readMobiledoc(mobiledoc);
  const markdown = asText(item.markdown);
  return markdown === null ? undefined : { html: paragraphs(markdown), isWhole: true };
}

class LexicalReader {
  #isWhole = true;

  read(root: unknown): DocumentHtml {
    const html = this.#children(root, 0);
    return { html, isWhole: this.#isWhole };
  }

  #children(node: unknown, depth: number): string {
    if (depth > MAX_DEPTH) this.#isWhole = false;
    if (depth > MAX_DEPTH) return '';
    return asList(at(node, 'children'))
      .map((child) => this.#node(asObject(child) ?? {}, depth + 1))
      .join('');
  }

  #node(node: JsonObject, depth: number): string {
    const type = asText(node.type) ?? '';
    if (type.endsWith('text')) return escapeHtml(asText(node.text) ?? '');
    if (type === 'linebreak') return '<br>';
    const inner = this.#children(node, depth);
    if (/^(link|autolink)$/.test(type)) return `<a href="${escapeHtml(asText(node.url) ?? '')}">${inner}</a>`;
    const tag = tagOf(node, type);
    if (tag !== undefined) return `<${tag}>${inner}</${tag}>`;
    const card = htmlOfCard(type, node);
    if (card === undefined && inner === '' && !/^(root|paywall|horizontalrule)$/.test(type)) this.#isWhole = false;
    return (card ?? '') + inner;
  }
}

function tagOf({ tag, listType }: JsonObject, type: string): string | undefined {
  if (type.endsWith('heading')) return /^h[1-6]$/.test(asText(tag) ?? '') ? (asText(tag) ?? '') : 'h2';
  if (/quote$|^aside$/.test(type)) return 'blockquote';
  if (type === 'list') return listType === 'number' ? 'ol' : 'ul';
  if (type === 'listitem') return 'li';
  return type === 'paragraph' ? 'p' : undefined;
}
