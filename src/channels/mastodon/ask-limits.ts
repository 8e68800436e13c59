import type { Limit } from '../../model/channel.ts';
import type { KnownFact } from '../../model/fact.ts';
import type { PublicSite } from '../../model/public-site.ts';
import { parseJson } from '../reading/json-reader.ts';
import { limitsOfInstance } from './limits-of-instance.ts';

/** Where servers say it, the newest first. @see https://docs.joinmastodon.org/methods/instance/ */
const places = ['/api/v2/instance', '/api/v1/instance'];

/**
 * The limits that a server of the fediverse states of itself; [] when it does not answer, or states none.
 * @param today YYYY-MM-DD
 */
export async function askLimits(origin: string, site: PublicSite, today: string): Promise<readonly KnownFact<Limit>[]> {
  for (const place of places) {
    const { status, text, url } = await site.ask(`${origin}${place}`);
    const limits = status === 200 ? limitsOfInstance(parseJson(text), { source: url, checkedOn: today }) : [];
    if (limits.length > 0) return limits;
  }
  return [];
}
