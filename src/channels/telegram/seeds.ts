import { load } from 'cheerio';
import { escapePattern } from '../../base/escape-pattern.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import { type Collected, gapOfAnswer, type SiteAnswer } from '../../model/public-site.ts';
import { pathSegments } from '../address.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { ownAddress } from '../reading/own-account.ts';
import { hasHistory, olderPage } from './read-page.ts';

/** The channel's name as it stands in its address. */
export function channelName({ handle, url }: ChannelPlace): string {
  const segments = pathSegments(new URL(url).pathname);
  return handle ?? (segments[0] === 's' ? segments[1] : segments[0]) ?? '';
}

const exportHint =
  'A member exports it in Telegram Desktop: ⋮, Export chat history, format JSON; then import that file. Or switch the public preview on and take the snapshot again.';

export const telegramSeeds: ChannelSeeds = {
  scope(place) {
    return {
      kind: 'page',
      include: [ownAddress([new URL(place.url).origin], `/s/${escapePattern(channelName(place))}`)],
    };
  },

  async *walk(place, site) {
    const first = `${new URL(place.url).origin}/s/${channelName(place)}`;
    const seen = new Set<string>();
    for (let url: string | undefined = first; url !== undefined && !seen.has(url); ) {
      seen.add(url);
      const answer: SiteAnswer = await site.ask(url);
      const gap = gapOfPage(answer);
      if (gap !== undefined) return yield gap;
      if (url === first) yield { kind: 'page', url };
      url = olderPage(load(answer.text), url);
      if (url !== undefined && seen.has(url)) yield goesInCircles(url);
    }
  },
};

function gapOfPage(answer: SiteAnswer): Collected | undefined {
  const gap = gapOfAnswer(answer, 'part of the messages');
  if (gap !== undefined) return gap;
  const $ = load(answer.text);
  if (hasHistory($)) return undefined;
  return { kind: 'gap', url: answer.asked, ...whyNoHistory($) };
}

/** Without a web view t.me shows a card of the account, and the card says what it is. */
function whyNoHistory(
  $: ReturnType<typeof load>,
): Pick<Extract<Collected, { kind: 'gap' }>, 'reason' | 'message' | 'hint'> {
  const extra = $('.tgme_page_extra').first().text().trim();
  if (/members?\b/i.test(extra)) {
    const message = `This is a group (${extra}); Telegram shows the messages of groups to nobody without a login.`;
    return { reason: 'login-wall', message, hint: exportHint };
  }
  if (/subscribers?\b/i.test(extra)) {
    const message = `The channel (${extra}) has no public web view: it is restricted, or its preview is switched off.`;
    return { reason: 'login-wall', message, hint: exportHint };
  }
  return {
    reason: 'content-unavailable',
    message: 'There is no public channel of this name: it is private, renamed, deleted, or was never there.',
    hint: 'Check the name in Telegram. If the channel is private, a member has to export it in Telegram Desktop.',
  };
}

function goesInCircles(url: string): Collected {
  return {
    kind: 'gap',
    reason: 'redirect-loop',
    url,
    message: `The web view leads from older messages back to ${url}, so the oldest ones are missing.`,
  };
}
