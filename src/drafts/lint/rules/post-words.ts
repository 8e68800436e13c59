import type { FarewellLocale } from '../../../model/farewell/locale.ts';

/** Right behind a number: so many posts. */
export const postWords: Readonly<Record<FarewellLocale, RegExp>> = {
  de: /^[ \u00a0](?:(?:eigene|öffentliche|unsere)n?[ \u00a0])?(?:Beiträgen?|Posts?|Postings?|Tweets?|Veröffentlichungen|Meldungen)(?!\p{L})/iu,
  en: /^[ \u00a0](?:(?:of our|public|own)[ \u00a0])?(?:posts?|tweets?|updates?)(?!\p{L})/iu,
  fr: /^[ \u00a0\u202f](?:publications?|posts?|tweets?|messages publics)(?!\p{L})/iu,
  es: /^[ \u00a0](?:publicaciones|publicación|posts?|tuits?|tweets?)(?!\p{L})/iu,
  it: /^[ \u00a0](?:post|tweet|pubblicazioni)(?!\p{L})/iu,
  nl: /^[ \u00a0](?:posts?|berichten|tweets?|bijdragen)(?!\p{L})/iu,
  pl: /^[ \u00a0](?:wpisów|wpisy|postów|posty|tweetów|tweety|publikacji)(?!\p{L})/iu,
  pt: /^[ \u00a0](?:publicações|publicação|posts?|tweets?)(?!\p{L})/iu,
  tr: /^[ \u00a0](?:paylaşım|gönderi|tweet)/iu,
  ar: /^[ \u00a0](?:منشور|تغريدة)/u,
};

/** At the end of what stands before a number: it is a round one, and the true one may be more, less, or near. */
export const roundWords: Readonly<Record<'more' | 'less' | 'about', RegExp>> = {
  more: /(?<!\p{L})(?:über|mehr als|gut|over|more than|plus de|más de|più di|oltre|meer dan|ponad|więcej niż|mais de|أكثر من)\s+$/iu,
  less: /(?<!\p{L})(?:fast|knapp|beinahe|nearly|almost|under|près de|presque|casi|quasi|bijna|prawie|niemal|quase|neredeyse|ما يقرب من)\s+$/iu,
  about:
    /(?<!\p{L})(?:rund|etwa|ungefähr|circa|ca\.|about|around|some|roughly|environ|unos|unas|ongeveer|około|cerca de|yaklaşık|نحو|حوالي)\s+$/iu,
};
