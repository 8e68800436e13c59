import { asList, asObject, asText, asUrl, at, type JsonObject } from '../reading/json-reader.ts';

/** What is read of a text of X. */
export interface XText {
  readonly text: string;
  readonly links: readonly string[];
  readonly tags: readonly string[];
}

const escapes: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** `full_text` comes with the three characters of HTML escaped, once. */
export function unescapeText(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => escapes[name] ?? whole);
}

interface Sources {
  readonly raw: string;
  /** `note_tweet` is served as it was written; everything else is escaped. */
  readonly isEscaped: boolean;
  readonly entities: unknown;
  /** Short links that only stand for what is shown below the text: media, the quoted post. */
  readonly hidden: readonly string[];
  readonly range: readonly unknown[];
}

/** The words as X shows them: short links written out, those of media gone, names that a reply begins with cut off. */
export function readText(tweet: JsonObject): XText {
  const sources = sourcesOf(tweet);
  let text = withoutAddressees(sources);
  const links: string[] = [];
  for (const entity of asList(at(sources.entities, 'urls'))) {
    const short = asText(at(entity, 'url'));
    const long = asUrl(at(entity, 'expanded_url'));
    if (short === null || long === null || sources.hidden.includes(short)) continue;
    links.push(long);
    text = text.replaceAll(short, () => (sources.isEscaped ? long.replaceAll('&', '&amp;') : long));
  }
  for (const short of sources.hidden) text = text.replaceAll(short, '');
  text = text.split('\n').map(withoutEnd).join('\n').trim();
  const tags = asList(at(sources.entities, 'hashtags')).flatMap((tag) => asText(at(tag, 'text')) ?? []);
  return {
    text: sources.isEscaped ? unescapeText(text) : text,
    links: [...new Set(links)],
    tags: [...new Set(tags)],
  };
}

/** Without the blanks at a line's end; a pattern would look at each of a million blanks a million times. */
function withoutEnd(line: string): string {
  let end = line.length;
  while (line[end - 1] === ' ' || line[end - 1] === '\t') end -= 1;
  return line.slice(0, end);
}

function sourcesOf(tweet: JsonObject): Sources {
  const legacy = asObject(tweet.legacy) ?? {};
  const note = asObject(at(tweet, 'note_tweet', 'note_tweet_results', 'result'));
  const noted = asText(note?.text);
  const media = [...asList(at(legacy, 'entities', 'media')), ...asList(at(legacy, 'extended_entities', 'media'))];
  const hidden = [...media.map((medium) => at(medium, 'url')), at(legacy, 'quoted_status_permalink', 'url')];
  return {
    raw: noted ?? asText(legacy.full_text) ?? asText(legacy.text) ?? '',
    isEscaped: noted === null,
    entities: noted === null ? legacy.entities : note?.entity_set,
    hidden: [...new Set(hidden.flatMap((url) => asText(url) ?? []))],
    range: noted === null ? asList(legacy.display_text_range) : [],
  };
}

/**
 * X counts in code points of the escaped text, and cuts in front only where names of those answered stand: in these, a code
 * point is a unit of a JavaScript text.
 */
function withoutAddressees({ raw, range }: Sources): string {
  const [start] = range;
  if (typeof start !== 'number' || start <= 0) return raw;
  return /^(?:@\w+\s+)+$/.test(raw.slice(0, start)) ? raw.slice(start) : raw;
}
