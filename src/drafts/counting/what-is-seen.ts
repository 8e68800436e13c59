import twitter from 'twitter-text';
import type { Limit } from '../../model/channel.ts';
import { countingRules } from './counting-rules.ts';
import { splitGraphemes } from './split-graphemes.ts';

export interface Seen {
  /** What stands above "more", without spaces at its end. */
  readonly seen: string;
  /** What one has to open; '' where all is seen. */
  readonly rest: string;
}

/**
 * The beginning of a text that is seen before somebody opens the rest. Never ends inside a sign; nor, where links have one
 * length, inside a link.
 */
export function whatIsSeen(text: string, fold: Limit): Seen {
  const { count } = countingRules[fold.counting];
  let used = 0;
  let end = 0;
  for (const piece of piecesOf(text, fold)) {
    used += count(piece, fold);
    if (used > fold.most) return cutAt(text, end);
    end += piece.length;
  }
  return { seen: text, rest: '' };
}

function* piecesOf(text: string, { linkLength }: Limit): Generator<string> {
  const links = linkLength === undefined ? [] : twitter.extractUrlsWithIndices(text);
  let done = 0;
  for (const { indices } of links) {
    const [start, end] = indices;
    yield* splitGraphemes(text.slice(done, start));
    yield text.slice(start, end);
    done = end;
  }
  yield* splitGraphemes(text.slice(done));
}

function cutAt(text: string, end: number): Seen {
  const rest = text.slice(end);
  return rest.trim() === '' ? { seen: text, rest: '' } : { seen: text.slice(0, end).trimEnd(), rest };
}
