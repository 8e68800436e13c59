import { escapeHtml } from '../../../base/escape-html.ts';

/**
 * Anybody's words in XML: besides what is escaped there are signs that no XML may hold, and that make a whole file unreadable.
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function xmlText(text: string): string {
  return escapeHtml(text.replace(/[^\n\P{Cc}]|[\p{Cs}\ufffe\uffff]/gu, ' '));
}
