import type { ChannelPlace } from '../../model/channel.ts';
import { headerValue } from '../../model/http.ts';
import type { PublicSite } from '../../model/public-site.ts';
import { asText, at } from '../reading/json-reader.ts';
import { tumblrJson } from './read-api.ts';

/** A blog under a domain of its own: the server names the blog in a header, or its pages load from Tumblr. */
export async function identifyTumblr(url: string, site: PublicSite): Promise<ChannelPlace | undefined> {
  const home = await site.ask(url);
  const isNamed = headerValue(home.headers, 'x-tumblr-user') !== undefined;
  if (home.status !== 200 || !(isNamed || /\bassets\.tumblr\.com\b/.test(home.text))) return undefined;
  const { origin } = new URL(home.url);
  const answer = await site.ask(`${origin}/api/read/json?start=0&num=50`);
  const handle = asText(at(tumblrJson(answer.text), 'tumblelog', 'name'));
  return handle === null ? undefined : { platform: 'tumblr', handle: handle.toLowerCase(), url: `${origin}/` };
}
