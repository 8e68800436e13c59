import type { LintSeverity } from '../../../model/farewell/lint/lint-rules.ts';
import { wordPattern } from './find-words.ts';

/** What somebody meant to come back to. */
export interface PlaceholderPattern {
  readonly pattern: RegExp;
  /** plain: only where the text stands on a channel as it is; else everywhere. */
  readonly only?: 'plain';
  /** No letter may stand before it. */
  readonly isWord?: true;
  readonly severity?: LintSeverity;
}

const word = (words: string, flags = 'gu'): Pick<PlaceholderPattern, 'pattern' | 'isWord'> => ({
  pattern: wordPattern(words, flags),
  isWord: true,
});

/** Looked for in the order of this list; what one has found is not found again by another. */
export const placeholderPatterns: readonly PlaceholderPattern[] = [
  { pattern: /^(?:<{7}|>{7}|\|{7})(?: [^\n]*)?$/gmu },
  {
    pattern: /\{\{[^}\n]*\}?\}?|\{%[^%\n]*%?\}?|\$\{[^}\n]*\}|%[A-Z][A-Z_]{2,30}%|\{[\p{L}_][\p{L}\p{N}_. ]{0,40}\}/gu,
  },
  word('TODO|FIXME|XXX+|TBD|TBC|TBA'),
  word('tb[dc]|t\\. ?b\\. ?[dc]\\.|lorem ipsum(?: dolor sit amet)?', 'giu'),
  word('undefined|NaN|Invalid Date'),
  { pattern: /\[object [A-Za-z]+\]/gu },
  // "null Uhr", "null Toleranz": in German it is a number where a word follows.
  { pattern: /null(?![\p{L}\p{N}_]| \p{L})/gu, isWord: true },
  // Not a link, not a box to tick, not words left out of a quotation, not the number of a note.
  { pattern: /\[(?<![\]!\\]\[)(?!(?:[ xX]|\.{3}|…|\d{1,3})\])[\p{L}\p{N}#?_…./ -]{1,60}\](?![([:])/gu },
  {
    pattern:
      /_{3,}|(?<!\p{L})(?:TT\.MM\.(?:JJJJ|JJ)?|XX\.XX\.(?:XXXX)?|DD[/.]MM[/.]YYYY|MM\/DD\/YYYY|HH:MM)(?!\p{L})/gu,
  },
  { pattern: /\((?:folgt|to follow|to come)\)/giu },
  word(
    '(?:Text|Link|Bild|Foto|Zitat|Name|Adresse|Datum|Uhrzeit|Logo|Nummer) folgt(?: noch)?|wird noch (?:ergänzt|nachgereicht|eingefügt)',
  ),
  word(
    '(?:text|link|image|picture|photo|quote|name|address|date|time|logo|number) to (?:follow|come)|to be (?:confirmed|determined|added|inserted)',
    'giu',
  ),
  { pattern: /<!--[\s\S]{0,2000}?-->/gu },
  { pattern: /<\/?\p{L}[\p{L}\p{N}_ .-]{0,40}(?:\s+[^<>\n]{0,120})?\/?>/gu },
  { pattern: /&(?:nbsp|amp|lt|gt|quot|[a-z]{1,8}dash|#x?[\da-f]{2,5});/giu, only: 'plain' },
  {
    pattern: /\*\*[^*\n]{1,200}\*\*|^#{1,6} [^\n]+$|\[(?<!!\[)[^\]\n]{1,80}\]\([^)\s]{1,300}\)/gmu,
    only: 'plain',
    severity: 'warning',
  },
  { pattern: /https?:\/\/(?:www\.)?example\.(?:com|org|net)[^\s)>]*/giu },
];
