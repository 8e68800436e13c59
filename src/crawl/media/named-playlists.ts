/** An address up to the quote, bracket or space that ends it. */
const named = /["'(=\s]((?:https?:)?[^"'()=\s<>]*\.(?:m3u8|mpd)(?:\?[^"'()\s<>]*)?)(?=["')\s<>\\]|$)/gi;
const maxNamed = 200;

/**
 * The playlists that a page, a script or an answer of an API names: players often load them only when somebody presses
 * play.
 * @returns absolute http(s) addresses
 */
export function namedPlaylists(text: string, url: string): readonly string[] {
  if (!/\.(m3u8|mpd)/i.test(text)) return [];
  const plain = text.replaceAll('\\/', '/').replaceAll('\\u0026', '&').replaceAll('&amp;', '&');
  const found = new Set<string>();
  for (const [, address = ''] of plain.matchAll(named)) {
    if (found.size >= maxNamed) break;
    if (!URL.canParse(address, url)) continue;
    const { href, protocol } = new URL(address, url);
    if (protocol === 'http:' || protocol === 'https:') found.add(href);
  }
  return [...found];
}
