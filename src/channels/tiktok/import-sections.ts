import type { ExportFile } from '../../model/official-export.ts';
import { readJsonRecords } from '../reading/export/json-records.ts';
import type { JsonPath } from '../reading/export/json-splitter.ts';
import { asObject, type JsonObject } from '../reading/json-reader.ts';

/** What the items of a list are. */
export type SectionKind =
  | 'posts'
  | 'deleted'
  | 'drafts'
  | 'comments'
  | 'direct-messages'
  | 'likes-and-bookmarks'
  | 'contacts'
  | 'advertising'
  | 'others';

/** Lists of films that were seen, liked and posted have the same name; only the way to them tells which is which. */
const sections: readonly (readonly [RegExp, SectionKind])[] = [
  [/^(Video|Post)\/(Videos|Posts)\/VideoList$/, 'posts'],
  [/^(Video|Post)\/Recently ?Deleted ?Posts\/PostList$/, 'deleted'],
  [/^(Video|Post)\/[^/]*Drafts?\//i, 'drafts'],
  [/^Comments?\/Comments\/CommentsList$/, 'comments'],
  [/^Direct Messages?\//, 'direct-messages'],
  [/\/(Like List|Favorite [^/]+)\//, 'likes-and-bookmarks'],
  [/\/(Followers?|Follower List|Following|Following List|Block|Block List)\//, 'contacts'],
  [/^Ads? and data\//i, 'advertising'],
];

export function sectionOf(path: JsonPath): SectionKind {
  const way = path.slice(0, -1).join('/');
  return sections.find(([pattern]) => pattern.test(way))?.[1] ?? 'others';
}

/** An item of a list that is in no other list. */
export function isItem(path: JsonPath): boolean {
  return path.length > 1 && path.every((step, place) => (typeof step === 'number') === (place === path.length - 1));
}

/** Sections that no other export has by these names. */
const known: ReadonlySet<string> = new Set([
  'Activity/Favorite Effects',
  'Activity/Favorite Videos',
  'Activity/Follower List',
  'Activity/Like List',
  'Activity/Video Browsing History',
  'Ads and data/Ad Interests',
  'Ads and data/Instant Form Ads Responses',
  'Ads and data/Off TikTok Activity',
  'App Settings/Block',
  'App Settings/Settings',
  'Comment/Comments',
  'Direct Message/Direct Messages',
  'Direct Messages/Chat History',
  'Likes and Favorites/Favorite Videos',
  'Likes and Favorites/Like List',
  'Post/Posts',
  'Post/Recently Deleted Posts',
  'Profile And Settings/Profile Info',
  'Profile/Profile Info',
  'Profile/Profile Information',
  'Tiktok Live/Go Live History',
  'Tiktok Shopping/Order History',
  'Video/RecentlyDeletedPosts',
  'Video/Videos',
  'Your Activity/Activity Summary',
  'Your Activity/Login History',
  'Your Activity/Searches',
  'Your Activity/Watch History',
]);

export interface TiktokSections {
  readonly dialect: 'tiktok-videos' | 'tiktok-posts' | 'tiktok-no-posts';
  /** The account, as far as it was looked for. */
  readonly profile: JsonObject | undefined;
  /** Places where a section or a list should be, and something else is. */
  readonly odd: readonly string[];
}

/** What is told by the first of them is enough to know the rest is worth looking through. */
const HEAD_BYTES = 1 << 20;
/** Beyond it the name of the account is not looked for. */
const MAX_BYTES = 128 << 20;

/** The sections of a file of TikTok's; undefined when it is none. */
export async function sectionsOf(file: ExportFile): Promise<TiktokSections | undefined> {
  const head = await look({ ...file, open: (signal) => beginning(file.open(signal), HEAD_BYTES) });
  if (!isTiktok(head.ways)) return undefined;
  const { ways, begun, blocks, profile } = file.bytes > HEAD_BYTES && file.bytes <= MAX_BYTES ? await look(file) : head;
  const has = (way: string) => ways.has(way);
  const isNewer = has('Post/Posts/VideoList') || (!has('Video/Videos/VideoList') && has('Post/Posts'));
  const dialect = isNewer ? 'tiktok-posts' : has('Video/Videos') ? 'tiktok-videos' : 'tiktok-no-posts';
  return { dialect, profile, odd: [...blocks, ...(await oddIn(file, ways, begun))] };
}

/** Lists without an item: TikTok writes null for an empty one. They are small, so that their values can be looked at. */
async function oddIn(
  file: ExportFile,
  ways: ReadonlySet<string>,
  begun: ReadonlySet<string>,
): Promise<readonly string[]> {
  const odd: string[] = [];
  const records = readJsonRecords(file, (path) => {
    const isPlace = path.length === 1 || known.has(path.join('/')) || /(List|History|Following)$/.test(String(path[2]));
    return path.length < 4 && isPlace && ways.has(path.join('/')) && !begun.has(path.join('/'));
  });
  for await (const { path, value, error } of records) {
    const isList = isListName(path[2]);
    const isEmpty = value === null || isNothing(value, isList);
    // Null stands for a list without items, never for a section.
    const isRight = path.length === 1 ? asObject(value) !== undefined : isEmpty;
    if (path.length > 0 && (error !== undefined || !isRight)) odd.push(path.join(' → '));
  }
  return odd;
}

function isListName(name: JsonPath[number] | undefined): boolean {
  return /(List|Following)$/.test(String(name));
}

function isTiktok(ways: ReadonlySet<string>): boolean {
  if ([...ways].filter((way) => known.has(way)).length >= 2) return true;
  return ['Video/Videos/VideoList/0', 'Post/Posts/VideoList/0'].some(
    (item) => ways.has(`${item}/Date`) && ways.has(`${item}/Link`),
  );
}

function isNothing(value: unknown, isList: boolean): boolean {
  return (
    typeof value === 'object' && value !== null && Array.isArray(value) === isList && Object.keys(value).length === 0
  );
}

interface Looked {
  readonly ways: ReadonlySet<string>;
  /** Those of the ways that lead on. */
  readonly begun: ReadonlySet<string>;
  /** Blocks of keys under the name of a list, as `oddIn` writes them. */
  readonly blocks: ReadonlySet<string>;
  readonly profile: JsonObject | undefined;
}

async function look(file: ExportFile): Promise<Looked> {
  const ways = new Set<string>();
  const begun = new Set<string>();
  const blocks = new Set<string>();
  let profile: JsonObject | undefined;
  const records = readJsonRecords(file, (path) => {
    const isFirst = path.length < 4 || (path.length < 6 && path[3] === 0);
    if (isFirst && ways.size < 10_000) ways.add(path.join('/'));
    if (path.length < 5) begun.add(path.slice(0, -1).join('/'));
    if (path.length === 4 && isListName(path[2]) && typeof path[3] === 'string')
      blocks.add(path.slice(0, 3).join(' → '));
    return path.length === 3 && path[2] === 'ProfileMap';
  });
  for await (const { value } of records) profile ??= asObject(value);
  return { ways, begun, blocks, profile };
}

async function* beginning(chunks: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const chunk of chunks) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}
