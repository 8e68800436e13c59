import { describe, expect, it } from 'vitest';
import { recogniseChannel } from '../../src/channels/registry.ts';
import { tableRows } from './table-rows.ts';

/** What a person types | the canonical address of the account | its handle. */
const accounts: Readonly<Record<string, string>> = {
  x: `
    https://x.com/Aurora | https://x.com/aurora | aurora
    x.com/aurora | https://x.com/aurora | aurora
    http://www.twitter.com/Aurora/ | https://x.com/aurora | aurora
    https://mobile.twitter.com/aurora?lang=de&s=20 | https://x.com/aurora | aurora
    https://m.x.com/@aurora | https://x.com/aurora | aurora
    https://twitter.com/#!/aurora | https://x.com/aurora | aurora
    https://x.com/aurora/with_replies | https://x.com/aurora | aurora
    https://x.com/aurora/media#top | https://x.com/aurora | aurora
    https://X.COM./aurora | https://x.com/aurora | aurora
    <https://x.com/aurora> | https://x.com/aurora | aurora
    //x.com/aurora | https://x.com/aurora | aurora
    https://x.com//aurora// | https://x.com/aurora | aurora
  `,
  facebook: `
    https://www.facebook.com/AuroraCoffee | https://www.facebook.com/auroracoffee | auroracoffee
    m.facebook.com/aurora.coffee/ | https://www.facebook.com/aurora.coffee | aurora.coffee
    https://de-de.facebook.com/AuroraCoffee?ref=page_internal | https://www.facebook.com/auroracoffee | auroracoffee
    https://fb.com/auroracoffee | https://www.facebook.com/auroracoffee | auroracoffee
    https://fb.me/auroracoffee | https://www.facebook.com/auroracoffee | auroracoffee
    https://www.facebook.com/profile.php?id=100064123456789&sk=about | https://www.facebook.com/profile.php?id=100064123456789 | 100064123456789
    https://www.facebook.com/pages/Aurora-Coffee/123456789012 | https://www.facebook.com/profile.php?id=123456789012 | 123456789012
    https://www.facebook.com/pages/category/Cafe/Aurora-Coffee-123456789012/ | https://www.facebook.com/profile.php?id=123456789012 | 123456789012
    https://www.facebook.com/people/Aurora-Coffee/100064123456789/ | https://www.facebook.com/profile.php?id=100064123456789 | 100064123456789
    https://www.facebook.com/p/Aurora-Coffee-100064123456789/ | https://www.facebook.com/profile.php?id=100064123456789 | 100064123456789
    https://www.facebook.com/Aurora-Coffee-123456789012/ | https://www.facebook.com/profile.php?id=123456789012 | 123456789012
    https://www.facebook.com/pg/auroracoffee/posts/ | https://www.facebook.com/auroracoffee | auroracoffee
    https://www.facebook.com/auroracoffee/about | https://www.facebook.com/auroracoffee | auroracoffee
    https://mbasic.facebook.com/auroracoffee | https://www.facebook.com/auroracoffee | auroracoffee
    https://www.facebook.com/123456789012 | https://www.facebook.com/profile.php?id=123456789012 | 123456789012
  `,
  instagram: `
    https://www.instagram.com/Aurora.Coffee/ | https://www.instagram.com/aurora.coffee/ | aurora.coffee
    instagram.com/aurora_coffee?igsh=abc | https://www.instagram.com/aurora_coffee/ | aurora_coffee
    https://instagr.am/aurora | https://www.instagram.com/aurora/ | aurora
    https://m.instagram.com/@aurora/tagged/ | https://www.instagram.com/aurora/ | aurora
    https://www.instagram.com/aurora/reels/ | https://www.instagram.com/aurora/ | aurora
  `,
  threads: `
    https://www.threads.net/@Aurora.Coffee | https://www.threads.com/@aurora.coffee | aurora.coffee
    threads.com/@aurora?hl=de | https://www.threads.com/@aurora | aurora
    @aurora@threads.net | https://www.threads.com/@aurora | aurora
    https://www.threads.com/%40aurora/replies | https://www.threads.com/@aurora | aurora
  `,
  linkedin: `
    https://de.linkedin.com/company/Aurora-Coffee | https://www.linkedin.com/company/aurora-coffee/ | aurora-coffee
    linkedin.com/company/aurora-coffee/posts/?feedView=all | https://www.linkedin.com/company/aurora-coffee/ | aurora-coffee
    https://www.linkedin.com/showcase/aurora-barista/ | https://www.linkedin.com/showcase/aurora-barista/ | aurora-barista
    https://www.linkedin.com/school/aurora-academy/ | https://www.linkedin.com/school/aurora-academy/ | aurora-academy
    https://www.linkedin.com/in/anna-m%C3%BCller-123/ | https://www.linkedin.com/in/anna-m%C3%BCller-123/ | anna-müller-123
    https://www.linkedin.com/in/anna/de | https://www.linkedin.com/in/anna/ | anna
    https://m.linkedin.com/company/1234567/ | https://www.linkedin.com/company/1234567/ | 1234567
    https://www.linkedin.com/company-beta/1234567/ | https://www.linkedin.com/company/1234567/ | 1234567
  `,
  youtube: `
    https://www.youtube.com/@Aurora | https://www.youtube.com/@aurora | aurora
    m.youtube.com/@aurora/videos | https://www.youtube.com/@aurora | aurora
    https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv | https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv | UCabcdefghijklmnopqrstuv
    https://music.youtube.com/channel/UCabcdefghijklmnopqrstuv | https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv | UCabcdefghijklmnopqrstuv
    https://www.youtube.com/c/AuroraCoffee/featured | https://www.youtube.com/c/auroracoffee | auroracoffee
    https://youtube.com/user/AuroraCoffee | https://www.youtube.com/user/auroracoffee | auroracoffee
    https://www.youtube.com/AuroraCoffee | https://www.youtube.com/auroracoffee | auroracoffee
    https://www.youtube.com/@caf%C3%A9aurora | https://www.youtube.com/@caf%C3%A9aurora | caféaurora
  `,
  tiktok: `
    https://www.tiktok.com/@Aurora.Coffee?lang=de-DE | https://www.tiktok.com/@aurora.coffee | aurora.coffee
    m.tiktok.com/@aurora/live | https://www.tiktok.com/@aurora | aurora
  `,
  pinterest: `
    https://www.pinterest.de/Aurora/ | https://www.pinterest.com/aurora/ | aurora
    https://de.pinterest.com/aurora/_saved/ | https://www.pinterest.com/aurora/ | aurora
    pinterest.co.uk/aurora | https://www.pinterest.com/aurora/ | aurora
    https://www.pinterest.com.mx/aurora/boards/ | https://www.pinterest.com/aurora/ | aurora
    https://pinterest.com/aurora/feed.rss | https://www.pinterest.com/aurora/ | aurora
  `,
  reddit: `
    https://www.reddit.com/r/AuroraCoffee/ | https://www.reddit.com/r/auroracoffee/ | r/auroracoffee
    old.reddit.com/r/auroracoffee/new | https://www.reddit.com/r/auroracoffee/ | r/auroracoffee
    https://www.reddit.com/r/auroracoffee.rss | https://www.reddit.com/r/auroracoffee/ | r/auroracoffee
    https://www.reddit.com/r/auroracoffee/.json | https://www.reddit.com/r/auroracoffee/ | r/auroracoffee
    https://www.reddit.com/user/Aurora_Coffee | https://www.reddit.com/user/aurora_coffee/ | u/aurora_coffee
    https://reddit.com/u/aurora-coffee/comments/ | https://www.reddit.com/user/aurora-coffee/ | u/aurora-coffee
    https://www.reddit.com/r/u_aurora/ | https://www.reddit.com/user/aurora/ | u/aurora
    r/AuroraCoffee | https://www.reddit.com/r/auroracoffee/ | r/auroracoffee
    /u/aurora | https://www.reddit.com/user/aurora/ | u/aurora
  `,
  tumblr: `
    https://Aurora.tumblr.com | https://aurora.tumblr.com/ | aurora
    https://www.tumblr.com/aurora | https://aurora.tumblr.com/ | aurora
    https://www.tumblr.com/blog/aurora | https://aurora.tumblr.com/ | aurora
    https://www.tumblr.com/blog/view/aurora | https://aurora.tumblr.com/ | aurora
    aurora.tumblr.com/archive | https://aurora.tumblr.com/ | aurora
    https://www.tumblr.com/@aurora | https://aurora.tumblr.com/ | aurora
  `,
  medium: `
    https://medium.com/@Aurora | https://medium.com/@aurora | aurora
    medium.com/@aurora/about | https://medium.com/@aurora | aurora
    https://medium.com/feed/@aurora | https://medium.com/@aurora | aurora
    https://aurora.medium.com/ | https://aurora.medium.com/ | aurora
    https://medium.com/aurora-magazine | https://medium.com/aurora-magazine | aurora-magazine
  `,
  wordpress: `
    https://aurora.wordpress.com | https://aurora.wordpress.com/ | aurora
    http://Aurora.wordpress.com/feed/ | https://aurora.wordpress.com/ | aurora
  `,
  ghost: `
    https://aurora.ghost.io/ | https://aurora.ghost.io/ | aurora
    aurora.ghost.io/rss/ | https://aurora.ghost.io/ | aurora
  `,
  substack: `
    https://aurora.substack.com/archive?sort=new | https://aurora.substack.com/ | aurora
    https://substack.com/@Aurora | https://substack.com/@aurora | aurora
    https://open.substack.com/pub/aurora | https://aurora.substack.com/ | aurora
  `,
  bluesky: `
    https://bsky.app/profile/Aurora.bsky.social | https://bsky.app/profile/aurora.bsky.social | aurora.bsky.social
    bsky.app/profile/aurora.example/ | https://bsky.app/profile/aurora.example | aurora.example
    https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur | https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur | did:plc:z72i7hdynmk6r22z27h6tvur
    https://bsky.app/profile/did%3Aplc%3Az72i7hdynmk6r22z27h6tvur | https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur | did:plc:z72i7hdynmk6r22z27h6tvur
    https://aurora.bsky.social | https://bsky.app/profile/aurora.bsky.social | aurora.bsky.social
    @aurora.bsky.social | https://bsky.app/profile/aurora.bsky.social | aurora.bsky.social
    at://aurora.example | https://bsky.app/profile/aurora.example | aurora.example
    https://staging.bsky.app/profile/aurora.example/followers | https://bsky.app/profile/aurora.example | aurora.example
  `,
  telegram: `
    https://t.me/AuroraCoffee | https://t.me/auroracoffee | auroracoffee
    t.me/s/auroracoffee?before=100 | https://t.me/auroracoffee | auroracoffee
    https://telegram.me/auroracoffee | https://t.me/auroracoffee | auroracoffee
    https://auroracoffee.t.me | https://t.me/auroracoffee | auroracoffee
  `,
  xing: `
    https://www.xing.com/pages/auroracoffee | https://www.xing.com/pages/auroracoffee | auroracoffee
    xing.com/profile/Anna_Mueller2/cv | https://www.xing.com/profile/Anna_Mueller2 | Anna_Mueller2
    https://www.xing.com/companies/auroracoffee/about_us | https://www.xing.com/pages/auroracoffee | auroracoffee
  `,
  'google-plus': `
    https://plus.google.com/+AuroraCoffee/posts | https://plus.google.com/+AuroraCoffee | +AuroraCoffee
    plus.google.com/u/0/%2BAuroraCoffee | https://plus.google.com/+AuroraCoffee | +AuroraCoffee
    https://plus.google.com/123456789012345678901/about | https://plus.google.com/123456789012345678901 | 123456789012345678901
  `,
};

