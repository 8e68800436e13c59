import { describe, expect, it } from 'vitest';
import { recogniseChannel } from '../../src/channels/registry.ts';
import { tableRows } from './table-rows.ts';

/** The address of a post | platform | the handle, or - where the address does not say whose it is. */
const posts = `
    https://x.com/Aurora/status/1234567890 | x | aurora
    https://twitter.com/aurora/statuses/1234567890/photo/1 | x | aurora
    https://x.com/i/web/status/1234567890 | x | -
    https://x.com/i/status/1234567890 | x | -
    https://www.facebook.com/AuroraCoffee/posts/pfbid02abc | facebook | auroracoffee
    https://www.facebook.com/auroracoffee/videos/1234567890/ | facebook | auroracoffee
    https://www.facebook.com/permalink.php?story_fbid=1&id=100064123456789 | facebook | 100064123456789
    https://m.facebook.com/story.php?story_fbid=1&id=100064123456789 | facebook | 100064123456789
    https://www.facebook.com/reel/1234567890 | facebook | -
    https://fb.watch/abc123/ | facebook | -
    https://www.facebook.com/watch/?v=1234567890 | facebook | -
    https://www.instagram.com/p/CxYz123/ | instagram | -
    https://www.instagram.com/reel/CxYz123/ | instagram | -
    https://www.instagram.com/Aurora/p/CxYz123/ | instagram | aurora
    https://www.instagram.com/stories/aurora/123/ | instagram | aurora
    https://www.instagram.com/stories/highlights/123/ | instagram | -
    https://www.threads.net/@aurora/post/CxYz123 | threads | aurora
    https://www.threads.net/t/CxYz123 | threads | -
    https://www.linkedin.com/posts/aurora-coffee_farewell-activity-7123456789-abcd | linkedin | aurora-coffee
    https://www.linkedin.com/feed/update/urn:li:activity:7123456789/ | linkedin | -
    https://www.linkedin.com/pulse/farewell-anna-mueller | linkedin | -
    https://www.youtube.com/watch?v=dQw4w9WgXcQ | youtube | -
    https://youtu.be/dQw4w9WgXcQ?si=abc | youtube | -
    https://www.youtube.com/shorts/dQw4w9WgXcQ | youtube | -
    https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ | youtube | -
    https://www.tiktok.com/@Aurora/video/7123456789 | tiktok | aurora
    https://m.tiktok.com/v/7123456789.html | tiktok | -
    https://www.pinterest.de/pin/1234567890/ | pinterest | -
    https://www.reddit.com/r/Aurora/comments/abc123/farewell/ | reddit | r/aurora
    https://www.reddit.com/user/Aurora/comments/abc123/farewell/ | reddit | u/aurora
    https://redd.it/abc123 | reddit | -
    https://aurora.tumblr.com/post/1234567890/farewell | tumblr | aurora
    https://www.tumblr.com/aurora/1234567890/farewell | tumblr | aurora
    https://medium.com/@Aurora/farewell-0123456789ab | medium | aurora
    https://medium.com/aurora-magazine/farewell-0123456789ab | medium | aurora-magazine
    https://aurora.medium.com/farewell-0123456789ab | medium | aurora
    https://medium.com/p/0123456789ab | medium | -
    https://aurora.wordpress.com/2024/05/06/farewell/ | wordpress | aurora
    https://aurora.wordpress.com/?p=12 | wordpress | aurora
    https://aurora.substack.com/p/farewell | substack | aurora
    https://substack.com/@aurora/note/c-123456 | substack | aurora
    https://open.substack.com/pub/aurora/p/farewell?r=1 | substack | aurora
    https://bsky.app/profile/aurora.example/post/3kabc | bluesky | aurora.example
    https://t.me/auroracoffee/123 | telegram | auroracoffee
    https://t.me/s/auroracoffee/123 | telegram | auroracoffee
    https://t.me/c/1234567/89 | telegram | -
    https://mastodon.social/@Aurora/112345678901234567 | mastodon | aurora@mastodon.social
    https://social.example/users/aurora/statuses/112345678901234567 | mastodon | aurora@social.example
    https://plus.google.com/+Aurora/posts/abc123 | google-plus | +Aurora
    https://www.xing.com/news/articles/farewell-123 | xing | -
`;

