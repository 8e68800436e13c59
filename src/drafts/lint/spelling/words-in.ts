export interface WordAt {
  /** With ' for every apostrophe, and without what only parts it at the end of a line. */
  readonly word: string;
  /** Offset in the text. */
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{M}\u00ad]+(?:['’\-\u2010\u2011][\p{L}\p{M}\u00ad]+)*/gu;
/** Part of a name of something, of an address, of a sign that people speak, or what is hidden. */
const BEFORE = /[@#_/\\=\p{N}\ufffc]$/u;
const BEHIND = /^(?:[@_/\\=\p{N}\ufffc]|\.\p{L}{2})/u;
/** Kund:innen, Kund*innen, Kund_in: what stands before and behind the sign is no word. */
const PERSON_BEHIND = /^[:*_·](?:innen|in)(?!\p{L})/iu;
const PERSON_BEFORE = /\p{L}[:*_·]$/u;
const CODE = /`[^`\n]*`|<\/?[a-z][^>]*>/giu;

/** The words of a text that a dictionary can be asked about. */
export function wordsIn(text: string): readonly WordAt[] {
  const plain = text.replace(CODE, (found) => '\ufffc'.repeat(found.length));
  return [...plain.matchAll(WORD)].flatMap(({ 0: said, index }) => {
    const before = plain.slice(Math.max(0, index - 2), index);
    const behind = plain.slice(index + said.length, index + said.length + 8);
    if (BEFORE.test(before) || BEHIND.test(behind)) return [];
    if (PERSON_BEHIND.test(behind) || (PERSON_BEFORE.test(before) && /^in(?:nen)?$/iu.test(said))) return [];
    return [{ word: plainWord(said), from: index, to: index + said.length }];
  });
}

function plainWord(said: string): string {
  return said
    .replaceAll('\u00ad', '')
    .replaceAll('’', "'")
    .replace(/[\u2010\u2011]/g, '-');
}

/** All words of a text and the parts of each, in small letters. */
export function plainWords(text: string): readonly string[] {
  return [...text.matchAll(WORD)].flatMap(([said]) => {
    const word = plainWord(said).toLowerCase();
    return [word, ...word.split(/['-]/)];
  });
}