/** What may be Mastodon, and only the server could tell. */
const guesses = `
    @Aurora@social.example | https://social.example/@aurora | aurora@social.example
    acct:aurora@social.example | https://social.example/@aurora | aurora@social.example
    https://social.example/@aurora | https://social.example/@aurora | aurora@social.example
    social.example/@aurora/with_replies | https://social.example/@aurora | aurora@social.example
    https://social.example/users/aurora | https://social.example/@aurora | aurora@social.example
    https://social.example/@aurora@other.example | https://other.example/@aurora | aurora@other.example
    https://social.example/web/@aurora | https://social.example/@aurora | aurora@social.example
    https://bücher.example/@aurora | https://xn--bcher-kva.example/@aurora | aurora@bücher.example
    https://xn--bcher-kva.example/@aurora | https://xn--bcher-kva.example/@aurora | aurora@bücher.example
`;

const websites = `
    https://blog.aurora.example/news/ | https://blog.aurora.example/news/ | blog.aurora.example
    aurora.example | https://aurora.example/ | aurora.example
    http://localhost:8080/a | http://localhost:8080/a | localhost
    localhost:8080 | https://localhost:8080/ | localhost
    http://127.0.0.1:4000/ | http://127.0.0.1:4000/ | 127.0.0.1
    https://bücher.example/ | https://xn--bcher-kva.example/ | bücher.example
    https://anna:secret@aurora.example/?utm_source=x&page=2#top | https://aurora.example/?page=2 | aurora.example
    https://unsplash.com/@aurora | https://unsplash.com/@aurora | unsplash.com
    https://forum.example/users/42/anna | https://forum.example/users/42/anna | forum.example
    https://shop.example/users/sign_in | https://shop.example/users/sign_in | shop.example
    https://notx.com/aurora | https://notx.com/aurora | notx.com
    https://x.com.evil.example/aurora | https://x.com.evil.example/aurora | x.com.evil.example
    https://facebook.com.example/aurora | https://facebook.com.example/aurora | facebook.com.example
    https://mypinterest.com/aurora | https://mypinterest.com/aurora | mypinterest.com
    https://google.com/+aurora | https://google.com/+aurora | google.com
`;

