import type { ChannelPlace } from '../../model/channel.ts';
import type { PublicSite } from '../../model/public-site.ts';
import { asList, asObject, parseJson } from '../reading/json-reader.ts';

/** A publication under a domain of its own: its pages load from Substack, and its interface is where Substack's is. */
export async function identifySubstack(url: string, site: PublicSite): Promise<ChannelPlace | undefined> {
  const home = await site.ask(url);
  if (home.status !== 200 || !/\bsubstackcdn\.com\b/.test(home.text)) return undefined;
  const { origin } = new URL(home.url);
  const answer = await site.ask(`${origin}/api/v1/archive?sort=new&offset=0&limit=50`);
  const items = parseJson(answer.text);
  if (!Array.isArray(items)) return undefined;
  const isList = asList(items).every((item) => typeof asObject(item)?.slug === 'string');
  return isList ? { platform: 'substack', handle: undefined, url: `${origin}/` } : undefined;
}
