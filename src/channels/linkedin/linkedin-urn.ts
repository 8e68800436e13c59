import { asUrl } from '../reading/json-reader.ts';

/** The number in `urn:li:activity:7123…`, wherever in a longer name it stands; null when there is none. */
export function activityOf(urn: string | null | undefined): string | null {
  return /(?:urn:li:)?activity[:-](\d{10,20})/.exec(decode(urn ?? ''))?.[1] ?? null;
}

/** What a post was shared as: an activity may stand for a share or an upload with another number. */
export function shareOf(urn: string | null | undefined): string | null {
  return /(?:share|ugcPost)[:-](\d{10,20})/.exec(decode(urn ?? ''))?.[1] ?? null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Numbers of activities are milliseconds since 1970 in all but their last 22 bits; dates on the pages are only "2w". */
export function timeOfActivity(id: string): string | null {
  if (!/^\d{18,20}$/.test(id)) return null;
  return new Date(Number(BigInt(id) >> 22n)).toISOString();
}

export function addressOfActivity(id: string, origin: string): string {
  return `${origin}/feed/update/urn:li:activity:${id}/`;
}

/** An address without what only counts clicks; LinkedIn's own doors to other sites are opened. */
export function plainAddress(address: unknown, origin: string): string | null {
  const href = asUrl(address, origin);
  if (href === null) return null;
  const url = new URL(href);
  const target = /^\/(redir\/redirect|safety\/go)\/?$/.test(url.pathname) ? asUrl(url.searchParams.get('url')) : null;
  if (target !== null) return target;
  for (const name of ['trk', 'trackingId', 'refId', 'lipi', 'rcm']) url.searchParams.delete(name);
  return url.href;
}

/** What a company, a school, a showcase or a person goes by: `company/aurora-coffee`, in lower case. */
export function actorOf(address: string | null | undefined, origin: string): string | null {
  const href = asUrl(address ?? '', origin);
  if (href === null) return null;
  const [folder = '', name] = new URL(href).pathname.split('/').filter((part) => part !== '');
  if (name === undefined || !/^(company|showcase|school|in)$/.test(folder)) return null;
  return `${folder}/${decode(name).toLowerCase()}`;
}
