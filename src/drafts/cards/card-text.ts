import { escapeHtml } from '../../base/escape-html.ts';

/** An address without what a campaign counts by: print has no source. What carries no `utm_…` stays as it is, to the letter. */
export function withoutTracking(address: string): string {
  const url = new URL(address);
  const tracked = [...url.searchParams.keys()].filter((name) => name.startsWith('utm_'));
  if (tracked.length === 0) return address;
  for (const name of tracked) url.searchParams.delete(name);
  return url.href;
}

/** An address as people read it: `www.example.org/farewell`. */
export function bareAddress(address: string): string {
  return withoutTracking(address)
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '');
}

/** The last address in a text, where it has one. */
export function addressIn(text: string): string | null {
  const found = [...text.matchAll(/https?:\/\/[^\s<>"„“”«»\u2066-\u2069]+/giu)]
    .at(-1)?.[0]
    .replace(/[.,;:!?)\]]+$/u, '');
  return found !== undefined && URL.canParse(found) ? found : null;
}

/** Of so many signs and less, a piece is kept in one line. */
const ONE_LINE = 30;

/** An address as HTML that goes on in a new line behind a slash; only a piece that is long by itself is divided elsewhere. */
export function addressHtml(address: string): string {
  return `<bdi dir="ltr">${address
    .split(/(?<=[/?&])(?=.)/)
    .map(unbroken)
    .join('<wbr>')}</bdi>`;
}

/** Day and hour as HTML that goes on in a new line behind a comma. */
export function dateHtml(date: string): string {
  return date
    .split(/(?<=[,،])\s+/)
    .map(unbroken)
    .join(' ');
}

function unbroken(piece: string): string {
  const html = escapeHtml(piece);
  return piece.length > ONE_LINE ? html : `<span class="unbroken">${html}</span>`;
}
