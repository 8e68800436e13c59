import { escapePattern } from '../../base/escape-pattern.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import { inPath, pathSegments } from '../address.ts';

const tabs = ['videos', 'shorts', 'streams', 'community', 'posts'] as const;
export type Tab = (typeof tabs)[number];
export const isTab = (name: string): name is Tab => (tabs as readonly string[]).includes(name);

/** `/@name`, `/channel/UC…`, `/c/name`, `/user/name`, `/name`: what comes before the tabs. */
export function accountPath({ url }: ChannelPlace): string {
  const [first = '', second] = pathSegments(new URL(url).pathname);
  const isLong = ['channel', 'c', 'user'].includes(first) && second !== undefined;
  return `/${(isLong ? [first, second ?? ''] : [first]).map(inPath).join('/')}`;
}

/** The channel's number where its address has it. */
export const channelIdIn = ({ url, handle }: ChannelPlace): string | undefined =>
  /^UC[\w-]{22}$/.exec(handle ?? '')?.[0] ?? /\/channel\/(UC[\w-]{22})/.exec(url)?.[1];

/** The tab in an address below the account; '' for the account's own page, undefined for anything else. */
export function tabIn(address: string, place: ChannelPlace): string | undefined {
  const url = new URL(address);
  const path = url.pathname.replace(/\/$/, '');
  const base = accountPath(place);
  if (url.origin !== new URL(place.url).origin || path.slice(0, base.length).toLowerCase() !== base.toLowerCase())
    return undefined;
  const rest = path.slice(base.length);
  return rest === '' || rest.startsWith('/') ? rest.slice(1) : undefined;
}

const markOf = (place: ChannelPlace): string => accountPath(place).split('/').at(-1)?.replace(/^@/, '') ?? '';

/**
 * A film's page, with the name of the channel in whose list it stood (`ab_channel`, as YouTube itself writes it behind
 * addresses it hands out). Beside each film there are a hundred of others: by this mark alone a crawl tells them apart.
 */
export function watchPage(id: string, place: ChannelPlace): string {
  return `${new URL(place.url).origin}/watch?v=${id}&ab_channel=${markOf(place)}`;
}

/** Fits the pages that `watchPage` names. */
export function watchPages(place: ChannelPlace): RegExp {
  return new RegExp(
    `^${escapePattern(new URL(place.url).origin)}/watch\\?v=[\\w-]{11}&ab_channel=${escapePattern(markOf(place))}$`,
    'i',
  );
}

/** Fits the account's page and its lists. */
export function tabPages(place: ChannelPlace): RegExp {
  const base = escapePattern(new URL(place.url).origin + accountPath(place));
  return new RegExp(`^${base}(?:/(?:${[...tabs, 'about', 'featured'].join('|')}))?/?$`, 'i');
}
