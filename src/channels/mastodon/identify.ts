import type { ChannelPlace } from '../../model/channel.ts';
import type { PublicSite } from '../../model/public-site.ts';
import { asList, asObject, asText, asUrl, parseJson } from '../reading/json-reader.ts';
import { softwareNamed } from './software.ts';

/**
 * The name of the software that a server runs, in lower case, as its NodeInfo says it.
 * @see https://nodeinfo.diaspora.software/protocol
 */
export async function askSoftware(origin: string, site: PublicSite): Promise<string | undefined> {
  const known = await site.ask(`${origin}/.well-known/nodeinfo`);
  const links = known.status === 200 ? asList(asObject(parseJson(known.text))?.links) : [];
  const documents = links.flatMap((value) => {
    const link = asObject(value);
    const href = asUrl(link?.href, known.url);
    const version = /\/ns\/schema\/([12]\.\d)$/.exec(asText(link?.rel) ?? '')?.[1];
    return href === null || version === undefined ? [] : [{ href, version }];
  });
  const newest = documents.sort((a, b) => b.version.localeCompare(a.version))[0];
  if (newest === undefined) return undefined;
  const { status, text } = await site.ask(newest.href);
  const software = status === 200 ? asObject(asObject(parseJson(text))?.software) : undefined;
  return asText(software?.name)?.toLowerCase();
}

/** A server of the fediverse, by what it says of itself; the account by its path, or by where its front page leads. */
export async function identifyMastodon(url: string, site: PublicSite): Promise<ChannelPlace | undefined> {
  const { origin, pathname } = new URL(url);
  const software = softwareNamed((await askSoftware(origin, site)) ?? '');
  if (software === undefined) return undefined;
  // A server of one person leads from its front page to that person.
  const path = pathname === '/' ? landing(await site.ask(url), origin) : pathname;
  for (const form of software.accounts) {
    const name = form.exec(path)?.[1];
    if (name === undefined) continue;
    const handle = `${decodeURIComponent(name).toLowerCase()}@${new URL(origin).host}`;
    return { platform: 'mastodon', handle, url: `${origin}${path.replace(/\/$/, '')}` };
  }
  return undefined;
}

function landing({ url, status }: { readonly url: string; readonly status: number }, origin: string): string {
  return status === 200 && url.startsWith(`${origin}/`) ? new URL(url).pathname : '/';
}
