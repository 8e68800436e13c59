/**
 * A word in the two spellings it is looked up in.
 *
 * German writes one word in three ways: `München`, `Muenchen` where there is no ü on the keyboard, `Munchen` where nobody
 * knows of it. One folded form cannot join the three and keep ordinary words apart: turning every `ue` into `u` makes `neu`
 * of `neue` and `du` of `due`. So there are two, and words are the same when either is:
 * - `plain`: accents and umlauts are gone, and so is the `e` of `ae`, `oe`, `ue` where it can stand for an umlaut: between
 *   consonants (München, Muenchen, Munchen → `munchen`), `ae` also before u (Häuser, Haeuser → `hauser`). Never at the end
 *   of a word, and never after a vowel or q: `neue`, `due`, `Quelle`, `Bauer` stay what they are.
 * - `long`: umlauts are written out, and no letter is taken away (Menü, Menue → `menue`; `Mue*` finds München).
 * What it costs: words that differ by such an `e` alone are one word (`Duell` finds `dull`, `does` finds `dos`).
 * @see https://lucene.apache.org/core/9_0_0/analysis/common/org/apache/lucene/analysis/de/GermanNormalizationFilter.html
 *   which folds by the same rule, without the one for the end of a word and without the second form
 */
export interface FoldedWord {
  readonly plain: string;
  readonly long: string;
}

/** Letters that have no decomposition, after lower-casing: [plain, long]. */
const LETTERS: Readonly<Record<string, readonly [plain: string, long: string]>> = {
  ß: ['ss', 'ss'],
  æ: ['ae', 'ae'],
  œ: ['oe', 'oe'],
  ø: ['o', 'oe'],
  ł: ['l', 'l'],
  đ: ['d', 'd'],
  ð: ['d', 'd'],
  þ: ['th', 'th'],
  ħ: ['h', 'h'],
  ı: ['i', 'i'],
  ς: ['σ', 'σ'],
};
const LETTER = /[ßæœøłđðþħıς]/g;

/** Elsewhere a mark is part of the letter: が is not か, and a vowel sign of Hindi is a vowel. */
const LOOSE_MARKS =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{N}])\p{M}+/gu;
/** Soft hyphen, joiners, tatweel, and what a compatibility form brings in (the stroke of ½). */
const NOT_OF_A_WORD = /[^\p{L}\p{N}\p{M}]|\u0640/gu;
/** No letter follows an e with an accent of its own but the accent: Citroën and poésie keep their e. */
const WRITTEN_OUT = /(?<![aeiouyq])(?:ae(?=[^\P{L}aeioy])|[ou]e(?=[^\P{L}aeiouy]))/gu;

const shortened = (letters: string): string => letters.slice(0, 1);

function spell(decomposed: string, form: 0 | 1): string {
  return decomposed
    .replace(LOOSE_MARKS, '')
    .replace(LETTER, (letter) => LETTERS[letter]?.[form] ?? letter)
    .normalize('NFC');
}

/** Folds one word as it stands in a text; both forms are '' when nothing is left of it. */
export function foldWord(word: string): FoldedWord {
  if (/^[a-z\d]+$/i.test(word)) {
    // Nearly all words of nearly all posts; what follows below is ten times slower.
    const lower = word.toLowerCase();
    return { plain: /[aou]e/.test(lower) ? lower.replace(WRITTEN_OUT, shortened) : lower, long: lower };
  }
  const lower = word.normalize('NFKD').toLowerCase().replace(NOT_OF_A_WORD, '');
  const long = lower.replace(/([aou])\u0308/g, '$1e').replace(/a\u030a/g, 'aa');
  const plain = lower.replace(WRITTEN_OUT, shortened);
  return { plain: spell(plain, 0), long: spell(long, 1) };
}

/**
 * Whether a word's long form has to be looked up beside its plain one. A long form without these letter pairs belongs to
 * words without umlauts alone, whose plain form is the same.
 */
export function hasTwoForms({ long }: FoldedWord): boolean {
  return /[aou]e|aa/.test(long);
}
