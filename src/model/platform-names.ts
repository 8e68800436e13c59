import type { PlatformId } from './platform.ts';

/** As each platform writes itself; the adapters in channels/ have the same, and a test compares them. */
export const platformNames: Readonly<Record<PlatformId, string>> = {
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  linkedin: 'LinkedIn',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  pinterest: 'Pinterest',
  reddit: 'Reddit',
  tumblr: 'Tumblr',
  medium: 'Medium',
  wordpress: 'WordPress',
  ghost: 'Ghost',
  substack: 'Substack',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  telegram: 'Telegram',
  xing: 'XING',
  'google-plus': 'Google+',
  website: 'Website',
};

/** Platforms on which a name is written with an @. */
export const namesWithAt: readonly PlatformId[] = [
  'x',
  'instagram',
  'threads',
  'youtube',
  'tiktok',
  'mastodon',
  'bluesky',
  'telegram',
  'medium',
];
