import { load } from 'cheerio';

/** What a page says about itself for those who link to it. */
export interface SharePreview {
  readonly title: string | null;
  readonly description: string | null;
  readonly image: string | null;
  /** The address it wants to be known by. */
  readonly url: string | null;
}

/** Open Graph and Twitter card of a page. @see https://ogp.me/ */
export function readSharePreview(html: string): SharePreview {
  const $ = load(html);
  const meta = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const content = $(`meta[property="${name}"], meta[name="${name}"]`).first().attr('content')?.trim();
      if (content) return content;
    }
    return null;
  };
  return {
    title: meta('og:title', 'twitter:title'),
    description: meta('og:description', 'twitter:description', 'description'),
    image: meta('og:image', 'twitter:image'),
    url: $('link[rel="canonical"]').attr('href')?.trim() || meta('og:url'),
  };
}
