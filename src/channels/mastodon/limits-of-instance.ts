import type { Limit } from '../../model/channel.ts';
import type { KnownFact } from '../../model/fact.ts';
import { asNumber, at } from '../reading/json-reader.ts';

/**
 * The limits that a server of the fediverse states of itself in `/api/v2/instance`, or in `/api/v1/instance` where it has only
 * that; [] for an answer that says none. Pleroma and its kin write `max_toot_chars` and count links in full.
 * @param found the address that was asked, and the day, YYYY-MM-DD
 * @see https://docs.joinmastodon.org/entities/Instance/, "configuration"
 */
export function limitsOfInstance(
  answer: unknown,
  found: { readonly source: string; readonly checkedOn: string },
): readonly KnownFact<Limit>[] {
  const said = (...path: string[]) => asLimit(at(answer, ...path));
  const linkLength = said('configuration', 'statuses', 'characters_reserved_per_url');
  const shortened = linkLength === undefined ? {} : ({ linkLength, mentionsWithoutHost: true } as const);
  const post = said('configuration', 'statuses', 'max_characters') ?? said('max_toot_chars');
  const bio = said('configuration', 'accounts', 'max_note_length');
  const alt = said('configuration', 'media_attachments', 'description_limit') ?? said('description_limit');
  const counting = 'graphemes' as const;
  const limits: readonly Limit[] = [
    ...(post === undefined ? [] : [{ what: 'post', most: post, counting, ...shortened, withWarning: true } as const]),
    ...(bio === undefined ? [] : [{ what: 'bio', most: bio, counting, ...shortened } as const]),
    ...(alt === undefined ? [] : [{ what: 'alt', most: alt, counting } as const]),
  ];
  return limits.map((value) => ({ value, ...found, certainty: 'high' }));
}

function asLimit(value: unknown): number | undefined {
  const number = asNumber(value);
  return number !== null && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
