import type { ChannelPlace } from '../../model/channel.ts';
import type { DetectedExport, ExportFinding, ExportTree } from '../../model/official-export.ts';
import type { ChannelImport } from '../channel-import.ts';
import { MediaFinder } from '../reading/export/export-files.ts';
import type { OwnWords } from '../reading/export/meta-detect.ts';
import { type MetaFiles, readMetaExport } from '../reading/export/meta-export.ts';
import { type InstagramExport, readInstagramRecord, readInstagramRepost } from './export-post.ts';
import { detectInstagram, instagramMedia, instagramPosts, ownWordsOf } from './import-detect.ts';

/**
 * "Export your information" of Instagram, as JSON. Meta documents none of its fields: they are as public readers of such
 * exports and their fixtures have them. What is of Threads in it belongs to a channel of its own.
 */
export const instagramImport: ChannelImport = {
  detect: detectInstagram,
  async *read(detected, tree, place, options) {
    const own = await ownWordsOf(tree);
    yield* profileOf(detected, own, place);
    yield* readMetaExport(tree, kindsOf(contextOf(detected, tree, place, own)), options);
  },
};

function contextOf({ owner }: DetectedExport, tree: ExportTree, place: ChannelPlace, own: OwnWords): InstagramExport {
  return {
    author: { id: owner.id, handle: place.handle ?? owner.handle, name: owner.name, url: place.url },
    finder: new MediaFinder(tree, /\.(?!json$|html?$)\w+$/),
    visibility: own.isPrivate ? 'followers' : 'public',
  };
}

function* profileOf({ owner }: DetectedExport, own: OwnWords, place: ChannelPlace): Generator<ExportFinding> {
  if (owner.handle === null && owner.name === null) return;
  const nothing = { avatarUrl: null, followers: null, following: null, since: null };
  const state = own.isPrivate ? 'private' : 'open';
  yield { kind: 'profile', profile: { ...nothing, ...owner, url: owner.url ?? place.url, bio: own.bio, state } };
}

/**
 * In the order in which they are read. A story was public for a day, and lies in an archive that its owner alone sees: it
 * is private now, and which ones stay as highlights the export does not say. Archived posts are the same.
 */
function kindsOf(context: InstagramExport): readonly MetaFiles[] {
  const read: MetaFiles['read'] = (record, ids) => readInstagramRecord(record, ids, context);
  const story: MetaFiles['read'] = (record, ids) => {
    const found = readInstagramRecord(record, ids, context);
    return typeof found === 'string' ? found : { ...found, post: { ...found.post, kind: 'story' } };
  };
  // Nothing says of these whether they were ever shown: there are posts among them, and drafts.
  const other: MetaFiles['read'] = (record, ids) =>
    readInstagramRecord(record, ids, context.visibility === 'public' ? { ...context, visibility: 'unknown' } : context);
  return [
    { files: /(^|\/)messages\/.+\/message_\d+\.json$/, leftOut: 'direct-messages' },
    { files: /(^|\/)threads\/.+\.json$/, leftOut: 'others' },
    { files: instagramPosts, read },
    { files: /(^|\/)archived_posts(_\d+)?\.json$/, read, leftOut: 'private' },
    { files: /(^|\/)recently_deleted_content(_\d+)?\.json$/, read, leftOut: 'deleted' },
    { files: /(^|\/)(content|media)\/stories(_\d+)?\.json$/, read: story, leftOut: 'private' },
    { files: /(^|\/)(content|media)\/(reels|igtv_videos)(_\d+)?\.json$/, read, isCatalogue: true },
    { files: /(^|\/)(content|media)\/other_content(_\d+)?\.json$/, read: other, isCatalogue: true },
    { files: /(^|\/)reposts(_\d+)?\.json$/, read: (record, ids) => readInstagramRepost(record, ids, context) },
    {
      files: instagramMedia,
      read,
      leftOutLists: { profile: 'others', direct: 'direct-messages', stories: 'private' },
    },
    { files: /^([^/]+\/)?messages(_\d+)?\.json$/, leftOut: 'direct-messages' },
    { files: /(^|\/)(likes|saved)\/.+\.json$/, leftOut: 'likes-and-bookmarks' },
    { files: /^([^/]+\/)?(likes|saved)\.json$/, leftOut: 'likes-and-bookmarks' },
    { files: /(^|\/)(connections|followers_and_following|contacts)\/.+\.json$/, leftOut: 'contacts' },
    { files: /^([^/]+\/)?(connections|contacts)\.json$/, leftOut: 'contacts' },
    { files: /(^|\/)(ads_information|ads_and_businesses|ads_and_topics)\/.+\.json$/, leftOut: 'advertising' },
    {
      files: /(^|\/)(content|media|comments|story_interactions|story_sticker_interactions)\/.+\.json$/,
      leftOut: 'others',
    },
    { files: /^([^/]+\/)?comments\.json$/, leftOut: 'others' },
  ];
}
