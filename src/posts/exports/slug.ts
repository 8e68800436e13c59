const GERMAN: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
};
const MOST_CHARACTERS = 60;

/** Device names that Windows does not take for a file, whatever its ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A text as a part of a file name: a–z, 0–9 and hyphens, German umlauts as people write them without a keyboard for
 * them. '' when nothing is left, as of Arabic or emoji.
 */
export function slugOf(text: string): string {
  const plain = text
    .replace(/https?:\/\/\S+/gi, ' ')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæœøł]/g, (letter) => GERMAN[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const cut = plain.length <= MOST_CHARACTERS ? plain : plain.slice(0, MOST_CHARACTERS + 1).replace(/-[^-]*$/, '');
  const slug = cut.slice(0, MOST_CHARACTERS).replace(/-+$/, '');
  return RESERVED.test(slug) ? `${slug}-post` : slug;
}
