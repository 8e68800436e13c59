import type { ChannelAdapter } from '../../src/channels/channel-adapter.ts';
import type { ArchivedResponse } from '../../src/model/archived-response.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { HttpHeaders } from '../../src/model/http.ts';
import type { FoundPost } from '../../src/model/post.ts';
import type { Collected, PublicSite } from '../../src/model/public-site.ts';
import { archivedText, readWith } from './archived-text.ts';

export interface Walked {
  readonly collected: readonly Collected[];
  /** Everything that was asked, in order. */
  readonly asked: readonly string[];
  readonly findings: readonly Finding[];
  /** Each post once, as first found. */
  readonly posts: ReadonlyMap<string, FoundPost>;
}

/** A site asked with plain fetch, each answer kept as an archive would keep it. */
export function fetchedSite(): { site: PublicSite; responses: ArchivedResponse[] } {
  const responses: ArchivedResponse[] = [];
  const site: PublicSite = {
    signal: new AbortController().signal,
    async ask(url) {
      const answer = await fetch(url);
      const body = Buffer.from(await answer.arrayBuffer());
      const headers: HttpHeaders = [...answer.headers];
      const mime = (answer.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
      responses.push(archivedText(url, body, { status: answer.status, mime, headers }));
      return { asked: url, url: answer.url, status: answer.status, headers, text: body.toString('utf8') };
    },
  };
  return { site, responses };
}

/** Walks through a channel's lists, visits the pages they yield, and reads all answers: a crawl without a browser. */
export async function walkAndRead(
  adapter: ChannelAdapter,
  place: ChannelPlace,
  more: readonly string[] = [],
): Promise<Walked> {
  const { site, responses } = fetchedSite();
  const collected: Collected[] = [];
  for await (const one of adapter.seeds?.walk?.(place, site) ?? []) collected.push(one);
  const asked = responses.map(({ url }) => url);
  const pages = collected.flatMap((one) => (one.kind === 'page' ? [one.url] : []));
  for (const url of new Set([...pages, ...more])) await site.ask(url);
  const findings: Finding[] = [];
  for (const response of responses) findings.push(...(await readWith(adapter, response, place)));
  const posts = new Map<string, FoundPost>();
  for (const finding of findings) {
    if (finding.kind === 'post' && !posts.has(finding.post.id)) posts.set(finding.post.id, finding.post);
  }
  return { collected, asked, findings, posts };
}
