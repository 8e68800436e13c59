import { NEXT_POST } from '../../../model/farewell/draft.ts';

/** A stretch that is read in one go, up to a full stop, a semicolon, a colon or the end of its line. */
export interface ReadSentence {
  readonly words: readonly string[];
  /** Offsets in the text. */
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;
const END = /[.!?;:…][)\]"“”»’*_]*(?=\s|$)|\n/gu;

/**
 * Sentences of a text as people read them. A day, a time or an address is one word, as nobody reads it letter by letter; posts of a
 * thread and items of a list each end a sentence.
 * @param facts stretches that count as one word
 */
export function readSentences(
  text: string,
  facts: readonly { readonly from: number; readonly to: number }[],
): readonly ReadSentence[] {
  const plain = withoutMarks(text, facts);
  const sentences: ReadSentence[] = [];
  let from = 0;
  const close = (to: number): void => {
    const words = plain.slice(from, to).match(WORD) ?? [];
    const begin = from + (text.slice(from, to).length - text.slice(from, to).trimStart().length);
    if (words.length > 0)
      sentences.push({ words, from: begin, to: Math.max(begin, from + text.slice(from, to).trimEnd().length) });
    from = to;
  };
  for (const match of plain.matchAll(END)) close(match.index + match[0].length);
  close(plain.length);
  return sentences;
}

/** As long as before. */
function withoutMarks(text: string, facts: readonly { readonly from: number; readonly to: number }[]): string {
  let plain = text;
  for (const { from, to } of facts)
    plain = `${plain.slice(0, from)}${asOneWord(text.slice(from, to))}${plain.slice(to)}`;
  return plain
    .replaceAll(NEXT_POST, `\n${'\ufffc'.repeat(NEXT_POST.length - 1)}`)
    .replace(/\]\([^)\n]*\)/g, (found) => '\ufffc'.repeat(found.length));
}

/** "28 February." may end a sentence as well. */
function asOneWord(fact: string): string {
  const end = /\p{L}\.$/u.test(fact) ? '.' : '';
  return `X${'\ufffc'.repeat(fact.length - 1 - end.length)}${end}`;
}
