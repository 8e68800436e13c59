import { escapeHtml } from '../../base/escape-html.ts';
import { sealedHead } from '../../base/sealed-head.ts';
import type { Draft } from '../../model/farewell/draft.ts';
import { isRightToLeft } from '../../model/farewell/locale.ts';
import type { CardColours } from './card-colours.ts';

/** How the brand looks, for every card of a language. */
export interface CardLook {
  readonly brand: string;
  readonly claim: string | null;
  readonly colours: CardColours;
  /** `data:image/…`; null: the name of the brand stands in its place. */
  readonly logo: string | null;
}

/**
 * A text of a card. It has the size of the style sheet, and may be made smaller down to `least` pixels where it does not fit.
 * @param html what stands in it, escaped
 */
export function cardPart(tag: string, field: string, least: number, html: string): string {
  return html === '' ? '' : `<${tag} class="${field}" data-fit="${field}" data-least="${least}">${html}</${tag}>`;
}

/** The logo, or the name set well; below it the claim. */
export function brandMark(
  { brand, claim, logo }: CardLook,
  least: { readonly brand: number; readonly claim: number },
): string {
  const name = escapeHtml(brand);
  const sign =
    logo === null ? cardPart('p', 'brand', least.brand, name) : `<img class="logo" src="${logo}" alt="${name}">`;
  return `<header>${sign}${cardPart('p', 'claim', least.claim, escapeHtml(claim ?? ''))}</header>`;
}

/** A whole page of a card, that needs nothing else and runs nothing. */
export function cardPage({ locale, id }: Draft, name: string, style: string, body: string): string {
  const direction = isRightToLeft(locale) ? 'rtl' : 'ltr';
  return `${sealedHead(locale, `${locale}/${id}`, style, ['img-src data:'])}
<body class="${name}" dir="${direction}">
${body}
</body>
</html>
`;
}

/** Families that a machine is likely to have, for Latin and for Arabic letters; nothing is loaded. */
export const cardFonts =
  '"Inter", "Helvetica Neue", Helvetica, Arial, "Liberation Sans", "Noto Sans", "Noto Sans Arabic", "Geeza Pro", "Segoe UI", Tahoma, "DejaVu Sans", sans-serif';
