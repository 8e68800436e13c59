import { escapePattern } from '../../base/escape-pattern.ts';
import type { ChannelPlace } from '../../model/channel.ts';

/** Where the account lives: the platform itself, or what stands in for it. */
export function originOf({ url }: ChannelPlace): string {
  return new URL(url).origin;
}

/** The account's name in lower case: what was said, else what `fromPath` makes of the address's path; '' for none. */
export function handleOf({ handle, url }: ChannelPlace, fromPath: (path: string) => string | undefined): string {
  const name = handle ?? fromPath(new URL(url).pathname) ?? '';
  return name.replace(/^@/, '').toLowerCase();
}

/** First part of a path, without @. */
export function firstOfPath(path: string): string | undefined {
  return path.split('/').find((part) => part !== '');
}

export function isSameName(one: string | null | undefined, other: string): boolean {
  return one != null && other !== '' && one.toLowerCase() === other.toLowerCase();
}

/**
 * A pattern for addresses of the account's own site: `path` is a regular expression that begins after the origin and must
 * reach to the end of the path; a query may follow where `query` allows it.
 * @param origins as `https://x.com`; the names under which one site is known
 */
export function ownAddress(origins: readonly string[], path: string, query = ''): RegExp {
  return new RegExp(`^(?:${origins.map(escapePattern).join('|')})${path}${query}$`, 'i');
}
