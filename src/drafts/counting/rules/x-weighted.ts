import twitter from 'twitter-text';
import type { CountingRule } from '../counting-rule.ts';
import { replaceEmoji } from '../emoji.ts';

/** An emoji that twitter-text has always known, and that weighs 2 like all of them. */
const KNOWN_EMOJI = '😀';

/**
 * X's own library on composed text. Its list of emoji is that of 2018: it weighs a heart of hands with a skin tone 4 and a
 * couple with two 11, where X says that every emoji weighs 2. So all emoji of today's Unicode are one that it knows.
 * Links are found by its list of top-level domains; what ends in `.example` is none and counts in full.
 * @see https://docs.x.com/fundamentals/counting-characters, "Emoji counting"
 */
export const xWeighted: CountingRule = {
  count: (text) => twitter.parseTweet(replaceEmoji(text.normalize('NFC'), KNOWN_EMOJI)).weightedLength,
};
