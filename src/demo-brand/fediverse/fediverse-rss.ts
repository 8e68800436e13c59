import { html } from '../http/html.ts';
import { type FediverseFrame, NAME, PROFILE_PATH, picturePath, tootPath } from './fediverse-frame.ts';
import type { Toot } from './load-toots.ts';
import { tootHtml } from './toot-html.ts';

const NEWEST = 20;

/** The account's feed, as Mastodon writes it: the newest toots without titles, boosts left out. */
export function fediverseRss(frame: FediverseFrame, toots: readonly Toot[]): string {
  const items = toots.filter(({ boosts, isUnlisted }) => boosts === undefined && !isUnlisted).slice(0, NEWEST);
  const feed = html`<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>${NAME}</title><description>Public posts from @brandt</description><link>${frame.origin}${PROFILE_PATH}</link>
${items.map((toot) => {
  const address = `${frame.origin}${tootPath(toot)}`;
  const pictures = toot.images.map(
    ({ file, alt }) =>
      html`<media:content url="${frame.origin}${picturePath(file)}" type="image/jpeg" medium="image"><media:description type="plain">${alt}</media:description></media:content>`,
  );
  return html`<item><guid isPermaLink="true">${address}</guid><link>${address}</link><pubDate>${new Date(toot.date).toUTCString()}</pubDate><description>${tootHtml(toot, frame).markup}</description>${pictures}</item>`;
})}
</channel></rss>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${feed.markup}\n`;
}
