export const pageLanguages = ['en', 'de'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

/** The language of ours that an `Accept-Language` header likes best; English when it likes none. @see RFC 9110, 12.5.4 */
export function chooseLanguage(header: string | undefined): PageLanguage {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { language: tag.toLowerCase().split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wishes) {
    const known = pageLanguages.find((candidate) => candidate === language);
    if (known !== undefined) return known;
  }
  return 'en';
}
