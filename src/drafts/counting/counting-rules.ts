import type { Counting } from '../../model/channel.ts';
import type { CountingRule } from './counting-rule.ts';
import { characters } from './rules/characters.ts';
import { emojiAsUtf8Bytes } from './rules/emoji-as-utf-8-bytes.ts';
import { graphemes } from './rules/graphemes.ts';
import { gsm7 } from './rules/gsm-7.ts';
import { pieces } from './rules/pieces.ts';
import { ucs2 } from './rules/ucs-2.ts';
import { utf8Bytes } from './rules/utf-8-bytes.ts';
import { utf16 } from './rules/utf-16.ts';
import { xWeighted } from './rules/x-weighted.ts';

/** One rule for every way of counting; the names are those of the files in rules/. */
export const countingRules: Readonly<Record<Counting, CountingRule>> = {
  'x-weighted': xWeighted,
  'utf-16': utf16,
  graphemes,
  'utf-8-bytes': utf8Bytes,
  'emoji-as-utf-8-bytes': emojiAsUtf8Bytes,
  characters,
  pieces,
  'gsm-7': gsm7,
  'ucs-2': ucs2,
};
