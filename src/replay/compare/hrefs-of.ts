import { Parser } from 'htmlparser2';

/** More links than this on one page are made by a machine for machines. */
const MOST_LINKS = 5_000;

/** Where the links of an archived page lead, as far as its HTML says; web addresses alone, without their fragments. */
export function hrefsOf(html: string, pageUrl: string): readonly string[] {
  const found = new Set<string>();
  let base = pageUrl;
  const parser = new Parser({
    onopentag(name, { href }) {
      if (href === undefined || found.size >= MOST_LINKS || !URL.canParse(href, base)) return;
      if (name === 'base') base = new URL(href, pageUrl).href;
      if (name !== 'a' && name !== 'area') return;
      const url = new URL(href, base);
      url.hash = '';
      if (/^https?:$/.test(url.protocol)) found.add(url.href);
    },
  });
  parser.end(html);
  return [...found];
}
