/** Two vowels that are one sound; ü is also written y. */
const GERMAN = /aa|ee|oo|ie|ei|ey|ai|ay|au|äu|eu|oi|oy|[aeiouäöüy]/giu;

/** Of a German word. "Familie" and "Ingenieur" are counted one short, "beinhalten" as well: a mean over a text hardly moves. */
export function germanSyllables(word: string): number {
  if (isSpelt(word)) return [...word].length;
  return Math.max(1, word.match(GERMAN)?.length ?? 0);
}

const ENGLISH = /[aeiouy]+/giu;
/** Written and not said: make, times, closed. Said after t and d, after s, x, z, ch, sh, and in -le. */
const SILENT = /(?:[^aeiouy]es|(?<![td])ed|(?<![aeiouyl])e|(?<=[aeiouy])le)$/iu;
const SAID_ES = /(?:s|x|z|ch|sh|c|g)es$/iu;
/** Two vowels that are two sounds: idea, radio, science, being, doing. */
const APART = /ia|io(?!us)|iu|ie[nt](?!d)|ea(?=l$)|eo|uou|[aeiou]ing$/giu;

/** Of an English word. */
export function englishSyllables(word: string): number {
  if (isSpelt(word)) return [...word].length;
  const lower = word.toLowerCase().replace(/[’'].*$/u, '');
  const groups = lower.match(ENGLISH)?.length ?? 0;
  const silent = SILENT.test(lower) && !SAID_ES.test(lower) ? 1 : 0;
  const apart = lower.replace(/tion|sion|cial|cian|tial/g, 'o').match(APART)?.length ?? 0;
  return Math.max(1, groups - silent + apart);
}

/** USB, MEZ: each letter is one syllable, more or less. A figure is read as one word and counted as one. */
function isSpelt(word: string): boolean {
  return /^\p{Lu}{2,4}$/u.test(word);
}
