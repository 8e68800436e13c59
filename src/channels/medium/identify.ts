import type { ChannelPlace } from '../../model/channel.ts';
import type { PublicSite } from '../../model/public-site.ts';

/** A publication under a domain of its own: its pages name Medium's app, and are made from the same kind of state. */
export async function identifyMedium(url: string, site: PublicSite): Promise<ChannelPlace | undefined> {
  const home = await site.ask(url);
  const isMedium = /content="com\.medium\.reader"|content="medium:\/\//.test(home.text);
  if (home.status !== 200 || !isMedium || !home.text.includes('__APOLLO_STATE__')) return undefined;
  return { platform: 'medium', handle: undefined, url: `${new URL(home.url).origin}/` };
}
