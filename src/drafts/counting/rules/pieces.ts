import type { CountingRule } from '../counting-rule.ts';
import { hashtagsIn, linksIn } from '../find-pieces.ts';

/** How many there are, however long: links, each once, or hashtags, which Threads makes its topic tags of. */
export const pieces: CountingRule = {
  count: (text, { what }) => (what === 'links' ? new Set(linksIn(text)).size : hashtagsIn(text).length),
};
