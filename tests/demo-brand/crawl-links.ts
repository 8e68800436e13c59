export interface FoundLinks {
  readonly pages: Set<string>;
  readonly notFound: Set<string>;
  /** `from,to` */
  readonly redirects: Set<string>;
  readonly documents: Set<string>;
}

/** Follows every `<a href>` of one origin from `start` and from what the sitemaps list. Comment links are left out. */
export async function crawlLinks(start: string, sitemaps: readonly string[]): Promise<FoundLinks> {
  const found: FoundLinks = { pages: new Set(), notFound: new Set(), redirects: new Set(), documents: new Set() };
  const listed = await Promise.all(sitemaps.map(locations));
  const queue = [start, ...listed.flat().filter((url) => !url.endsWith('.xml'))];
  const seen = new Set<string>();
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    if (seen.has(url)) continue;
    seen.add(url);
    queue.push(...(await visit(url, found)));
  }
  return found;
}

async function locations(sitemap: string): Promise<string[]> {
  const text = await (await fetch(sitemap)).text();
  return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? '');
}

async function visit(url: string, found: FoundLinks): Promise<string[]> {
  const answer = await fetch(url, { redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location !== null) {
    found.redirects.add(`${url},${location}`);
    return [location];
  }
  if (answer.status === 404) {
    found.notFound.add(url);
    return [];
  }
  const type = answer.headers.get('content-type') ?? '';
  if (type.includes('xml')) return [];
  if (!type.startsWith('text/html')) {
    found.documents.add(url);
    return [];
  }
  found.pages.add(url);
  const hrefs = [...(await answer.text()).matchAll(/<a [^>]*href="([^"#?]+)"/g)].map((match) => match[1] ?? '');
  const { origin } = new URL(url);
  return hrefs.map((href) => new URL(href, url)).flatMap((link) => (link.origin === origin ? [link.href] : []));
}
