import { escapeHtml } from '../../base/escape-html.ts';
import { asList, asNumber, asObject, asText, at, type JsonObject } from '../reading/json-reader.ts';
import { type DocumentHtml, htmlOfCard, picture } from './import-cards.ts';

/**
 * Simple HTML of a Mobiledoc document: paragraphs, links, lists, pictures and cards; what is bold is told by nothing.
 * @see https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md
 */
export function readMobiledoc(document: JsonObject): DocumentHtml {
  const parts = asList(document.sections).map((section) => htmlOfSection(document, asList(section)));
  return { html: parts.join(''), isWhole: !parts.includes(undefined) };
}

/** A section is `[kind, …]`: 1 a block, 2 a picture, 3 a list, 10 a card. Undefined for a card that is not known. */
function htmlOfSection(document: JsonObject, [kind, first, second]: readonly unknown[]): string | undefined {
  if (kind === 1) return block(asText(first) ?? 'p', htmlOfMarkers(document, second));
  if (kind === 2) return picture({ src: first });
  if (kind === 3) {
    const items = asList(second).map((item) => `<li>${htmlOfMarkers(document, item)}</li>`);
    return `<ul>${items.join('')}</ul>`;
  }
  const [name, payload] = asList(at(document.cards, asNumber(first) ?? -1));
  if (name === 'hr' || name === 'paywall') return '';
  return kind === 10 ? htmlOfCard(asText(name) ?? '', asObject(payload) ?? {}) : undefined;
}

function block(tag: string, inner: string): string {
  const name = /^(h[1-6]|p|blockquote|aside)$/.test(tag) ? tag.replace('aside', 'blockquote') : 'p';
  return `<${name}>${inner}</${name}>`;
}

function htmlOfMarkers(document: JsonObject, list: unknown): string {
  /** What closes the markups that are open: nothing, but for links. */
  const open: string[] = [];
  return asList(list)
    .map((marker) => htmlOfMarker(document, asList(marker), open))
    .join('');
}

/** A marker is `[kind, markups that open, how many close, value]`. */
function htmlOfMarker(document: JsonObject, [kind, opened, closed, value]: readonly unknown[], open: string[]): string {
  const links = asList(opened).map((place) => linkOf(at(document.markups, asNumber(place) ?? -1)));
  open.push(...links.map((link) => (link === null ? '' : '</a>')));
  const before = links.map((link) => (link === null ? '' : `<a href="${escapeHtml(link)}">`)).join('');
  const shown = kind === 1 ? htmlOfAtom(at(document.atoms, asNumber(value) ?? -1)) : escapeHtml(asText(value) ?? '');
  const count = Math.min(Math.max(asNumber(closed) ?? 0, 0), open.length);
  return (
    before +
    shown +
    open
      .splice(open.length - count, count)
      .reverse()
      .join('')
  );
}

function linkOf(markup: unknown): string | null {
  const [tag, attributes] = asList(markup);
  return asText(tag)?.toLowerCase() === 'a' ? asText(asList(attributes)[1]) : null;
}

/** Atoms are soft returns, mostly; any other has its words with it. */
function htmlOfAtom(atom: unknown): string {
  return escapeHtml(asText(at(atom, 1)) ?? '') || '<br>';
}
