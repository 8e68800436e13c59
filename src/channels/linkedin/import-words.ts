import { writtenTime } from '../reading/export/written-time.ts';
import { asUrl } from '../reading/json-reader.ts';
import { activityOf, addressOfActivity, shareOf, timeOfActivity } from './linkedin-urn.ts';

/** A post as a link of the archive names it. */
export interface NamedPost {
  /** The number of an activity, as the crawl has it; of a share or an upload its URN. */
  readonly id: string;
  readonly number: string;
  readonly url: string;
}

/**
 * What a link names. A post that was shared has a number of its own beside that of its activity, and an export gives the
 * one while the pages give the other: then id and address differ, and text and time must tell that it is the same post.
 */
export function namedIn(link: string | undefined, origin: string): NamedPost | undefined {
  const address = asUrl(link ?? '') ?? '';
  const activity = activityOf(address);
  if (activity !== null) return { id: activity, number: activity, url: addressOfActivity(activity, origin) };
  const number = shareOf(address);
  if (number === null) return undefined;
  const urn = `urn:li:${/ugcPost/.test(address) ? 'ugcPost' : 'share'}:${number}`;
  return { id: urn, number, url: `${origin}/feed/update/${urn}/` };
}

/** A blank date is one that LinkedIn has lost; the number of a post is a time as well. */
export function dateOf(said: string | undefined, number: string | undefined): string | null | undefined {
  if (said === undefined) return undefined;
  if (said.trim() === '') return number === undefined ? null : timeOfActivity(number);
  return writtenTime(said) ?? undefined;
}

/**
 * LinkedIn puts every line of some posts into quotes and the whole into quotes once more, so that a line break comes out as
 * `"⏎"` and a quote as two. Undone where all line breaks look so and the first line's quotes do not pair.
 */
export function wordsOf(value: string): string {
  const text = value.replace(/\r\n?/g, '\n');
  const breaks = text.split('\n').length - 1;
  const odd = ((text.split('\n', 1)[0] ?? '').match(/"/g)?.length ?? 0) % 2 === 1;
  const isWrapped = breaks > 0 && odd && text.split(/"\n"/).length - 1 === breaks;
  return (isWrapped ? text.split(/"\n"/).join('\n').replaceAll('""', '"') : text).trim();
}

const BACKSLASH = 0x5c;
const QUOTE = 0x22;

/** Comments.csv writes a quote in a text as `\"`, which no reader of tables knows; `""` is what it should be. */
export async function* doubledQuotes(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isHeld = false;
  for await (const chunk of chunks) {
    const bytes: Buffer = isHeld ? Buffer.concat([Uint8Array.of(BACKSLASH), chunk]) : Buffer.from(chunk);
    for (let at = 0; at + 1 < bytes.length; at += 1) {
      if (bytes[at] === BACKSLASH && bytes[at + 1] === QUOTE) bytes[at] = QUOTE;
    }
    isHeld = bytes.at(-1) === BACKSLASH;
    yield isHeld ? bytes.subarray(0, -1) : bytes;
  }
  if (isHeld) yield Uint8Array.of(BACKSLASH);
}
