import { letterDistance } from '../letter-distance.ts';
import { isWithinWord } from './find-words.ts';

export interface MisspeltBrand {
  readonly from: number;
  readonly to: number;
  readonly said: string;
  /** It can only be the brand: its letters are right but for case, accents and what joins the words; or it is of several words. */
  readonly isSure: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Without case and accents; ß and ä as they are typed where keyboards have none are taken for the same. */
function folded(word: string): string {
  return word
    .toLowerCase()
    .replace(/ä|ae/g, 'a')
    .replace(/ö|oe/g, 'o')
    .replace(/ü|ue/g, 'u')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

const JOINT = /^[ \u00a0\u202f]*(?:[&+,.’'-]|u\.)?[ \u00a0\u202f]*$/iu;
const JOINING = new Set(['und', 'and', 'et', 'y', 'e', 'en', 'i', 've', 'u']);
/** Shorter names are other words too often. */
const LONG = 6;

/** So much longer than the brand may a misspelt one be, with what joins its words. */
const REACH = 16;

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const known = new Map<string, (text: string) => readonly MisspeltBrand[]>();

/** Places where a name that is nearly the brand's stands. @param brand as lastpost.yaml has it */
export function misspeltBrands(text: string, brand: string): readonly MisspeltBrand[] {
  const find = known.get(brand) ?? finder(brand);
  known.set(brand, find);
  return find(text);
}

function finder(brand: string): (text: string) => readonly MisspeltBrand[] {
  const right = wordsOf(brand);
  const [first] = right;
  if (first === undefined) return () => [];
  const initials = initialsOf(first.text);
  const reach = brand.length + REACH;
  return (text) => {
    const found: MisspeltBrand[] = [];
    for (const { index } of text.matchAll(initials)) {
      if (isWithinWord(text, index)) continue;
      const words = wordsOf(text.slice(index, index + reach), index);
      const there = words
        .filter((one) => right.length === 1 || !JOINING.has(one.text.toLowerCase()))
        .slice(0, right.length);
      const one = there.length === right.length ? compared(text, there, { brand, right }) : null;
      if (one !== null) found.push(one);
    }
    return found;
  };
}

function compared(
  text: string,
  there: readonly Word[],
  { brand, right }: { brand: string; right: readonly Word[] },
): MisspeltBrand | null {
  const [from, to] = [there[0]?.from ?? 0, there.at(-1)?.to ?? 0];
  const said = text.slice(from, to);
  const bare = brand.trim().slice(right[0]?.from ?? 0, right.at(-1)?.to);
  if (said.replace(/[\u00a0\u202f\n]/g, ' ') === bare || isInflected(said, bare)) return null;
  if (!areJoined(text, there) || isInAddress(text, from, to)) return null;
  const misses = there.map((word, at) => letterDistance(folded(word.text), folded(right[at]?.text ?? '')));
  const isAlike = misses.every((miss) => miss === 0);
  if (isAlike && right.length === 1 && !isOtherCase(said, bare)) return null;
  if (isAlike) return { from, to, said, isSure: true };
  const isNear = right.every((word, at) => (misses[at] ?? 9) <= (word.text.length >= 4 ? 1 : 0));
  const isLong = right.length > 1 || bare.length >= LONG;
  // A name of one word with another letter may be a word of its own, so that it has to be written as a name.
  if (!isNear || !isLong || (right.length === 1 && !/^\p{Lu}/u.test(said))) return null;
  return { from, to, said, isSure: right.length > 1 };
}

/** In either case, with and without its dots: every other word is passed over. */
function initialsOf(word: string): RegExp {
  const plain = folded(word[0] ?? '').slice(0, 1);
  const alike = [word[0] ?? '', plain, { a: 'ä', o: 'ö', u: 'ü' }[plain] ?? plain];
  return new RegExp(`[${alike.flatMap((letter) => [letter.toLowerCase(), letter.toUpperCase()]).join('')}]`, 'gu');
}

/** A brand of one word, such as “Bell”, may be a word of the language as well: only in another case within itself is it the brand. */
function isOtherCase(said: string, brand: string): boolean {
  return said.toLowerCase() !== brand.toLowerCase() || brand.length >= LONG || /\p{Ll}\p{Lu}/u.test(brand);
}

function isInflected(said: string, brand: string): boolean {
  return said.startsWith(brand) && /^(?:s|es|’s|'s)$/u.test(said.slice(brand.length));
}

/** `brandt-soehne.example`, `@brandtsoehne`: addresses are written as they are, also without https. */
function isInAddress(text: string, from: number, to: number): boolean {
  return /[@/._-]$/u.test(text.slice(0, from)) || /^(?:[@/_]|[.-][\p{L}\p{N}])/u.test(text.slice(to));
}

function areJoined(text: string, words: readonly Word[]): boolean {
  return words.slice(1).every((word, at) => {
    const between = text.slice(words[at]?.to ?? 0, word.from);
    const joining = between.trim().toLowerCase();
    return JOINT.test(between) || (JOINING.has(joining) && !between.includes('\n'));
  });
}

function wordsOf(text: string, offset = 0): readonly Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    from: offset + match.index,
    to: offset + match.index + match[0].length,
  }));
}