/** Sharing, searching, logging in, help, law, and what only leads somewhere else | platform. */
const others = `
    https://twitter.com/intent/tweet?text=Hello&url=https://aurora.example | x
    https://x.com/intent/follow?screen_name=aurora | x
    https://twitter.com/share?url=x | x
    https://x.com/hashtag/coffee | x
    https://x.com/search?q=aurora | x
    https://x.com/explore | x
    https://x.com/i/flow/login | x
    https://x.com/home | x
    https://x.com | x
    https://x.com/settings/deactivate | x
    https://help.x.com/en | x
    https://t.co/abc123 | x
    https://x.com/a_name_that_is_too_long | x
    https://www.facebook.com/sharer/sharer.php?u=https://aurora.example | facebook
    https://www.facebook.com/sharer.php?u=x | facebook
    https://www.facebook.com/share/1AbCdEf/ | facebook
    https://www.facebook.com/dialog/share?app_id=1 | facebook
    https://www.facebook.com/login.php | facebook
    https://www.facebook.com/groups/coffee | facebook
    https://www.facebook.com/hashtag/coffee | facebook
    https://www.facebook.com/profile.php | facebook
    https://www.facebook.com/plugins/page.php?href=x | facebook
    https://l.facebook.com/l.php?u=https://aurora.example | facebook
    https://business.facebook.com/ | facebook
    https://m.me/auroracoffee | facebook
    https://www.instagram.com/explore/tags/coffee/ | instagram
    https://www.instagram.com/accounts/login/ | instagram
    https://www.instagram.com/p/ | instagram
    https://help.instagram.com/ | instagram
    https://www.threads.net/intent/post?text=x | threads
    https://www.threads.net/login | threads
    https://www.linkedin.com/sharing/share-offsite/?url=x | linkedin
    https://www.linkedin.com/shareArticle?mini=true&url=x | linkedin
    https://www.linkedin.com/login | linkedin
    https://www.linkedin.com/company/ | linkedin
    https://business.linkedin.com/marketing-solutions | linkedin
    https://lnkd.in/abc | linkedin
    https://www.youtube.com/results?search_query=aurora | youtube
    https://www.youtube.com/playlist?list=PL1 | youtube
    https://www.youtube.com/hashtag/coffee | youtube
    https://www.youtube.com/channel/notachannel | youtube
    https://www.youtube.com/ | youtube
    https://www.tiktok.com/tag/coffee | tiktok
    https://www.tiktok.com/explore | tiktok
    https://vm.tiktok.com/ZM1/ | tiktok
    https://www.pinterest.com/pin/create/button/?url=x | pinterest
    https://www.pinterest.de/search/pins/?q=coffee | pinterest
    https://help.pinterest.com/de | pinterest
    https://pin.it/abc | pinterest
    https://www.reddit.com/submit?url=x | reddit
    https://www.reddit.com/r/all | reddit
    https://i.redd.it/abc.jpg | reddit
    https://www.tumblr.com/widgets/share/tool?canonicalUrl=x | tumblr
    https://www.tumblr.com/tagged/coffee | tumblr
    https://www.tumblr.com/search/coffee | tumblr
    https://64.media.tumblr.com/abc.jpg | tumblr
    https://medium.com/m/signin | medium
    https://medium.com/tag/coffee | medium
    https://help.medium.com/hc/en-us | medium
    https://wordpress.com/log-in | wordpress
    https://public-api.wordpress.com/rest/v1.1/sites/1 | wordpress
    https://aurora.files.wordpress.com/2024/05/a.jpg | wordpress
    https://www.ghost.io/ | ghost
    https://substack.com/home | substack
    https://support.substack.com/hc/en-us | substack
    https://bsky.app/intent/compose?text=x | bluesky
    https://bsky.app/hashtag/coffee | bluesky
    https://bsky.app/search?q=aurora | bluesky
    https://t.me/share/url?url=x | telegram
    https://t.me/joinchat/AAAA | telegram
    https://t.me/+AbCdEf | telegram
    https://t.me/addstickers/aurora | telegram
    https://www.xing.com/spi/shares/new?url=x | xing
    https://login.xing.com/ | xing
    https://plus.google.com/share?url=x | google-plus
    https://plus.google.com/communities/123456789012345678901 | google-plus
    https://mastodon.social/explore | mastodon
`;

const noAddresses = [
  '',
  'aurora',
  '@aurora',
  '@aurora.coffee',
  'anna@aurora.example',
  'mailto:anna@aurora.example',
  'javascript:alert(1)',
  'ftp://aurora.example/',
  'https://',
  'two words.example',
  'data:text/html,x',
  'http://[',
  '.',
  '/',
];

describe('a post', () => {
  it.each(tableRows(posts))('%s', (typed, platform, handle) => {
    expect(recogniseChannel(typed)).toMatchObject({
      platform,
      shows: 'post',
      handle: handle === '-' ? undefined : handle,
    });
  });
});

describe('what is no account', () => {
  it.each(tableRows(others))('%s', (typed, platform) => {
    expect(recogniseChannel(typed)).toEqual({
      platform,
      shows: 'other',
      isSure: true,
      handle: undefined,
      url: undefined,
    });
  });
});

describe('what is no address', () => {
  it.each(noAddresses)('"%s"', (typed) => {
    expect(recogniseChannel(typed)).toBeUndefined();
  });
});

describe('whatever is typed', () => {
  it('is never an error', () => {
    for (const typed of [
      'https://x.com/%E0%A4%A',
      'https://www.facebook.com/%',
      'x.com/%00',
      'https://t.me/%20',
      'https://www.youtube.com/@',
      'https://bsky.app/profile/..',
      'https://www.linkedin.com/company/%F0%9F%98%80',
    ]) {
      expect(() => recogniseChannel(typed)).not.toThrow();
    }
  });
});
