import { indexResponses, type ResponseIndex } from '../archive/response-index.ts';
import { adapterOf } from '../channels/registry.ts';
import type { ArchivedResponses } from '../model/archived-response.ts';
import type { ChannelPlace } from '../model/channel.ts';
import type { Post, PostMedia } from '../model/post.ts';
import type { Collect, Collected } from '../model/public-site.ts';
import { type ChannelReading, identifyPlace, readChannel } from './read-channel.ts';

/** Walks through the lists of a channel before its pages are visited. */
export function collectChannel(place: ChannelPlace): Collect {
  return async function* (site) {
    const found = await identifyPlace(place, site);
    const walk = adapterOf(found.platform).seeds?.walk;
    if (walk !== undefined) yield* walk(found, site);
  };
}

/**
 * When all pages have been visited: asks for the platform's count once more, and yields what was withheld from us, and every
 * picture, film and file of the posts that no page has loaded.
 * @param folder for what does not fit into memory
 */
export function completeChannel(
  place: ChannelPlace,
  archived: () => Promise<ArchivedResponses>,
  folder: string,
): Collect {
  return async function* (site) {
    const index = await indexResponses(await archived());
    const reading = await readChannel(place, index, folder, site.signal);
    try {
      await adapterOf(reading.place.platform).seeds?.recount?.(reading.place, site);
      for (const withheld of reading.book.withheld) yield { kind: 'gap', ...withheld };
      yield* missingFiles(reading, index);
    } finally {
      await reading.book.close();
    }
  };
}

async function* missingFiles({ book }: ChannelReading, index: ResponseIndex): AsyncGenerator<Collected> {
  for await (const { post } of book.posts()) {
    for (const { url } of post.media) {
      if (index.latest(url) === undefined) yield { kind: 'file', url, ...(post.url ? { referer: post.url } : {}) };
    }
  }
}

/** A post's media, each with the record that has its bytes; the best address that is there. */
export function placeMedia(media: readonly PostMedia[], index: ResponseIndex): Post['media'] {
  return media.map((medium) => {
    const heads = [medium.url, ...medium.otherUrls].map((url) => index.good(url));
    const head = heads.find((found) => found !== undefined);
    if (head === undefined) return medium;
    const archive = { ...head.place, record: head.record ?? '' };
    const mime = medium.mime ?? (head.isRevisit ? null : head.mime);
    return { ...medium, mime, sha256: head.sha256, archive };
  });
}
