/** Words in the quotes of the language around them; quotes that they have themselves become the inner ones. */
export function quoted(words: string, language: 'de' | 'en'): string {
  const inner =
    language === 'de'
      ? words.replaceAll(/[„“](?=\p{L}|\p{N})/gu, '‚').replaceAll(/[“”]/g, '‘')
      : words.replaceAll(/[“„]/g, '‘').replaceAll('”', '’');
  return language === 'de' ? `„${inner}“` : `“${inner}”`;
}
