import { escapeHtml } from '../../base/escape-html.ts';
import type { Draft } from '../../model/farewell/draft.ts';
import { markdownHtml } from '../markdown/markdown-html.ts';
import { brandMark, type CardLook, cardPage, cardPart } from './card-page.ts';
import { addressHtml, bareAddress, withoutTracking } from './card-text.ts';
import { qrSvg } from './qr-code.ts';
import { QR_MM, shopStyle } from './shop-style.ts';

/** In pixels of 1/96 inch; 9.4 of them are type of 7 points, the smallest that is read at a till. */
const LEAST = { title: 20, line: 9.4, text: 9.4, brand: 11, claim: 9.4, address: 9.4 } as const;

/** Both pages below each other, at 96 pixels an inch. */
export const SHOP_PIXELS = { width: 397, height: 1119 } as const;

/** The first two sections of the draft: what, when and why, and where instead. What else there is stands on the back. */
const ON_THE_FRONT = 2;

/**
 * The card beside the till: two pages of A6 that a printer without colours prints as well. Its words are those of the draft.
 * @param page of the brand, as people and telephones read it; tracking is taken off
 * @throws KnownError `cards.page-too-long`
 */
export function shopCardHtml(draft: Draft, look: CardLook, page: string): string {
  const { title = '', line = '' } = draft.fields;
  const [before, ...sections] = sectionsOf(draft.text);
  const front = [before, ...sections.slice(0, ON_THE_FRONT)].join('\n\n');
  const address = withoutTracking(page);
  const body = `<article class="front" data-box>
${brandMark(look, LEAST)}
${cardPart('h1', 'title', LEAST.title, escapeHtml(title))}
${cardPart('p', 'line', LEAST.line, escapeHtml(line))}
${cardPart('div', 'text', LEAST.text, markdownHtml(front))}
<footer>${qrSvg(address, QR_MM)}${cardPart('p', 'address', LEAST.address, addressHtml(bareAddress(address)))}</footer>
</article>
<article class="back" data-box>
${cardPart('div', 'text', LEAST.text, sections.slice(ON_THE_FRONT).map(backSection).join('\n'))}
</article>`;
  return cardPage(draft, 'shop', shopStyle, body);
}

/** The text before the first heading, then each heading with what stands below it. */
function sectionsOf(markdown: string): readonly [string, ...string[]] {
  const [before = '', ...sections] = markdown.split(/^(?=##? )/m);
  return /^##? /.test(before) ? ['', before, ...sections] : [before, ...sections];
}

/** What follows on the answers, which are a list, is what nobody says: it is framed. */
function backSection(section: string, at: number, all: readonly string[]): string {
  const isAnswers = (text: string | undefined): boolean => text !== undefined && /^[-*] /m.test(text);
  const isFramed = isAnswers(all[at - 1]) && !isAnswers(section);
  return `<section${isFramed ? ' class="framed"' : ''}>${markdownHtml(section)}</section>`;
}
