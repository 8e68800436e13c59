import type { LeftOut } from '../../model/official-export.ts';
import { readJsonRecords } from '../reading/export/json-records.ts';
import type { JsonPath } from '../reading/export/json-splitter.ts';
import type { ListedFile, XManifest } from './import-manifest.ts';
import { isRecord } from './import-notes.ts';
import type { XScript } from './import-scripts.ts';

/** Types of scripts with posts that are not for everybody. */
export const hiddenPosts = {
  deleted: ['deleted_tweets', 'deleted_tweet'],
  'followers-only': ['twitter_circle_tweet'],
} as const;

/** What is read, and what only says again what other scripts hold. */
const takenOver =
  /^(?:manifest|month|tweets?|note_tweet|community_tweet|account|profile|protected_history|user_details|payload_details|tweet_index|deleted_note_tweet|\w+_headers|(?:twitter_)?article(?:_metadata)?)$/;

const kinds: readonly (readonly [RegExp, LeftOut])[] = [
  [/^direct_messages?(?:_group)?$/, 'direct-messages'],
  [/^deleted_tweets?$/, 'deleted'],
  [/^twitter_circle_tweet$/, 'followers-only'],
  [/^(?:like|bookmark)s?$/, 'likes-and-bookmarks'],
  [/^(?:follower|following|contact|block|mute|smartblock|direct_message_mute)$/, 'contacts'],
  [/^ads?_|^(?:personalization|shopify_account|branch_links)$/, 'advertising'],
];

/** Undefined for what is taken over. */
function kindOf(type: string): LeftOut | undefined {
  if (takenOver.test(type)) return undefined;
  return kinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'others';
}

/** How much of each kind is not taken over. @param taken types that were asked for */
export async function countLeftOut(
  scripts: readonly XScript[],
  manifest: XManifest | undefined,
  taken: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<ReadonlyMap<LeftOut, number>> {
  const counts = new Map<LeftOut, number>();
  for (const { type, listed, script } of [...withScripts(scripts, manifest), ...listedAlone(scripts, manifest)]) {
    const kind = taken.has(type) ? undefined : kindOf(type);
    if (kind === undefined) continue;
    // The manifest counts conversations; what is left out is what was said in them.
    const said = kind === 'direct-messages' && script !== undefined ? null : (listed?.count ?? null);
    const count = said ?? (script === undefined ? 0 : await countRecords(script, signal));
    if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return counts;
}

interface Held {
  readonly type: string;
  readonly listed?: ListedFile;
  readonly script?: XScript;
}

function withScripts(scripts: readonly XScript[], manifest: XManifest | undefined): readonly Held[] {
  return scripts.map((script) => {
    const listed = manifest?.files.find((one) => isAt(script, one));
    return { type: script.type, script, ...(listed === undefined ? {} : { listed }) };
  });
}

/** Taken out of the archive by somebody, and still listed. */
function listedAlone(scripts: readonly XScript[], manifest: XManifest | undefined): readonly Held[] {
  const absent = manifest?.files.filter((one) => !scripts.some((script) => isAt(script, one))) ?? [];
  return absent.map((listed) => ({ type: listed.type, listed }));
}

function isAt({ file }: XScript, { path }: ListedFile): boolean {
  return `/${file.path}`.endsWith(path.replace(/^(?:data)?\/?/, '/'));
}

async function countRecords({ file, type }: XScript, signal?: AbortSignal): Promise<number> {
  const wants = type.startsWith('direct_message') ? isMessage : isRecord;
  let count = 0;
  for await (const _ of readJsonRecords(file, wants, signal)) count += 1;
  return count;
}

function isMessage(path: JsonPath): boolean {
  return path.length === 4 && path[1] === 'dmConversation' && path[2] === 'messages';
}
