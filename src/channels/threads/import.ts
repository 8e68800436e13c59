import type { Detection, ExportFinding, ExportTree } from '../../model/official-export.ts';
import type { ChannelImport } from '../channel-import.ts';
import { filesLike, MediaFinder } from '../reading/export/export-files.ts';
import {
  firstFileWith,
  handleInName,
  hasMetaPages,
  htmlOnly,
  metaMadeAt,
  missingFiles,
  type OwnWords,
  readOwnWords,
} from '../reading/export/meta-detect.ts';
import { type MetaFiles, readMetaExport } from '../reading/export/meta-export.ts';
import { encodePath } from '../reading/export/meta-files.ts';
import { readThreadsRecord, type ThreadsExport } from './export-post.ts';

const posts = /(^|\/)threads_and_replies(_\d+)?\.json$/;
const numbered = /(?:^|\/)threads_and_replies_(\d{1,9})\.json$/;
const pages = /(^|\/)threads\/[^/]+\.html$/;

/**
 * Threads lies in the export of the Instagram account that it belongs to, in a folder of its own; what else is there belongs
 * to Instagram, and is not counted here.
 */
export const threadsImport: ChannelImport = {
  detect: detectThreads,
  async *read(detected, tree, place, options) {
    const own = await ownWordsOf(tree);
    const { owner } = detected;
    yield* profileOf(owner, own, place.url);
    const context: ThreadsExport = {
      author: { id: owner.id, handle: place.handle ?? owner.handle, name: owner.name, url: place.url },
      finder: new MediaFinder(tree, /\.(?!json$|html?$)\w+$/),
      visibility: own.isPrivate ? 'followers' : 'public',
    };
    yield* readMetaExport(tree, kindsOf(context), options);
  },
};

/** The name of the list is the same in every language, and nobody else's. */
async function detectThreads(tree: ExportTree): Promise<Detection | undefined> {
  const file = await firstFileWith(tree, posts, (_, list) => list === 'text_post_app_text_posts');
  if (file === undefined) return (await hasMetaPages(tree, pages)) ? htmlOnly('Threads') : undefined;
  const { handle, name } = await ownWordsOf(tree);
  const known = handle ?? handleInName(tree, 'instagram') ?? handleInName(tree, 'threads');
  const url = known === null ? null : `https://www.threads.com/@${encodePath(known)}`;
  return {
    kind: 'export',
    export: {
      platform: 'threads',
      dialect: 'threads',
      owner: { id: null, handle: known, name, url },
      madeAt: await metaMadeAt(tree),
      missingParts: missingFiles(tree, numbered),
    },
  };
}

async function ownWordsOf(tree: ExportTree): Promise<OwnWords> {
  const [file] = filesLike(tree, /(^|\/)threads\/personal_information\.json$/);
  const [instagram] = filesLike(tree, /(^|\/)personal_information\/personal_information\.json$/);
  const own = await readOwnWords(file, 'text_post_app_text_post_app_profile');
  if (own.handle !== null) return own;
  // Both have one name; whether the account is private each says of itself.
  const { handle, name } = await readOwnWords(instagram, 'profile_user');
  return { ...own, handle, name: own.name ?? name };
}

function* profileOf(
  owner: {
    readonly id: string | null;
    readonly handle: string | null;
    readonly name: string | null;
    readonly url: string | null;
  },
  own: OwnWords,
  url: string,
): Generator<ExportFinding> {
  if (owner.handle === null && owner.name === null) return;
  const nothing = { avatarUrl: null, followers: null, following: null, since: null };
  const state = own.isPrivate ? 'private' : 'open';
  yield { kind: 'profile', profile: { ...nothing, ...owner, url: owner.url ?? url, bio: own.bio, state } };
}

function kindsOf(context: ThreadsExport): readonly MetaFiles[] {
  const read: MetaFiles['read'] = (record, ids) => readThreadsRecord(record, ids, context);
  return [
    { files: posts, read },
    { files: /(^|\/)threads\/archived_threads(_\d+)?\.json$/, read, leftOut: 'private' },
    { files: /(^|\/)threads\/(liked_threads|saved_threads)(_\d+)?\.json$/, leftOut: 'likes-and-bookmarks' },
    {
      files:
        /(^|\/)threads\/(followers|following|blocked|restricted|muted|[^/]*follow_requests|recently_unfollowed)[^/]*\.json$/,
      leftOut: 'contacts',
    },
    { files: /(^|\/)threads\/(?!personal_information)[^/]+\.json$/, leftOut: 'others' },
  ];
}
