import { escapeHtml } from '../../base/escape-html.ts';
import type { ImageFormat } from '../../model/farewell/card-format.ts';
import type { Draft } from '../../model/farewell/draft.ts';
import { brandMark, type CardLook, cardPage, cardPart } from './card-page.ts';
import { addressHtml, addressIn, bareAddress, dateHtml } from './card-text.ts';
import { imageStyle } from './image-style.ts';

/** In pixels, of a card that people see on a phone at a third of its size: below these nobody reads it. */
const LEAST = { headline: 40, date_line: 32, line: 30, address: 28, brand: 30, claim: 24 } as const;

/**
 * An image card as an HTML page of exactly its format. All its words are those of the draft as its file is: `headline`, `line`,
 * `date_line`, and the address in its text; brand, claim, colours and logo come from the facts.
 */
export function imageCardHtml(draft: Draft, look: CardLook, format: ImageFormat): string {
  const { headline = '', line = '', date_line = '' } = draft.fields;
  const address = addressIn(draft.text);
  const where = address === null ? '' : bareAddress(address);
  // Where nobody follows on, the template's line is the address itself.
  const isSaidTwice = line.trim() === where;
  const part = (tag: string, field: keyof typeof LEAST, html: string) => cardPart(tag, field, LEAST[field], html);
  const body = `<main data-box>
${brandMark(look, LEAST)}
<section data-box>
${part('h1', 'headline', escapeHtml(headline))}
${part('p', 'line', isSaidTwice ? '' : escapeHtml(line))}
</section>
<footer>
${part('p', 'date_line', dateHtml(date_line))}
${part('p', 'address', where === '' ? '' : addressHtml(where))}
</footer>
</main>`;
  return cardPage(draft, format, imageStyle(look.colours, format), body);
}
