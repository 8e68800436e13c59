import type { CheerioAPI } from 'cheerio';
import type { How, Sighting } from './sighting.ts';

type Reader = (content: string) => readonly string[];

const xName: Reader = (content) => {
  const name =
    /^@?(\w{1,15})$/.exec(content)?.[1] ??
    /^https?:\/\/(?:www\.)?(?:twitter|x)\.com\/@?(\w{1,15})\/?$/i.exec(content)?.[1];
  return name === undefined ? [] : [`https://x.com/${name}`];
};
const address: Reader = (content) => (/^https?:\/\//i.test(content) ? [content] : []);
const pageNumbers: Reader = (content) =>
  content
    .split(/[\s,]+/)
    .flatMap((id) => (/^\d{5,}$/.test(id) ? [`https://www.facebook.com/profile.php?id=${id}`] : []));
const fediverse: Reader = (content) => {
  const [, user, server] = /^@?([\w.-]+)@([\w.-]+\.[\w.-]+(?::\d+)?)$/.exec(content) ?? [];
  return user === undefined || server === undefined ? [] : [`https://${server}/@${user}`];
};

/** `fb:app_id` and `fb:admins` are no pages; ids of X in `twitter:site:id` lead nowhere. */
const readers: Readonly<Record<string, readonly [how: How, read: Reader, isOthers: boolean]>> = {
  'twitter:site': ['twitter:site', xName, false],
  'twitter:creator': ['twitter:creator', xName, true],
  'article:publisher': ['article:publisher', address, false],
  'fb:page_id': ['fb:page_id', pageNumbers, false],
  'fb:pages': ['fb:page_id', pageNumbers, false],
  'fediverse:creator': ['fediverse:creator', fediverse, true],
};

/** What a page's `meta` and `link` say about the accounts behind it. */
export function readMeta($: CheerioAPI): readonly Sighting[] {
  const sightings: Sighting[] = [];
  for (const element of $('meta[content]')) {
    const meta = $(element);
    const name = (meta.attr('name') ?? meta.attr('property') ?? '').trim().toLowerCase();
    const [how, read, isOthers] = readers[name] ?? [];
    if (how === undefined || read === undefined) continue;
    const addresses = read((meta.attr('content') ?? '').trim());
    sightings.push(...addresses.map((found) => ({ how, address: found, isOthers: isOthers === true })));
  }
  for (const element of $('link[rel~="me" i][href]')) {
    sightings.push({ how: 'rel=me', address: $(element).attr('href') ?? '', isOthers: false });
  }
  for (const element of $('[itemprop~="sameAs"][href]')) {
    const isOthers = $(element).closest('[itemprop~="author"],[itemtype$="/Person"]').length > 0;
    sightings.push({ how: 'itemprop=sameAs', address: $(element).attr('href') ?? '', isOthers });
  }
  return sightings;
}

/** The software that a page says runs the site; undefined when it says nothing that we know. */
export function softwareOf($: CheerioAPI): 'wordpress' | 'ghost' | 'substack' | undefined {
  const generator = $('meta[name="generator" i]')
    .toArray()
    .map((meta) => $(meta).attr('content') ?? '')
    .join(' ');
  if (/^WordPress\b|\bWordPress \d/i.test(generator) || $('link[rel="https://api.w.org/"]').length > 0)
    return 'wordpress';
  if (/\bGhost\b/.test(generator)) return 'ghost';
  return $('link[href*="substackcdn.com"]').length > 0 ? 'substack' : undefined;
}
