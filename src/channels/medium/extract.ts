import type { ArchivedResponse } from '../../model/archived-response.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import type { FoundPost } from '../../model/post.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import { embeddedJson } from '../reading/embedded-json.ts';
import { objectsWhere } from '../reading/json-objects.ts';
import { asNumber, asText, at, type JsonObject } from '../reading/json-reader.ts';
import { looksLikeFeed, readFeedPosts } from '../reading/read-feed.ts';
import { readSitemap } from '../reading/read-sitemap.ts';
import { jsonOf, textOf } from '../reading/response-text.ts';
import { postsIn, resolverOf, storyLists } from './apollo.ts';
import { readStory, type StoryPlace } from './read-story.ts';
import { accountOf, isExcerpt, withoutSource } from './seeds.ts';
import { beginsWithTitle, idIn } from './story-signs.ts';

/** It has stories alone: of responses to others nothing is known but those that were seen. */
const STORIES = 'homepagePostsConnection';
const graphqlPath = /^\/_\/graphql$/;
const sitemapPath = /^\/sitemap\/posts\//;

/** The feed, the state that a page was made from, and what it loads when one scrolls. */
export const mediumExtract: ChannelExtract = {
  reads(head, place) {
    if (head.status !== 200 || !URL.canParse(head.url)) return false;
    const { origin, pathname } = new URL(head.url);
    if (origin !== new URL(place.url).origin) return false;
    if (graphqlPath.test(pathname) || sitemapPath.test(pathname) || head.mime === 'text/html') return true;
    return looksLikeFeed(head) || (pathname.startsWith('/feed') && head.mime.endsWith('xml'));
  },

  async *read(response, place) {
    const { pathname } = new URL(response.url);
    if (graphqlPath.test(pathname)) yield* readState(await jsonOf(response), response, place);
    else if (sitemapPath.test(pathname)) yield* readStories(response);
    else if (response.mime === 'text/html') {
      yield* readState(embeddedJson(await textOf(response), '__APOLLO_STATE__'), response, place);
    } else yield* readFeed(response, place);
  },
};

function* readState(value: unknown, response: ArchivedResponse, place: ChannelPlace): Generator<Finding> {
  const where: StoryPlace = { place, url: response.url, at: response.place.at, resolve: resolverOf(value) };
  const wanted = place.handle?.toLowerCase() ?? accountOf(place).replace(/^@/, '');
  for (const user of objectsWhere(value, (object) => asText(object.username)?.toLowerCase() === wanted)) {
    if (user.socialStats !== undefined || user.bio !== undefined) yield profileOf(user, response.url);
  }
  for (const post of postsIn(value)) yield* readStory(post, where);
  // An answer to the page's question need not repeat whose list it is.
  const isOurs = (holder: JsonObject) =>
    [holder.username, holder.slug].every((name) => name === undefined || asText(name)?.toLowerCase() === wanted);
  for (const { ids, isLast } of storyLists(value, isOurs)) {
    for (const id of ids)
      yield { kind: 'listed', listed: { id, url: null, published: null, list: STORIES, kind: 'article' } };
    if (isLast) yield { kind: 'end-of-list', list: STORIES };
  }
}

function profileOf(user: JsonObject, url: string): Finding {
  const picture = asText(user.imageId);
  return {
    kind: 'profile',
    profile: {
      id: asText(user.id),
      handle: asText(user.username),
      name: asText(user.name),
      bio: asText(user.bio),
      url: new URL(`/@${asText(user.username)}`, url).href,
      avatarUrl: picture === null ? null : `https://miro.medium.com/v2/${picture}`,
      followers: asNumber(at(user.socialStats, 'followerCount')),
      following: asNumber(at(user.socialStats, 'followingCount')),
      since: null,
      state: 'open',
    },
  };
}

/** Of one file of the sitemap: its stories, by their numbers, for a story is known under several addresses. */
async function* readStories(response: ArchivedResponse): AsyncGenerator<Finding> {
  for await (const finding of readSitemap(response, { isPost: (url) => idIn(url) !== undefined })) {
    if (finding.kind !== 'listed') continue;
    const { listed } = finding;
    yield { kind: 'listed', listed: { ...listed, id: idIn(listed.url) ?? null, kind: 'article' } };
  }
}

async function* readFeed(response: ArchivedResponse, place: ChannelPlace): AsyncGenerator<Finding> {
  yield* readFeedPosts(response, place, 'medium', {
    refine: (post, entry) => {
      const url = post.url === null ? null : withoutSource(post.url);
      const id = idIn(entry.id) ?? idIn(url);
      if (id === undefined) return undefined;
      const isPart = isExcerpt(post.html ?? '');
      const text = isPart ? post.text.replace(/\n*Continue reading on .*»$/, '') : post.text;
      const media = post.media.filter((medium) => !/\/stat\?/.test(medium.url));
      return { ...post, id, url, text, media, ...kindOf(post), extent: isPart ? 'part' : 'whole' };
    },
  });
}

/** A response has no tags, and as title the words it begins with. */
function kindOf({ title, tags, text }: FoundPost): Pick<FoundPost, 'kind' | 'title'> {
  const isResponse = tags.length === 0 && beginsWithTitle(text, title);
  return isResponse ? { kind: 'reply', title: null } : { kind: 'article', title };
}
