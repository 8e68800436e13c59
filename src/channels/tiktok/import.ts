import type { ChannelPlace } from '../../model/channel.ts';
import type { DetectedExport, Detection, ExportFile, ExportFinding, ExportTree } from '../../model/official-export.ts';
import type { ChannelImport } from '../channel-import.ts';
import { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { filesLike, headOf } from '../reading/export/export-files.ts';
import { MadeIds } from '../reading/export/export-id.ts';
import { type NumberedRecord, readJsonRecords } from '../reading/export/json-records.ts';
import { asObject, asText, asUrl } from '../reading/json-reader.ts';
import { firstOfPath, handleOf, originOf } from '../reading/own-account.ts';
import { dateOf, numberIn, readOwnComment, readPost, type TiktokOwner, visibilityOf } from './import-post.ts';
import { isItem, sectionOf, sectionsOf, type TiktokSections } from './import-sections.ts';

/** Nobody has so many; a folder of something else may. */
const MAX_FILES = 200;

/**
 * One JSON file with everything, `user_data_tiktok.json`; what was posted stands in `Video` until 2024 and in `Post` since.
 * @see https://support.tiktok.com/en/account-and-privacy/personalized-ads-and-data/requesting-your-data
 */
export const tiktokImport: ChannelImport = {
  async detect(tree) {
    const [first] = await filesIn(tree);
    if (first === undefined) return refuseTexts(tree);
    const { dialect, profile } = first.sections;
    const handle = asText(profile?.userName)?.replace(/^@/, '') ?? null;
    const url = handle === null ? null : `https://www.tiktok.com/@${handle}`;
    const owner = { id: null, handle, name: null, url };
    return { kind: 'export', export: { platform: 'tiktok', dialect, owner, madeAt: null, missingParts: [] } };
  },

  async *read(detected, tree, place, { include, signal }) {
    const leftOut = new LeftOutCounter(include);
    const owner = ownerOf(detected, place);
    let posts = 0;
    for (const { file, sections } of await filesIn(tree)) {
      yield* readProfile(sections, owner);
      let held = 0;
      for await (const record of readJsonRecords(file, isItem, signal)) {
        if (sectionOf(record.path) === 'posts') held += 1;
        yield* readRecord(record, file, owner, leftOut);
      }
      posts += held;
      for (const place of sections.odd) yield unreadable(file, null, `${place} is no list and no section`);
      if (held === 0) yield unreadable(file, null, 'there is no list of posts in it');
    }
    yield* leftOut.findings();
    if (posts > 0) yield linksExpire;
  },
};

async function filesIn(tree: ExportTree): Promise<readonly { file: ExportFile; sections: TiktokSections }[]> {
  const found: { file: ExportFile; sections: TiktokSections }[] = [];
  for (const file of filesLike(tree, /\.json$/i).slice(0, MAX_FILES)) {
    const sections = await sectionsOf(file);
    if (sections !== undefined) found.push({ file, sections });
  }
  return found;
}

async function refuseTexts(tree: ExportTree): Promise<Detection | undefined> {
  for (const file of filesLike(tree, /(^|\/)(Posts?|Videos?|(Video )?Browsing History|Watch History)\.txt$/i)) {
    const isTiktok = /^Date: \d{4}-\d{2}-\d{2} [\d:]+(?: UTC)?\r?\n(?:Video )?Link: https:\/\/[^\s/]*tiktok/m;
    if (!isTiktok.test(await headOf(file))) continue;
    return {
      kind: 'refused',
      code: 'export.text-only',
      message: `${file.path} is of TikTok's export as text, which is made for reading.`,
      hint: 'Ask TikTok for the data once more (Settings, Account, Download your data) and choose JSON as the format.',
    };
  }
  return undefined;
}

function ownerOf({ madeAt, owner }: DetectedExport, place: ChannelPlace): TiktokOwner {
  const handle = handleOf(place, firstOfPath) || (owner.handle ?? '').toLowerCase();
  const origin = originOf(place);
  const author = { id: null, handle, name: null, url: `${origin}/@${handle}` };
  return { author, handle, origin, madeAt, ids: new MadeIds() };
}

function* readProfile({ profile }: TiktokSections, { handle, author }: TiktokOwner): Generator<ExportFinding> {
  if (profile === undefined) return;
  yield {
    kind: 'profile',
    profile: {
      id: null,
      handle: asText(profile.userName) ?? handle,
      name: null,
      bio: asText(profile.bioDescription),
      url: author.url,
      avatarUrl: asUrl(profile.profilePhoto),
      followers: null,
      following: null,
      since: null,
      state: 'open',
    },
  };
}

function* readRecord(
  record: NumberedRecord,
  file: ExportFile,
  owner: TiktokOwner,
  leftOut: LeftOutCounter,
): Generator<ExportFinding> {
  const kind = sectionOf(record.path);
  const item = asObject(record.value);
  if (record.error !== undefined) yield unreadable(file, record, record.error);
  else if (kind === 'comments') {
    const post = item === undefined ? undefined : readOwnComment(item, owner);
    const at = { file: file.path, record: record.record, offsetBytes: record.offsetBytes };
    if (post === undefined) yield unreadable(file, record, 'it is no comment with a date and a text');
    else yield { kind: 'post', post, at };
  } else if (kind !== 'posts' && kind !== 'deleted' && kind !== 'drafts') leftOut.add(kind);
  else yield* readOwnPost(record, file, owner, leftOut);
}

function* readOwnPost(
  record: NumberedRecord,
  file: ExportFile,
  owner: TiktokOwner,
  leftOut: LeftOutCounter,
): Generator<ExportFinding> {
  const kind = sectionOf(record.path);
  const item = asObject(record.value) ?? {};
  const id = numberIn(item);
  const date = dateOf(item);
  const seenBy = visibilityOf(item);
  if (date === undefined || (date === null && id === null)) yield unreadable(file, record, 'it has no date', id);
  else if (seenBy === undefined) {
    yield unreadable(file, record, `whom "${asText(item.WhoCanView)}" lets see it is not known`, id);
  } else if (leftOut.gives(kind === 'posts' ? leftOutBy(seenBy) : kind === 'drafts' ? 'drafts' : 'deleted')) {
    const visibility = kind === 'drafts' ? 'private' : seenBy;
    const at = { file: file.path, record: record.record, offsetBytes: record.offsetBytes };
    yield { kind: 'post', post: readPost(item, visibility, owner), at };
  }
}

function leftOutBy(visibility: ReturnType<typeof visibilityOf>): 'public' | 'followers-only' | 'private' {
  if (visibility === 'followers') return 'followers-only';
  return visibility === 'private' ? 'private' : 'public';
}

function unreadable(
  file: ExportFile,
  record: NumberedRecord | null,
  problem: string,
  id: string | null = null,
): ExportFinding {
  const at = { file: file.path, record: record?.record ?? null, offsetBytes: record?.offsetBytes ?? null };
  return { kind: 'unreadable', id, at, message: `A record of ${file.path} could not be read: ${problem}.` };
}

const linksExpire: ExportFinding = {
  kind: 'note',
  text: {
    en: 'The films are not in the export, only links to them, and these expire within days: fetch the films at once.',
    de: 'Die Filme liegen dem Export nicht bei, nur Links darauf, und die laufen binnen Tagen ab: Filme sofort herunterladen.',
  },
};
