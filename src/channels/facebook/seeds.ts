import { escapePattern } from '../../base/escape-pattern.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { originOf, ownAddress } from '../reading/own-account.ts';
import { nameIn } from './facebook-story.ts';

const twins = [
  'https://www.facebook.com',
  'https://facebook.com',
  'https://m.facebook.com',
  'https://web.facebook.com',
];

function originsOf(place: ChannelPlace): readonly string[] {
  const origin = originOf(place);
  return twins.includes(origin) ? twins : [origin];
}

/** Facebook has no open list: the page shows its posts while it is scrolled, to a visitor a few of them at most. */
export const facebookSeeds: ChannelSeeds = {
  scope(place) {
    const name = escapePattern((place.handle ?? nameIn(place.url) ?? '').toLowerCase());
    const origins = originsOf(place);
    const own = ownAddress(origins, `/${name}/(?:posts|videos|photos|reels?)/[^?#]+`);
    // A page without a name is known by its number, which stands in the address of its posts.
    const byNumber = ownAddress(origins, '/(?:permalink|story)\\.php', `\\?story_fbid=[\\w-]+&id=${name}`);
    return { kind: 'page', include: [own, byNumber] };
  },
};