describe.each(Object.entries(accounts))('an account on %s', (platform, table) => {
  it.each(tableRows(table))('%s', (typed, url, handle) => {
    const found = recogniseChannel(typed);
    expect(found).toEqual({ platform, shows: 'account', isSure: true, url, handle });
    // What is canonical stays as it is.
    expect(recogniseChannel(url)).toEqual(found);
  });

  it('minds no blanks, brackets and capital letters around it', () => {
    for (const [, url] of tableRows(table)) {
      const { host } = new URL(url);
      expect(recogniseChannel(`  <${url.replace(host, host.toUpperCase())}> `)?.url).toBe(url);
    }
  });
});

describe('what may be an account of the fediverse', () => {
  it.each(tableRows(guesses))('%s', (typed, url, handle) => {
    const found = recogniseChannel(typed);
    expect(found).toEqual({ platform: 'mastodon', shows: 'account', isSure: false, url, handle });
    expect(recogniseChannel(url)).toEqual(found);
  });

  it('is sure of the servers that Mastodon runs itself', () => {
    expect(recogniseChannel('@aurora@mastodon.social')).toMatchObject({ platform: 'mastodon', isSure: true });
  });
});

describe('any other address', () => {
  it.each(tableRows(websites))('%s', (typed, url, handle) => {
    const found = recogniseChannel(typed);
    expect(found).toEqual({ platform: 'website', shows: 'account', isSure: false, url, handle });
    expect(recogniseChannel(url)).toEqual(found);
  });
});
