import { sha256 } from '../../base/digest.ts';
import type { UserBehaviour } from '../../model/crawl-plan.ts';

/**
 * Runs in a channel's lists when they have been scrolled: names the page of each film in them to the crawl, with the mark
 * that `watchPage` in account.ts puts behind it. Without it, the films that others see beside one's own would be visited as well.
 */
const source = `const tabs = ['videos', 'shorts', 'streams'];
const accounts = ['*/@*/', '*/channel/UC*/', '*/c/*/', '*/user/*/'];
export const match = accounts.flatMap((account) => tabs.map((tab) => account + tab));

export async function run(page) {
  const parts = location.pathname.split('/').filter(Boolean);
  const account = parts[parts.length - 2].replace(/^@/, '');
  const ids = new Set();
  for (const link of page.all('a[href*="/watch?v="], a[href*="/shorts/"]')) {
    const found = /(?:[?&]v=|[/]shorts[/])([\\w-]{11})/.exec(link.href);
    if (found) ids.add(found[1]);
  }
  for (const id of ids) page.addLink(location.origin + '/watch?v=' + id + '&ab_channel=' + account);
  return ids.size + ' films';
}
`;

export const youtubeBehaviour: UserBehaviour = {
  name: 'youtube-lists.js',
  source,
  sha256: sha256(Buffer.from(source)),
};
