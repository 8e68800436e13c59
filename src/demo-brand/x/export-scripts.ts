import type { XAccountTexts, XMessage, XPerson, XPost } from './load-x-posts.ts';
import { exportedPosts, X_BIO, X_BRAND, X_FOLLOWERS, X_FOLLOWING, X_SINCE, type XFrame } from './x-frame.ts';
import { addressOnX, escaped, mediaOf, newestOf, wordsOf, type XVersion, type XWords, xTime } from './x-legacy.ts';

/** A script of the archive, before it is written. */
export interface XScriptFile {
  /** As the manifest names it: `tweets`. */
  readonly type: string;
  readonly name: string;
  readonly globalName: string;
  readonly records: readonly object[];
}

/** As many posts as the first part holds. */
const FIRST_PART = 40;
/** What X shows of a post that was passed on. */
const PASSED_ON_LENGTH = 140;

/** Made-up accounts, as many as the profile counts. */
const idsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, place) => String(first + place * 7));

export function archiveScripts(frame: XFrame, { posts, directMessages }: XAccountTexts): readonly XScriptFile[] {
  const versions = exportedPosts(posts).flatMap(versionsOf);
  const tweets = versions.map((version) => ({ tweet: exportTweet(version, frame) }));
  const deleted = posts.filter(({ deletedAt }) => deletedAt !== undefined);
  const notes = versions.flatMap(noteOf);
  return [
    script('tweets', 'tweets', tweets.slice(0, FIRST_PART)),
    script('tweets', 'tweets', tweets.slice(FIRST_PART), 1),
    script(
      'tweetHeaders',
      'tweet-headers',
      versions.map(({ id, date }) => ({ tweet: { tweet_id: id, user_id: X_BRAND.id, created_at: xTime(date) } })),
    ),
    script('noteTweet', 'note-tweet', notes),
    script('communityTweet', 'community-tweet', []),
    script(
      'deletedTweets',
      'deleted-tweets',
      deleted.map((post) => ({ tweet: { ...exportTweet(newestOf(post), frame), deleted_at: post.deletedAt } })),
    ),
    script('account', 'account', [{ account: accountOf() }]),
    script('profile', 'profile', [
      {
        profile: {
          description: { bio: X_BIO, website: frame.blogUrl, location: 'Ilsenbrück' },
          avatarMediaUrl: `${frame.origin}/static/brandt.svg`,
        },
      },
    ]),
    script('directMessages', 'direct-messages', directMessages.map(conversationOf)),
    script(
      'follower',
      'follower',
      idsFrom(3_400_000_001, X_FOLLOWERS).map((accountId) => ({
        follower: { accountId, userLink: userLink(accountId) },
      })),
    ),
    script(
      'following',
      'following',
      idsFrom(3_500_000_001, X_FOLLOWING).map((accountId) => ({
        following: { accountId, userLink: userLink(accountId) },
      })),
    ),
    script(
      'like',
      'like',
      posts.slice(0, 25).map(({ id }) => ({
        like: { tweetId: id, fullText: 'Schön.', expandedUrl: `https://twitter.com/i/web/status/${id}` },
      })),
    ),
    script(
      'adEngagements',
      'ad-engagements',
      idsFrom(1, 12).map((id) => ({
        ad: {
          adsUserData: {
            adEngagements: { engagements: [{ impressionAttributes: { displayLocation: 'TimelineHome', id } }] },
          },
        },
      })),
    ),
  ];
}

function script(type: string, name: string, records: readonly object[], part = 0): XScriptFile {
  const fileName = part === 0 ? `${name}.js` : `${name}-part${part}.js`;
  return { type, name: fileName, globalName: `YTD.${name.replaceAll('-', '_')}.part${part}`, records };
}

function userLink(accountId: string): string {
  return `https://twitter.com/intent/user?user_id=${accountId}`;
}

function accountOf(): object {
  return {
    email: 'post@brandtsoehne.example',
    createdVia: 'web',
    username: X_BRAND.handle,
    accountId: X_BRAND.id,
    createdAt: new Date(X_SINCE).toISOString(),
    accountDisplayName: X_BRAND.name,
  };
}

/** Each version of an edited post is a record of its own, the newest first. */
function versionsOf(post: XPost): readonly XVersion[] {
  return [newestOf(post), ...[...post.olderTexts].reverse().map((older) => ({ post, ...older }))];
}

