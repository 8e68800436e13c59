import type { CountingRule } from '../counting-rule.ts';
import { hasEmoji } from '../emoji.ts';
import { splitGraphemes } from '../split-graphemes.ts';
import { characters } from './characters.ts';
import { utf8Bytes } from './utf-8-bytes.ts';

/**
 * As Threads counts: an emoji as its bytes (a family of four 25), all else as characters. Signs that may be shown either way,
 * such as © and ☺, count as emoji: nobody says where the line is, and so nothing is refused that was found to fit.
 * @see https://developers.facebook.com/documentation/threads/posts, "Limitations"
 */
export const emojiAsUtf8Bytes: CountingRule = {
  count: (text, as) =>
    splitGraphemes(text).reduce(
      (sum, sign) => sum + (hasEmoji(sign) ? utf8Bytes.count(sign, as) : characters.count(sign, as)),
      0,
    ),
};
