import { KnownError } from '../base/known-error.ts';
import { adapterOf, recogniseUrl } from '../channels/registry.ts';
import type { ChannelPlace, ChannelScope } from '../model/channel.ts';
import type { Channel } from '../workspace/config.ts';

export interface PlannedPlace {
  /** Whose posts are to be read. */
  readonly place: ChannelPlace;
  /** False when the address is one post, a search or the like: then the account's lists are left alone. */
  readonly isAccount: boolean;
  /** How far a crawl may go when nobody says; undefined where the platform has nothing to say about it. */
  readonly scope: ChannelScope | undefined;
}

/**
 * Whose address it is, by what lastpost.yaml says or else by its form. Asks no server.
 * @throws KnownError `channel.gone` for a platform of which nothing is left
 */
export function planPlace(url: string, channel: Channel | undefined): PlannedPlace {
  const planned = channel === undefined ? recognised(url) : placeOfChannel(url, channel);
  const { name, facts } = adapterOf(planned.place.platform);
  if (facts.publicAccess.value?.level === 'gone' && recogniseUrl(new URL(url))?.platform === planned.place.platform) {
    throw new KnownError('channel.gone', `${name} has been shut down: nothing at ${url} can be captured any more.`, {
      hint: `Keep the official export, if somebody has one: lastpost channel show ${planned.place.platform}`,
    });
  }
  return planned;
}

/** Whose posts an official export of a channel holds. Asks nobody. */
export function exportPlace(channel: Channel): ChannelPlace {
  return placeOfChannel(channel.url, channel).place;
}

/** Where a channel is whose platform is known: its handle, if its address tells, and how far a crawl goes there. */
export function placeOfChannel(
  url: string,
  { platform, handle, api }: Pick<Channel, 'platform' | 'handle' | 'api'>,
): PlannedPlace {
  const byForm = recogniseUrl(new URL(url));
  const known = handle ?? (byForm?.platform === platform ? byForm.handle : undefined);
  const place = { platform, handle: known, url, ...(api === undefined ? {} : { api }) };
  return { place, isAccount: true, scope: adapterOf(platform).seeds?.scope(place) };
}

function recognised(url: string): PlannedPlace {
  const website: ChannelPlace = { platform: 'website', handle: undefined, url };
  const found = recogniseUrl(new URL(url));
  if (found === undefined || found.platform === 'website') return { place: website, isAccount: true, scope: undefined };
  const { platform, handle, isSure, shows } = found;
  // A search or a single post of nobody we know: the page alone, or the crawl would take in the whole platform.
  if (found.url === undefined) {
    return { place: isSure ? { platform, handle, url } : website, isAccount: false, scope: { kind: 'page' } };
  }
  const account: ChannelPlace = { platform, handle, url: found.url };
  const scope = adapterOf(platform).seeds?.scope(account);
  // Where only the server could tell, it is asked, as for any website.
  return { place: isSure ? account : website, isAccount: shows === 'account', scope };
}
