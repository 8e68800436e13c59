/** Figures of a text that people read. */
export interface Readability {
  /** Björnsson's läsbarhetsindex: words a sentence, and of 100 words those of more than six letters. Below 40 easy, above 60 hard. */
  readonly lix: number;
  /** Words. */
  readonly longestSentence: string;
  readonly words: number;
}

/**
 * How hard a text is to read. What a run fills in, commands and addresses are not read as sentences and count as one word.
 * @see C. H. Björnsson, Läsbarhet (1968)
 */
export function readability(text: string): Readability {
  const plain = text
    .split('\n')
    .filter((line) => !/^\s*lastpost /.test(line))
    .join('\n')
    .replace(/\$\{\{.*?\}\}/gs, 'X')
    .replace(/https?:\S+|lastpost [a-z]+ [a-z-]+[^.;\n]*/g, 'X');
  const sentences = plain
    .split(/(?<=[.!?;:])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
  const words = sentences.flatMap(wordsOf);
  const long = words.filter((word) => [...word].length > 6).length;
  const lix = words.length === 0 ? 0 : words.length / sentences.length + (100 * long) / words.length;
  const longestSentence = sentences.toSorted((a, b) => wordsOf(b).length - wordsOf(a).length)[0] ?? '';
  return { lix, longestSentence, words: words.length };
}

export function wordsOf(sentence: string): readonly string[] {
  return sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
}
