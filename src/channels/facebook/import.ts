import type { ChannelPlace } from '../../model/channel.ts';
import type { DetectedExport, ExportFinding, ExportTree } from '../../model/official-export.ts';
import type { ChannelImport } from '../channel-import.ts';
import { MediaFinder } from '../reading/export/export-files.ts';
import type { MadeIds } from '../reading/export/export-id.ts';
import { type MetaFiles, readMetaExport } from '../reading/export/meta-export.ts';
import type { JsonObject } from '../reading/json-reader.ts';
import { type FacebookExport, readFacebookRecord } from './export-post.ts';
import { detectFacebook, facebookPosts } from './import-detect.ts';

/**
 * "Export your information" of a Page or a profile, as JSON. Meta documents none of its fields: they are as public readers
 * of such exports and their fixtures have them.
 */
export const facebookImport: ChannelImport = {
  detect: detectFacebook,
  async *read(detected, tree, place, options) {
    yield* profileOf(detected, place);
    const context = contextOf(detected, tree, place);
    const read = (record: JsonObject, ids: MadeIds) => readFacebookRecord(record, ids, context);
    yield* readMetaExport(tree, kindsOf(read), options);
  },
};

function contextOf({ owner, dialect }: DetectedExport, tree: ExportTree, place: ChannelPlace): FacebookExport {
  return {
    author: { id: owner.id, handle: place.handle ?? owner.handle, name: owner.name, url: place.url },
    finder: new MediaFinder(tree, /\.(?!json$|html?$)\w+$/),
    visibility: dialect === 'facebook-page' ? 'public' : 'unknown',
  };
}

function* profileOf({ owner }: DetectedExport, place: ChannelPlace): Generator<ExportFinding> {
  if (owner.name === null) return;
  const nothing = { bio: null, avatarUrl: null, followers: null, following: null, since: null };
  yield { kind: 'profile', profile: { ...nothing, ...owner, url: owner.url ?? place.url, state: 'open' } };
}

/**
 * In the order in which they are read: lists of photos and videos after the posts that hold the same. What is in stories was
 * public for a day and is now in an archive that its owner alone sees, as are archived posts.
 */
function kindsOf(read: NonNullable<MetaFiles['read']>): readonly MetaFiles[] {
  const story: MetaFiles['read'] = (record, ids, list) => {
    const found = read(record, ids, list);
    return typeof found === 'string' ? found : { ...found, post: { ...found.post, kind: 'story' } };
  };
  return [
    { files: /(^|\/)messages\/.+\/message_\d+\.json$/, leftOut: 'direct-messages' },
    { files: facebookPosts, read },
    { files: /(^|\/)posts\/archive\.json$/, read, leftOut: 'private' },
    { files: /(^|\/)posts\/trash\.json$/, read, leftOut: 'deleted' },
    { files: /(^|\/)archived_stories(_\d+)?\.json$/, read: story, leftOut: 'private' },
    { files: /(^|\/)(your_)?(reels|short_videos)(_\d+)?\.json$/, read, isCatalogue: true },
    { files: /(^|\/)(posts|other_activity|notes)\/notes\.json$/, read },
    {
      files:
        /(^|\/)(posts|photos_and_videos)\/((your_)?(live_)?videos|(your_)?uncategorized_photos|album\/\d+)(_\d+)?\.json$/,
      read,
      isCatalogue: true,
      leftOutLists: { comments: 'comments-by-others' },
    },
    {
      files: /(^|\/)(other_people's_posts|wall_posts_sent|posts_by_others|visitor_posts)[^/]*\.json$/,
      leftOut: 'comments-by-others',
    },
    {
      files: /(^|\/)(likes_and_reactions|posts_and_comments|pages_you've_liked|your_saved_items)[^/]*\.json$/,
      leftOut: 'likes-and-bookmarks',
    },
    {
      files: /(^|\/)(saved_items_and_collections|saved_items|likes_and_reactions)\/[^/]+\.json$/,
      leftOut: 'likes-and-bookmarks',
    },
    { files: /(^|\/)messages\/[^/]+\.json$/, leftOut: 'others' },
    {
      files: /(^|\/)(connections|friends|friends_and_followers|followers|following|address_books)\/.+\.json$/,
      leftOut: 'contacts',
    },
    { files: /(^|\/)(ads_information|ads_and_businesses)\/.+\.json$/, leftOut: 'advertising' },
    {
      files:
        /(^|\/)(posts|photos_and_videos|stories|reels|short_videos|groups|comments|comments_and_reactions|polls|events)\/.+\.json$/,
      leftOut: 'others',
    },
  ];
}
