import type { LeftOut } from '../../model/official-export.ts';
import { asObject, type JsonObject } from '../reading/json-reader.ts';
import { visibilityOf } from './read-activity.ts';

/** Whom a post was addressed to, from everybody to a few. */
export type Audience = 'public' | 'unlisted' | 'followers' | 'direct';

const narrowness: readonly Audience[] = ['public', 'unlisted', 'followers', 'direct'];

/**
 * An archive holds direct messages and posts for followers beside the public ones, and nothing but `to` and `cc` tells them
 * apart. Where an activity and its object differ, the narrower one holds. Undefined where neither says: then it could be
 * anything, and must not pass for public.
 * @see https://www.w3.org/TR/activitypub/#delivery
 */
export function audienceOf(activity: JsonObject): Audience | undefined {
  const object = asObject(activity.object);
  const isSaid = ({ to, cc }: JsonObject) => (to ?? cc ?? null) !== null;
  const said = [activity, ...(activity.type === 'Announce' || object === undefined ? [] : [object])]
    .filter(isSaid)
    .map(visibilityOf)
    .flatMap((visibility): Audience[] => {
      if (visibility === 'unknown') return [];
      return [visibility === 'private' ? 'direct' : visibility];
    });
  return said.sort((a, b) => narrowness.indexOf(b) - narrowness.indexOf(a))[0];
}

/** The kind under which it is left out. */
export function leftOutAs(audience: Audience): LeftOut | 'public' {
  if (audience === 'followers') return 'followers-only';
  return audience === 'direct' ? 'direct-messages' : 'public';
}
