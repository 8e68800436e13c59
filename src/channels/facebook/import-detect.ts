import type { Detection, ExportOwner, ExportTree } from '../../model/official-export.ts';
import { filesLike } from '../reading/export/export-files.ts';
import { readJsonFile } from '../reading/export/json-records.ts';
import {
  firstFileWith,
  handleInName,
  hasMetaPages,
  htmlOnly,
  metaMadeAt,
  missingFiles,
} from '../reading/export/meta-detect.ts';
import { repairAll } from '../reading/export/mojibake.ts';
import { objectsOf } from '../reading/json-objects.ts';
import { asObject, asText, asUnixTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { nameIn } from './facebook-story.ts';

/** The list of posts in each of its layouts: of Pages, of profiles since 2022, and of profiles before. */
export const facebookPosts = /(^|\/)(profile_posts|your_posts(__check_ins__photos_and_videos)?)(_\d+)?\.json$/;

const numbered = /(?:^|\/)(?:profile_posts|your_posts(?:__check_ins__photos_and_videos)?)_(\d{1,9})\.json$/;
const others =
  /(^|\/)((posts|photos_and_videos)\/(album\/\d+|archive|trash|(your_)?videos|(your_)?uncategorized_photos)|archived_stories|(your_)?(reels|short_videos))(_\d+)?\.json$/;
const pages =
  /(^|\/)((profile_posts|your_posts)[^/]*|(your_facebook_activity|your_activity_across_facebook|this_profile's_activity_across_facebook)\/.+)\.html$/;
const profiles = /(^|\/)(profile_information|page_information)\.json$/;
const ownLists = /^(videos|other_photos|lasso_videos|archived_stories)_v\d$/;

/** Known by the fields of its posts; where it has none, by lists and a profile under names that are Facebook's alone. */
export async function detectFacebook(tree: ExportTree): Promise<Detection | undefined> {
  const profile = await profileIn(tree);
  const file = (await firstFileWith(tree, facebookPosts, isPostRecord)) ?? (await firstFileWith(tree, others, isOther));
  const isThere = file !== undefined || (profile !== undefined && filesLike(tree, facebookPosts).length > 0);
  if (!isThere) return (await hasMetaPages(tree, pages)) ? htmlOnly('Facebook') : undefined;
  return {
    kind: 'export',
    export: {
      platform: 'facebook',
      dialect: dialectOf(tree),
      owner: ownerOf(profile, tree),
      madeAt: await metaMadeAt(tree),
      missingParts: missingFiles(tree, numbered),
    },
  };
}

/** `{timestamp, attachments: [{data}], data: [{post}], title}`, or with labels in place of fields. */
function isPostRecord(record: JsonObject): boolean {
  if (asUnixTime(record.timestamp) === null) return false;
  const hangs = objectsOf(record.attachments).some(({ data }) => Array.isArray(data));
  const says = objectsOf(record.data).some((item) => 'post' in item || 'update_timestamp' in item);
  const labelled = objectsOf(record.label_values).some((item) => typeof item.label === 'string');
  return hangs || says || labelled || (Array.isArray(record.attachments) && Array.isArray(record.data));
}

/** Videos, photos and stories stand under names of Facebook's own; albums have none, and pictures with Facebook's fields. */
function isOther(record: JsonObject, list: string | null): boolean {
  if (ownLists.test(list ?? '')) return asUnixTime(record.timestamp ?? record.creation_timestamp) !== null;
  const isPicture =
    list === 'photos' && asUnixTime(record.creation_timestamp) !== null && typeof record.uri === 'string';
  return isPicture || (list === null && isPostRecord(record));
}

function dialectOf(tree: ExportTree): string {
  const has = (pattern: RegExp) => tree.files.some(({ path }) => pattern.test(path));
  if (has(/(^|\/)profile_posts(_\d+)?\.json$/) || has(/(^|\/)this_profile's_activity_across_facebook\//))
    return 'facebook-page';
  const isNew = has(/(^|\/)(your_facebook_activity|your_activity_across_facebook)\//) || has(/your_posts__check_ins__/);
  return isNew ? 'facebook-profile' : 'facebook-profile-2018';
}

async function profileIn(tree: ExportTree): Promise<JsonObject | undefined> {
  for (const file of filesLike(tree, profiles).slice(0, 5)) {
    const value = asObject(repairAll(await readJsonFile(file, 4 << 20)));
    const [, profile] =
      Object.entries(value ?? {}).find(([key]) => /^(profile|profile_information|page)_v\d$/.test(key)) ?? [];
    if (asObject(profile) !== undefined) return asObject(profile);
  }
  return undefined;
}

function ownerOf(profile: JsonObject | undefined, tree: ExportTree): ExportOwner {
  const url = asUrl(profile?.profile_uri);
  const inAddress = url === null ? null : nameIn(url);
  const handle = asText(profile?.username) ?? inAddress ?? handleInName(tree, 'facebook');
  return {
    id: /^\d+$/.exec(inAddress ?? '')?.[0] ?? null,
    handle,
    name: asText(at(profile, 'name', 'full_name')) ?? asText(profile?.name),
    url,
  };
}
