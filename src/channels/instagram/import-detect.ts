import type { Detection, ExportFile, ExportOwner, ExportTree } from '../../model/official-export.ts';
import { filesLike } from '../reading/export/export-files.ts';
import { readJsonFile } from '../reading/export/json-records.ts';
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
import { encodePath } from '../reading/export/meta-files.ts';
import { addressesOfLabels, readMetaLabels } from '../reading/export/meta-labels.ts';
import { repairAll } from '../reading/export/mojibake.ts';
import { objectsOf } from '../reading/json-objects.ts';
import { asText, asTime, asUnixTime, at, type JsonObject } from '../reading/json-reader.ts';

/** The list of posts since 2020. */
export const instagramPosts = /(^|\/)posts(_\d+)?\.json$/;
/** The list of everything before, by the kinds of media. */
export const instagramMedia = /(^|\/)media(_\d+)?\.json$/;

const numbered = /(?:^|\/)posts_(\d{1,9})\.json$/;
const others = /(^|\/)(reels|stories|igtv_videos|archived_posts|other_content)(_\d+)?\.json$/;
const pages =
  /(^|\/)(your_instagram_activity\/(?!threads\/).+|(content|media)\/(posts|reels|stories|profile_photos)[^/]*)\.html$/;
const ownLists = /^ig_\w+$/;

/** Known by its posts, each a list of media with paths and times, and by lists whose names begin with `ig_`. */
export async function detectInstagram(tree: ExportTree): Promise<Detection | undefined> {
  const file =
    (await firstFileWith(tree, instagramPosts, isPostRecord)) ??
    (await firstFileWith(tree, others, isOther)) ??
    (await firstFileWith(tree, instagramMedia, isOldRecord));
  if (file === undefined) return (await hasMetaPages(tree, pages)) ? htmlOnly('Instagram') : undefined;
  return {
    kind: 'export',
    export: {
      platform: 'instagram',
      dialect: dialectOf(file),
      owner: ownerOf(await ownWordsOf(tree), tree),
      madeAt: await metaMadeAt(tree),
      missingParts: missingFiles(tree, numbered),
    },
  };
}

function isPostRecord(record: JsonObject, list: string | null): boolean {
  if (ownLists.test(list ?? '')) return true;
  const hasMedia = objectsOf(record.media).some(isMedium);
  const labelled = addressesOfLabels(readMetaLabels(record)).some((url) =>
    /^https:\/\/www\.instagram\.com\//.test(url),
  );
  return hasMedia || labelled;
}

function isMedium(medium: JsonObject): boolean {
  return typeof medium.uri === 'string' && asUnixTime(medium.creation_timestamp) !== null;
}

function isOther(record: JsonObject, list: string | null): boolean {
  const isNamed = ownLists.test(list ?? '');
  return (
    (isNamed && (isMedium(record) || objectsOf(record.media).some(isMedium))) ||
    (list === null && isPostRecord(record, null))
  );
}

/** `{photos: [{caption, taken_at, path}], videos: […], profile: […], stories: […], direct: […]}` */
function isOldRecord(record: JsonObject, list: string | null): boolean {
  const isList = list !== null && /^(photos|videos|stories|profile|direct)$/.test(list);
  return isList && asTime(record.taken_at) !== null && typeof record.path === 'string';
}

function dialectOf({ path }: ExportFile): string {
  if (instagramMedia.test(path)) return 'instagram-2018';
  if (/(^|\/)your_instagram_activity\/media\//.test(path)) return 'instagram-2024';
  return /(^|\/)your_instagram_activity\/content\//.test(path) ? 'instagram-2022' : 'instagram-2020';
}

/** What the account says of itself; of Threads' own file of the same name nothing. */
export async function ownWordsOf(tree: ExportTree): Promise<OwnWords> {
  const files = filesLike(tree, /(^|\/)personal_information\.json$/).filter(
    ({ path }) => !/(^|\/)threads\//.test(path),
  );
  const own = await readOwnWords(files[0], 'profile_user');
  if (own.handle !== null) return own;
  const [old] = filesLike(tree, /^([^/]+\/)?profile\.json$/);
  const profile = old === undefined ? undefined : repairAll(await readJsonFile(old, 1 << 20));
  return {
    handle: asText(at(profile, 'username')),
    name: own.name ?? asText(at(profile, 'name')),
    bio: own.bio ?? asText(at(profile, 'biography')),
    isPrivate: own.isPrivate || at(profile, 'private_account') === true,
  };
}

function ownerOf({ handle, name }: OwnWords, tree: ExportTree): ExportOwner {
  const known = handle ?? handleInName(tree, 'instagram');
  const url = known === null ? null : `https://www.instagram.com/${encodePath(known)}/`;
  return { id: null, handle: known, name, url };
}
