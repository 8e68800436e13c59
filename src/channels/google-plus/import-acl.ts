import type { Visibility } from '../../model/post.ts';
import { asList, asObject, asText, at } from '../reading/json-reader.ts';

/**
 * Who saw a post. Communities and collections could be closed or open, and the export does not say which: what is not said
 * to be public is not taken for it.
 */
export function visibilityOfAcl(acl: unknown): Visibility {
  if (asObject(acl) === undefined) return 'unknown';
  const circles = asList(at(acl, 'visibleToStandardAcl', 'circles')).map((circle) => asText(at(circle, 'type')));
  if (at(acl, 'isPublic') === true || circles.includes('CIRCLE_TYPE_PUBLIC')) return 'public';
  const isGroup = ['communityAcl', 'collectionAcl', 'eventAcl'].some((name) => asObject(at(acl, name)) !== undefined);
  return isGroup || circles.length > 0 ? 'followers' : 'private';
}

const publicWords =
  /^(public|öffentlich|público|publica|publique|pubblico|openbaar|offentlig|offentligt|publiczne|publiczny|veřejné|julkinen|herkese açık|общедоступно|公開|公开|전체공개|전체 공개)$/i;

/** `Shared with: Public, Somebody`, in the language of the account. Undefined where nothing is said. */
export function visibilityOfWords(said: string, people: readonly string[]): Visibility {
  const words = said
    .slice(said.indexOf(':') + 1)
    .split(',')
    .map((word) => word.trim());
  const others = words.filter((word) => word !== '' && !people.includes(word));
  if (others.some((word) => publicWords.test(word))) return 'public';
  if (words.every((word) => word === '')) return 'unknown';
  return others.length > 0 ? 'followers' : 'private';
}
