import type { Collected, PublicSite, SiteAnswer } from '../../src/model/public-site.ts';

/** A site that is asked over fetch and remembers what it was asked; for what a walk does, without an archive. */
export function siteOverFetch(): PublicSite & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    asked,
    signal: new AbortController().signal,
    async ask(url): Promise<SiteAnswer> {
      asked.push(url);
      try {
        const answer = await fetch(url);
        const headers = [...answer.headers] as const;
        return { asked: url, url: answer.url, status: answer.status, headers, text: await answer.text() };
      } catch (error) {
        const problem = { reason: 'connection-failed', message: String(error) } as const;
        return { asked: url, url, status: 0, headers: [], text: '', problem };
      }
    },
  };
}

/** Everything a walk yields. */
export async function collected(walk: AsyncIterable<Collected> | undefined): Promise<readonly Collected[]> {
  const all: Collected[] = [];
  for await (const one of walk ?? []) all.push(one);
  return all;
}
