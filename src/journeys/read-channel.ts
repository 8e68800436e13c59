import type { ResponseIndex } from '../archive/response-index.ts';
import { archivedSite } from '../channels/archived-site.ts';
import { adapterOf, adapters } from '../channels/registry.ts';
import type { ChannelPlace } from '../model/channel.ts';
import type { PublicSite, SiteAnswer } from '../model/public-site.ts';
import { FindingsBook } from '../posts/findings-book.ts';

/** A website may turn out to be run by a software that we know. */
export async function identifyPlace(place: ChannelPlace, site: PublicSite): Promise<ChannelPlace> {
  if (place.platform !== 'website') return place;
  const once = askingOnce(site);
  for (const adapter of adapters) {
    const found = await adapter.identify?.(place.url, once);
    if (found !== undefined) return found;
  }
  return place;
}

/** Several adapters look at the same front page; the site is asked for it once. */
function askingOnce(site: PublicSite): PublicSite {
  const answers = new Map<string, Promise<SiteAnswer>>();
  return {
    signal: site.signal,
    ask(url, options) {
      const known = answers.get(url) ?? site.ask(url, options);
      answers.set(url, known);
      return known;
    },
  };
}

export interface ChannelReading {
  /** As the archive itself shows it. */
  readonly place: ChannelPlace;
  readonly book: FindingsBook;
}

/**
 * Reads everything about a channel out of an archive. Asks no server: the same archive gives the same posts, at any time.
 * Close the book when done.
 * @param folder for what does not fit into memory
 */
export async function readChannel(
  asked: ChannelPlace,
  index: ResponseIndex,
  folder: string,
  signal?: AbortSignal,
): Promise<ChannelReading> {
  const place = await identifyPlace(asked, archivedSite(index));
  const { extract } = adapterOf(place.platform);
  const book = await FindingsBook.open(folder);
  try {
    for (const head of extract === undefined ? [] : index.heads) {
      signal?.throwIfAborted();
      // A revisit has no body of its own; the record it points to is read as well.
      if (head.isRevisit || head.isPart || extract?.reads(head, place) !== true) continue;
      const response = await index.open(head);
      for await (const finding of extract.read(response, place)) await book.enter(finding, response.place);
    }
    return { place, book };
  } catch (error) {
    await book.close();
    throw error;
  }
}
