import { asList, asText, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { timeOfNumber } from './x-tweet.ts';

export interface QuotedLink {
  readonly id: string;
  readonly url: string;
  /** As it stands in the text: `https://t.co/…`. */
  readonly short: string;
}

/** Before, an address of a post was a link like any other. */
const quotesSince = '2015-04-06T00:00:00.000Z';
const hosts = /^(?:(?:www|mobile)\.)?(?:twitter|x)\.com$/;

/**
 * The post that one quotes: the archive has nothing but its address, as the last link of the text.
 * @param note as GraphQL has a long text; null where there is none
 */
export function quotedLink(tweet: JsonObject, note: JsonObject | null, full: string): QuotedLink | undefined {
  const urls = asList(note === null ? at(tweet, 'entities', 'urls') : at(note, 'entity_set', 'urls'));
  if (urls.length === 0) return undefined;
  const number = asText(tweet.id_str) ?? '';
  if ((timeOfNumber(number) ?? '') < quotesSince) return undefined;
  const text = asText(note?.text) ?? full;
  const hidden = new Set(
    [...asList(at(tweet, 'extended_entities', 'media')), ...asList(at(tweet, 'entities', 'media'))].map((medium) =>
      at(medium, 'url'),
    ),
  );
  const last =
    text
      .trimEnd()
      .split(/\s+/)
      .findLast((word) => !hidden.has(word)) ?? '';
  const entity = urls.find((one) => at(one, 'url') === last);
  return entity === undefined ? undefined : linkOf(last, asUrl(at(entity, 'expanded_url')), number);
}

function linkOf(short: string, address: string | null, own: string): QuotedLink | undefined {
  if (address === null) return undefined;
  const { hostname, pathname } = new URL(address);
  const id = /^\/(?:\w{1,20}|i\/web)\/status(?:es)?\/(\d{1,20})\/?$/.exec(pathname)?.[1];
  // A long post ends with its own address.
  if (id === undefined || id === own || !hosts.test(hostname)) return undefined;
  return { id, url: address, short };
}
