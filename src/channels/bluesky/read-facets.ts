import { asList, asNumber, asText, asUrl, at } from '../reading/json-reader.ts';

export interface Facets {
  readonly links: readonly string[];
  readonly tags: readonly string[];
}

/**
 * What a post's text points to. Facets count in bytes of UTF-8; the entities of the first months name their links in full.
 * @see https://docs.bsky.app/docs/advanced-guides/post-richtext
 */
export function readFacets(record: unknown): Facets {
  const text = Buffer.from(asText(at(record, 'text')) ?? '', 'utf8');
  const features = asList(at(record, 'facets')).flatMap((facet) => {
    const words = sliceOf(text, at(facet, 'index'));
    return asList(at(facet, 'features')).map((feature) => ({ feature, words }));
  });
  const entities = asList(at(record, 'entities')).filter((entity) => asText(at(entity, 'type')) === 'link');
  const links = [
    ...features.flatMap(({ feature }) => (isA(feature, 'link') ? (asUrl(at(feature, 'uri')) ?? []) : [])),
    ...entities.flatMap((entity) => asUrl(at(entity, 'value')) ?? []),
  ];
  const tags = [
    ...asList(at(record, 'tags')).flatMap((tag) => asText(tag) ?? []),
    ...features.flatMap(({ feature, words }) => (isA(feature, 'tag') ? tagIn(feature, words) : [])),
  ];
  return { links: [...new Set(links)], tags: [...new Set(tags)] };
}

function isA(feature: unknown, name: string): boolean {
  return asText(at(feature, '$type')) === `app.bsky.richtext.facet#${name}`;
}

/** Without a name of its own the tag is what the facet covers. */
function tagIn(feature: unknown, words: string | undefined): readonly string[] {
  const tag = asText(at(feature, 'tag')) ?? words?.replace(/^#/, '') ?? '';
  return tag === '' ? [] : [tag];
}

/** The words a facet covers; undefined when its bytes are not in the text, or cut a letter in two. */
function sliceOf(text: Buffer, index: unknown): string | undefined {
  const [start, end] = [asNumber(at(index, 'byteStart')), asNumber(at(index, 'byteEnd'))];
  if (start === null || end === null || start < 0 || end <= start || end > text.length) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(text.subarray(start, end));
  } catch {
    return undefined;
  }
}
