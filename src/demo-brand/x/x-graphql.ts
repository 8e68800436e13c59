import type { OthersXPost, XPerson, XPost } from './load-x-posts.ts';
import { postsOnX, X_BIO, X_BRAND, X_FOLLOWERS, X_FOLLOWING, X_SINCE, type XFrame } from './x-frame.ts';
import { addressOnX, escaped, mediaOf, newestOf, shortOf, wordsOf, type XWords, xTime } from './x-legacy.ts';

/*
 * Shapes as public scrapers have recorded them between 2024 and 2026: github.com/vladkens/twscrape, tests/mocked-data, and
 * github.com/mikf/gallery-dl.
 */

/** The account as a profile page asks for it. */
export function xAccount(frame: XFrame, posts: readonly XPost[]): object {
  const pinned = postsOnX(posts).filter(({ isPinned }) => isPinned);
  return userOf(X_BRAND, frame, {
    description: X_BIO,
    followers_count: X_FOLLOWERS,
    friends_count: X_FOLLOWING,
    statuses_count: postsOnX(posts).length,
    pinned_tweet_ids_str: pinned.map(({ id }) => id),
  });
}

function userOf({ id, name, handle }: XPerson, { origin }: XFrame, legacy: object = {}): object {
  return {
    result: {
      __typename: 'User',
      rest_id: id,
      core: { created_at: xTime(X_SINCE), name, screen_name: handle },
      avatar: { image_url: `${origin}/static/brandt.svg` },
      legacy,
      privacy: { protected: false },
    },
  };
}

interface Said {
  readonly id: string;
  readonly by: XPerson;
  readonly date: string;
  readonly legacy: object;
  readonly more?: object;
}

function resultOf({ id, by, date, legacy, more = {} }: Said, frame: XFrame): object {
  return {
    __typename: 'Tweet',
    rest_id: id,
    core: { user_results: userOf(by, frame) },
    edit_control: { edit_tweet_ids: [id], is_edit_eligible: false, edits_remaining: '5' },
    ...more,
    legacy: {
      ...{ created_at: xTime(date), conversation_id_str: id, id_str: id, user_id_str: by.id },
      ...{
        entities: { hashtags: [], symbols: [], urls: [], user_mentions: [] },
        favorite_count: 0,
        is_quote_status: false,
      },
      ...{ quote_count: 0, reply_count: 0, retweet_count: 0, ...legacy },
    },
  };
}

function others({ id, by, date, text }: OthersXPost, frame: XFrame): object {
  return resultOf({ id, by, date, legacy: { full_text: escaped(text), lang: 'de' } }, frame);
}

/** A post of the brand's in its newest version. */
export function xResult(post: XPost, posts: readonly XPost[], frame: XFrame): object {
  const version = newestOf(post);
  const words = wordsOf(version);
  const media = mediaOf(post, frame.origin);
  const { passesOn, quotes } = post;
  const legacy = {
    full_text: passesOn === undefined ? words.full : `RT @${passesOn.by.handle}: ${escaped(passesOn.text)}`,
    display_text_range: [words.start, [...words.full].length],
    entities: {
      hashtags: words.hashtags,
      symbols: [],
      urls: words.urls,
      user_mentions: [],
      ...(media.length > 0 && { media }),
    },
    ...(media.length > 0 && { extended_entities: { media } }),
    favorite_count: post.likes,
    lang: post.language,
    ...relations(post, posts, words, frame),
  };
  const more = {
    ...(post.versions.length > 1 && {
      edit_control: { edit_control_initial: { edit_tweet_ids: post.versions }, initial_tweet_id: post.id },
    }),
    ...(words.note !== undefined && { note_tweet: noteOf(words, words.note) }),
    ...(quotes && { quoted_status_result: { result: others(quotes, frame) } }),
  };
  return resultOf({ id: version.id, by: X_BRAND, date: version.date, legacy, more }, frame);
}

function noteOf({ urls, hashtags }: XWords, text: string): object {
  return { is_expandable: true, note_tweet_results: { result: { text, entity_set: { urls, hashtags } } } };
}

function relations(post: XPost, posts: readonly XPost[], { quoteShort }: XWords, frame: XFrame): object {
  const { after, answers, quotes, passesOn } = post;
  if (after !== undefined) {
    const reply = {
      in_reply_to_status_id_str: after,
      in_reply_to_user_id_str: X_BRAND.id,
      in_reply_to_screen_name: X_BRAND.handle,
    };
    return { ...reply, conversation_id_str: threadOf(post, posts) };
  }
  if (answers) {
    const { id, by } = answers;
    return {
      in_reply_to_status_id_str: id,
      in_reply_to_user_id_str: by.id,
      in_reply_to_screen_name: by.handle,
      conversation_id_str: id,
    };
  }
  if (quotes) {
    const permalink = { url: quoteShort, expanded: addressOnX(quotes), display: shortOf(quotes.id) };
    return { is_quote_status: true, quoted_status_id_str: quotes.id, quoted_status_permalink: permalink };
  }
  if (passesOn) return { retweeted_status_result: { result: others(passesOn, frame) } };
  const isFirst = posts.some((other) => other.after === post.id);
  return isFirst ? { self_thread: { id_str: post.id } } : {};
}

function threadOf(post: XPost, posts: readonly XPost[]): string {
  const before = posts.find(({ id }) => id === post.after);
  return before?.after === undefined ? (before?.id ?? post.id) : threadOf(before, posts);
}
