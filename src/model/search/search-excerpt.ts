import type { SearchTerm } from './search-query.ts';
import { type TextWord, wordsOf } from './words-of.ts';

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly term: number;
}

const LENGTH = 160;
/** Of these before the first hit. */
const LEAD = 50;

/** Made when something is found: to make it takes longer than many a command as a whole. */
let graphemes: Intl.Segmenter | undefined;

function inGraphemes(): Intl.Segmenter {
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return graphemes;
}

function matches({ words, isPrefix }: SearchTerm, text: readonly TextWord[], at: number): boolean {
  const inForm = (form: 'plain' | 'long'): boolean =>
    words.every((word, index) => {
      const found = text[at + index]?.[form];
      const isLast = index === words.length - 1;
      return isPrefix && isLast ? found?.startsWith(word[form]) === true : found === word[form];
    });
  return inForm('plain') || inForm('long');
}

function hitsIn(text: string, terms: readonly SearchTerm[]): readonly Hit[] {
  const words = [...wordsOf(text)];
  return words.flatMap(({ start }, at) =>
    terms.flatMap((term, index) => {
      if (!matches(term, words, at)) return [];
      return [{ start, end: words[at + term.words.length - 1]?.end ?? start, term: index }];
    }),
  );
}

/** Hits that overlap are one, and none ends within what a reader sees as one character (a family of pictograms). */
function joined(text: string, hits: readonly Hit[]): readonly Hit[] {
  const result: Hit[] = [];
  for (const found of hits) {
    const hit = { ...found, start: graphemeStart(text, found.start), end: graphemeEnd(text, found.end) };
    const last = result.at(-1);
    if (last === undefined || hit.start >= last.end) result.push(hit);
    else result[result.length - 1] = { ...last, end: Math.max(last.end, hit.end) };
  }
  return result;
}

/** The nearest place at or before `index` where no character a reader sees is cut through. */
function graphemeStart(text: string, index: number): number {
  if (index <= 0) return 0;
  return index >= text.length ? text.length : (inGraphemes().segment(text).containing(index)?.index ?? index);
}

/** The nearest such place at or after `index`. */
function graphemeEnd(text: string, index: number): number {
  const around = index >= text.length ? undefined : inGraphemes().segment(text).containing(index);
  if (around === undefined || around.index === index) return index;
  return around.index + around.segment.length;
}

/** From a little before the first hit, at the beginning of a word where one is near. */
function startOf(text: string, first: Hit): number {
  if (first.start <= LEAD) return 0;
  const from = graphemeStart(text, first.start - LEAD);
  const space = /\s/.exec(text.slice(from, first.start));
  return space === null ? from : from + space.index + 1;
}

function endOf(text: string, start: number, first: Hit): number {
  const end = Math.max(start + LENGTH, first.end);
  if (end >= text.length) return text.length;
  const space = text.lastIndexOf(' ', end);
  return space > Math.max(first.end, end - 20) ? space : Math.max(first.end, graphemeStart(text, end));
}

function excerptOf(text: string, hits: readonly Hit[]): string {
  const [first] = hits;
  if (first === undefined) return text.slice(0, graphemeStart(text, LENGTH));
  const start = startOf(text, first);
  const end = endOf(text, start, first);
  const parts: string[] = [start > 0 ? '…' : ''];
  let here = start;
  for (const hit of hits.filter((candidate) => candidate.end <= end)) {
    parts.push(text.slice(here, hit.start), '[', text.slice(hit.start, hit.end), ']');
    here = hit.end;
  }
  parts.push(text.slice(here, end), end < text.length ? '…' : '');
  return parts.join('');
}

/**
 * About 160 characters of the text in which most of the terms stand, as it was written, around the first hit; hits stand
 * between [ and ]. White space is one space, so that it is one line.
 * @param texts in the order in which they are preferred
 */
export function searchExcerpt(texts: readonly string[], terms: readonly SearchTerm[]): string {
  let best = { text: '', hits: [] as readonly Hit[], found: -1 };
  for (const text of texts.map((original) => original.replace(/\s+/g, ' ').trim())) {
    const hits = hitsIn(text, terms);
    const found = new Set(hits.map(({ term }) => term)).size;
    if (found > best.found) best = { text, hits, found };
  }
  return excerptOf(best.text, joined(best.text, best.hits));
}
