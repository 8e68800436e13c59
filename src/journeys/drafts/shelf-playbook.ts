import type { PlatformId } from '../../model/platform.ts';
import type { Channel } from '../../workspace/config.ts';

/** Whose playbook on the shelf is not called `leave-` and the platform. See docs/shelf.md. */
const others: Readonly<Partial<Record<PlatformId, string>>> = {
  facebook: 'leave-facebook-page',
  linkedin: 'leave-linkedin-page',
  wordpress: 'close-own-blog',
  ghost: 'close-own-blog',
  website: 'close-own-blog',
  medium: 'close-medium-or-substack',
  substack: 'close-medium-or-substack',
  'google-plus': 'google-plus-remains',
};

/** The playbook of the shelf by which a channel is left. */
export function shelfPlaybook({ platform, url }: Pick<Channel, 'platform' | 'url'>): string {
  if (platform === 'wordpress' && /(?:^|\.)wordpress\.com$/.test(new URL(url).hostname)) return 'close-wordpress-com';
  return others[platform] ?? `leave-${platform}`;
}
