import type { Recognised } from '../model/channel.ts';
import type { PlatformId } from '../model/platform.ts';
import { blueskyAdapter } from './bluesky/adapter.ts';
import type { ChannelAdapter } from './channel-adapter.ts';
import { facebookAdapter } from './facebook/adapter.ts';
import { ghostAdapter } from './ghost/adapter.ts';
import { googlePlusAdapter } from './google-plus/adapter.ts';
import { instagramAdapter } from './instagram/adapter.ts';
import { linkedinAdapter } from './linkedin/adapter.ts';
import { mastodonAdapter } from './mastodon/adapter.ts';
import { mediumAdapter } from './medium/adapter.ts';
import { pinterestAdapter } from './pinterest/adapter.ts';
import { redditAdapter } from './reddit/adapter.ts';
import { substackAdapter } from './substack/adapter.ts';
import { telegramAdapter } from './telegram/adapter.ts';
import { threadsAdapter } from './threads/adapter.ts';
import { tiktokAdapter } from './tiktok/adapter.ts';
import { tumblrAdapter } from './tumblr/adapter.ts';
import { readTypedAddress } from './typed-address.ts';
import { websiteAdapter } from './website/adapter.ts';
import { wordpressAdapter } from './wordpress/adapter.ts';
import { xAdapter } from './x/adapter.ts';
import { xingAdapter } from './xing/adapter.ts';
import { youtubeAdapter } from './youtube/adapter.ts';

/**
 * Every platform, in the order in which they are asked whose an address is: Mastodon guesses by the path alone, so it
 * comes after those that own their hosts, and the website takes what is left. A test compares this list with the folders.
 */
export const adapters: readonly ChannelAdapter[] = [
  xAdapter,
  facebookAdapter,
  instagramAdapter,
  threadsAdapter,
  linkedinAdapter,
  youtubeAdapter,
  tiktokAdapter,
  pinterestAdapter,
  redditAdapter,
  tumblrAdapter,
  mediumAdapter,
  wordpressAdapter,
  ghostAdapter,
  substackAdapter,
  blueskyAdapter,
  telegramAdapter,
  xingAdapter,
  googlePlusAdapter,
  mastodonAdapter,
  websiteAdapter,
];

export function findAdapter(id: string): ChannelAdapter | undefined {
  return adapters.find((adapter) => adapter.id === id);
}

/** The adapter of a platform that is known to exist. */
export function adapterOf(id: PlatformId): ChannelAdapter {
  const adapter = findAdapter(id);
  if (adapter === undefined) throw new Error(`channels/registry.ts has no line for ${id}`);
  return adapter;
}

/** What an http(s) address is; an unknown host is a website. */
export function recogniseUrl(url: URL): Recognised | undefined {
  for (const adapter of adapters) {
    const recognised = adapter.recognise(url);
    if (recognised !== undefined) return recognised;
  }
  return undefined;
}

/**
 * What a person typed, with or without https: `x.com/name`, `@user@server`, `r/name`. Undefined when it is no address.
 */
export function recogniseChannel(text: string): Recognised | undefined {
  const url = readTypedAddress(text);
  return url === undefined ? undefined : recogniseUrl(url);
}
