import type { Post } from '../../model/post.ts';
import { excerptOf } from './cut-text.ts';

const MOST_CHARACTERS = 90;

/** What a post is called in a list: its title, else how it begins; '' when there are no words at all. */
export function titleOf({ title, text, repostOf, quoteOf }: Post): string {
  const words = [title, text, repostOf?.text, quoteOf?.text].find((candidate) => (candidate ?? '').trim() !== '');
  return excerptOf(words ?? '', MOST_CHARACTERS);
}
