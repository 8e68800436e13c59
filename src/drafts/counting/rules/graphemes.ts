import type { CountingRule } from '../counting-rule.ts';
import { shortenLinks, shortenMentions } from '../fediverse-text.ts';
import { splitGraphemes } from '../split-graphemes.ts';

/**
 * Signs as a reader sees them. Where a limit says so, as Mastodon's does, links count one length and mentions without their
 * host; else, as on Bluesky, both count in full.
 */
export const graphemes: CountingRule = {
  count: (text, { linkLength, mentionsWithoutHost }) => {
    const withLinks = linkLength === undefined ? text : shortenLinks(text, linkLength);
    return splitGraphemes(mentionsWithoutHost ? shortenMentions(withLinks) : withLinks).length;
  },
};
