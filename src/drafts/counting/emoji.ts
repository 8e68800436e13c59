/** Newer than the JavaScript that the compiler is told to write, so that it must not see it in an expression. */
const sets: string = 'v';
const emoji = new RegExp('\\p{RGI_Emoji}', `g${sets}`);
const emojiLike = new RegExp('\\p{RGI_Emoji}|\\p{Extended_Pictographic}|\\p{Emoji_Presentation}', sets);

/** Every emoji of Unicode's own list, sequences and all, as the one given. */
export function replaceEmoji(text: string, by: string): string {
  return text.replace(emoji, by);
}

/** True for an emoji, for a part of one, and for signs that may be shown as one. */
export function hasEmoji(sign: string): boolean {
  return emojiLike.test(sign);
}

/** The list is long, and most texts have none: signs behind those of writing, and keycaps. */
const MAY_HAVE_EMOJI = /[\u00a9\u00ae\u203c\u2049\u2122-\u3299\ud83c-\ud83e]|\u20e3/;

/** Every emoji of a text with where it stands, in UTF-16 units; sequences are one. */
export function findEmoji(text: string): readonly { readonly said: string; readonly from: number }[] {
  if (!MAY_HAVE_EMOJI.test(text)) return [];
  return [...text.matchAll(emoji)].map((match) => ({ said: match[0], from: match.index }));
}
