import twitter from 'twitter-text';

const withScheme = /https?:\/\/[^\s<>"„“”‚‘«»]+/giu;
const punctuationBehind = /[.,;:!?'’)\]}…]+$/u;

/** Behind a letter there is none (C#), nor in a character reference (&#39;); but one may stand right behind another. */
const hashtags = /(?<![\p{L}\p{M}\p{N}_&])(?:[#＃][\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*)+/gu;

/**
 * Links as Threads counts them: those without a scheme too (www.beispiel.de), as far as their end is a known top-level domain.
 * In the order of the two manners, with repetitions.
 */
export function linksIn(text: string): readonly string[] {
  const full = [...text.matchAll(withScheme)].map(([link]) => link.replace(punctuationBehind, ''));
  return [...full, ...twitter.extractUrls(text.replace(withScheme, ' '))];
}

/** Hashtags without those that are the end of a link. `#eins#zwei` are two. */
export function hashtagsIn(text: string): readonly string[] {
  const withoutLinks = text.replace(withScheme, ' ');
  return [...withoutLinks.matchAll(hashtags)].flatMap(([run]) => run.split(/(?=[#＃])/u));
}
