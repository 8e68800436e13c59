import { adapterOf, recogniseChannel } from '../channels/registry.ts';
import type { PlatformId } from '../model/platform.ts';
import type { NewChannel } from '../workspace/add-channel.ts';
import type { WorkspaceConfig } from '../workspace/config.ts';

/** An account that may become a channel. */
export interface KnownAccount {
  readonly platform: PlatformId;
  readonly handle: string;
  /** Canonical. */
  readonly url: string;
}

/** Lower-case letters, digits and hyphens; what is left of `r/Café_news` is `r-caf-news`. */
function asId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '');
}

/** The platform's own name for the first account on it; the next one gets its handle too. */
export function chooseChannelId({ channels }: WorkspaceConfig, { platform, handle }: KnownAccount): string {
  const short = platform === 'website' ? asId(handle.replace(/^www\./, '')) : platform;
  const isFree = channels.every(({ id }) => id !== short);
  return isFree || platform === 'website' ? short : asId(`${platform}-${handle}`);
}

/** The id of the channel that is this account; undefined when there is none. */
export function channelOf({ channels }: WorkspaceConfig, { url }: Pick<KnownAccount, 'url'>): string | undefined {
  return channels.find((channel) => channel.url === url || recogniseChannel(channel.url)?.url === url)?.id;
}

/**
 * How far a snapshot may go from the account's page. An account that shares its host with everybody must never pull in
 * the others: it is a folder where its address is one, and else the one page.
 */
function scopeOf(platform: PlatformId, url: string): NewChannel['scope'] {
  const { pathname, search } = new URL(url);
  // Where the platform's own folder knows, its word counts each time, and gets better with it.
  if (adapterOf(platform).seeds !== undefined) return undefined;
  if (platform === 'website' || (pathname === '/' && search === '')) return undefined;
  return pathname.endsWith('/') && search === '' ? 'prefix' : 'page';
}

/** An account as lastpost.yaml gets it. */
export function newChannel(
  id: string,
  { platform, handle, url }: KnownAccount,
  title?: string,
): NewChannel & { readonly handle: string } {
  const scope = scopeOf(platform, url);
  return {
    id,
    platform,
    handle,
    url,
    ...(title === undefined ? {} : { title }),
    ...(scope === undefined ? {} : { scope }),
  };
}
