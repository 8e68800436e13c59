import { sha256 } from '../base/digest.ts';
import { ENOUGH_TO_BEGIN, foldForMatching } from '../model/match-posts.ts';
import type { FoundPost } from '../model/post.ts';
import { isAddress, postAddressKey } from '../model/post-address.ts';
import { idForm } from '../model/post-id.ts';
import type { PostRow } from './tables.ts';

type MatchKeys = Pick<PostRow, 'id_form' | 'address_key' | 'text_key' | 'told'>;
type Matched = Pick<FoundPost, 'id' | 'url' | 'kind' | 'title' | 'text' | 'media'>;

/** The text that a post is known by: what it says, or, of a film or an album without words, how it is called. */
export function matchedText({ text, title }: Pick<Matched, 'text' | 'title'>): string {
  const words = foldForMatching(text);
  return words === '' && title !== null ? foldForMatching(title) : words;
}

/**
 * What two readings of a post are found to be the same by. A comment has often no address but its post's, and thousands say
 * "Thank you!": comments are found by their id alone.
 */
export function matchKeys(post: Matched): MatchKeys {
  const { id, url, kind } = post;
  const [text, title] = [foldForMatching(post.text), post.title === null ? '' : foldForMatching(post.title)];
  const words = text === '' ? title : text;
  const told = sha256(`${title}\n${text}`).slice(7, 7 + 32);
  if (kind === 'comment') return { id_form: idForm(id), address_key: null, text_key: null, told };
  const address = url ?? (isAddress(id) ? id : null);
  const isSilent = words === '' && post.media.length === 0;
  return {
    id_form: idForm(id),
    address_key: address === null ? null : postAddressKey(address),
    text_key: isSilent ? null : words.slice(0, ENOUGH_TO_BEGIN),
    told,
  };
}