/** In the archive every number is written as text. */
function exportTweet(version: XVersion, { origin }: XFrame): object {
  const { post, id, date } = version;
  const words = wordsOf(version);
  const full = fullOf(post, words);
  const media = mediaOf(post, origin).map((medium) => asTexts(medium) as object);
  const links =
    post.quotes === undefined
      ? words.urls
      : [...words.urls, { ...emptyUrl, url: words.quoteShort, expanded_url: addressOnX(post.quotes) }];
  return {
    edit_info: editsOf(post, id),
    retweeted: false,
    source: '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
    entities: {
      hashtags: asTexts(words.hashtags),
      symbols: [],
      user_mentions: mentionsOf(post),
      // A long post's links stand with its long text alone.
      urls: asTexts(links.filter(({ url }) => full.includes(url))),
      ...(media.length > 0 && { media }),
    },
    display_text_range: [String(words.start), String([...full].length)],
    favorite_count: String(post.likes),
    id_str: id,
    truncated: false,
    retweet_count: post.passesOn === undefined ? '0' : '3',
    id,
    created_at: xTime(date),
    favorited: false,
    full_text: full,
    lang: post.language,
    ...(media.length > 0 && { extended_entities: { media } }),
    ...replyOf(post),
  };
}

const emptyUrl = { display_url: 'x.com', indices: [0, 23] };

function fullOf({ passesOn }: XPost, words: XWords): string {
  if (passesOn === undefined) return words.full;
  const whole = `RT @${passesOn.by.handle}: ${passesOn.text}`;
  const points = [...whole];
  return escaped(
    points.length <= PASSED_ON_LENGTH
      ? whole
      : `${points
          .slice(0, PASSED_ON_LENGTH - 1)
          .join('')
          .trimEnd()}…`,
  );
}

function editsOf({ id: first, versions }: XPost, id: string): object {
  const initial = {
    editTweetIds: versions,
    editableUntil: '2026-08-27T14:10:00.000Z',
    editsRemaining: String(6 - versions.length),
    isEditEligible: versions.length > 1,
  };
  return id === first ? { initial } : { edit: { initialTweetId: first, editControlInitial: initial } };
}

function mentionsOf({ passesOn, answers }: XPost): readonly object[] {
  const other = (passesOn ?? answers)?.by;
  if (other === undefined) return [];
  const from = passesOn === undefined ? 0 : 3;
  const indices = [String(from), String(from + other.handle.length + 1)];
  return [{ name: other.name, screen_name: other.handle, indices, id_str: other.id, id: other.id }];
}

function replyOf({ after, answers }: XPost): object {
  const to = after === undefined ? answers : { id: after, by: X_BRAND };
  if (to === undefined) return {};
  return {
    in_reply_to_status_id: to.id,
    in_reply_to_status_id_str: to.id,
    in_reply_to_user_id: to.by.id,
    in_reply_to_user_id_str: to.by.id,
    in_reply_to_screen_name: to.by.handle,
  };
}

function noteOf(version: XVersion): readonly object[] {
  const { note, urls, hashtags } = wordsOf(version);
  if (note === undefined) return [];
  const createdAt = new Date(Date.parse(version.date) - 1000).toISOString();
  const core = {
    text: note,
    urls: urls.map(({ url, expanded_url, display_url }) => ({
      expandedUrl: expanded_url,
      shortUrl: url,
      displayUrl: display_url,
    })),
    hashtags: hashtags.map(({ text }) => ({ text })),
    ...{ mentions: [], cashtags: [], styletags: [] },
  };
  const lifecycle = { value: '1', name: 'Active' };
  return [
    {
      noteTweet: {
        noteTweetId: String(BigInt(version.id) - 4_194_304_000n),
        updatedAt: createdAt,
        lifecycle,
        createdAt,
        core,
      },
    },
  ];
}

function conversationOf({
  with: other,
  messages,
}: {
  readonly with: XPerson;
  readonly messages: readonly XMessage[];
}): object {
  const create = ({ date, from, text }: XMessage, place: number) => {
    const isOurs = from === X_BRAND.handle;
    const [senderId, recipientId] = isOurs ? [X_BRAND.id, other.id] : [other.id, X_BRAND.id];
    return {
      messageCreate: {
        recipientId,
        reactions: [],
        urls: [],
        text,
        mediaUrls: [],
        senderId,
        id: String(place + 1),
        createdAt: new Date(date).toISOString(),
      },
    };
  };
  return { dmConversation: { conversationId: `${other.id}-${X_BRAND.id}`, messages: messages.map(create) } };
}

/** Every number in it as text. */
function asTexts(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(asTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asTexts(inner)]));
}
