import {
  type Askable,
  askableKinds,
  type ExportFile,
  type ExportFinding,
  type ExportTree,
  type LeftOut,
} from '../../../model/official-export.ts';
import type { FoundPost } from '../../../model/post.ts';
import type { ImportOptions } from '../../channel-import.ts';
import { asObject, asText, type JsonObject } from '../json-reader.ts';
import { filesLike } from './export-files.ts';
import { MadeIds } from './export-id.ts';
import { SeenMedia } from './meta-files.ts';
import { countMetaRecords, type MetaRecord, readMetaRecords, saysThatThereAreNone } from './meta-records.ts';

/** What one record was read as. */
export interface ReadRecord {
  readonly post: FoundPost;
  /** Its media as the record names them. */
  readonly uris: readonly string[];
}

/** A kind of file in one of Meta's exports. Of several that fit a file the first holds. */
export interface MetaFiles {
  readonly files: RegExp;
  /** Absent: its records are counted, and not looked at. A text as the answer says why a record is none. */
  readonly read?: (record: JsonObject, ids: MadeIds, list: string | null) => ReadRecord | string;
  /** What its records are left out as; absent for posts. */
  readonly leftOut?: LeftOut;
  /** The same for single lists of a file that has several. */
  readonly leftOutLists?: Readonly<Record<string, LeftOut>>;
  /** It names again what posts hold already; only what no post holds is taken from it. */
  readonly isCatalogue?: boolean;
}

/** Everything in the files of an export, in the order of the kinds. */
export async function* readMetaExport(
  tree: ExportTree,
  kinds: readonly MetaFiles[],
  { include, signal }: ImportOptions,
): AsyncGenerator<ExportFinding> {
  const context: Context = { include, signal, seen: new SeenMedia(), again: { count: 0 } };
  const taken = new Set<ExportFile>();
  for (const kind of kinds) {
    for (const file of filesLike(tree, kind.files)) {
      if (taken.has(file)) continue;
      taken.add(file);
      if (kind.read === undefined) yield* countFile(file, kind.leftOut ?? 'others', signal);
      else yield* readFile(file, kind, context);
    }
  }
  if (context.again.count > 0) yield noteOfAgain(context.again.count);
}

interface Context {
  readonly include: ReadonlySet<Askable>;
  readonly signal: AbortSignal | undefined;
  readonly seen: SeenMedia;
  /** Entries of catalogues that posts hold already. */
  readonly again: { count: number };
}

async function* countFile(file: ExportFile, what: LeftOut, signal?: AbortSignal): AsyncGenerator<ExportFinding> {
  const { count, error } = await countMetaRecords(file, signal);
  if (count > 0) yield { kind: 'left-out', what, count };
  if (error === undefined) return;
  const at = { file: file.path, record: null, offsetBytes: null };
  const message = `It holds what is left out, and cannot be counted: ${error}.`;
  yield { kind: 'unreadable', id: null, at, message };
}

async function* readFile(file: ExportFile, kind: MetaFiles, context: Context): AsyncGenerator<ExportFinding> {
  // A file's own: what another file names again gets the same id, and is known for the same.
  const ids = new MadeIds();
  const leftOut = new Map<LeftOut, number>();
  let records = 0;
  for await (const record of readMetaRecords(file, context.signal)) {
    records += 1;
    const finding = findingOf(record, file, kind, ids, context);
    if (finding?.kind === 'left-out') leftOut.set(finding.what, (leftOut.get(finding.what) ?? 0) + 1);
    else if (finding !== undefined) yield finding;
  }
  for (const [what, count] of leftOut) yield { kind: 'left-out', what, count };
  if (records === 0 && !(await saysThatThereAreNone(file))) {
    const at = { file: file.path, record: null, offsetBytes: null };
    yield { kind: 'unreadable', id: null, at, message: 'There is no list of posts in it, where exports have one.' };
  }
}

/** Undefined for what a post holds already. */
function findingOf(
  record: MetaRecord,
  file: ExportFile,
  kind: MetaFiles,
  ids: MadeIds,
  { include, seen, again }: Context,
): ExportFinding | undefined {
  const at = { file: file.path, record: record.record, offsetBytes: record.offsetBytes };
  const found = readOne(record, kind, ids);
  if (typeof found === 'string') return { kind: 'unreadable', id: idOf(record.value), at, message: found };
  if ('leftOut' in found) return { kind: 'left-out', what: found.leftOut, count: 1 };
  if (kind.isCatalogue === true && seen.hasAll(found.uris)) {
    again.count += 1;
    return undefined;
  }
  seen.add(found.uris);
  const what = kind.leftOutLists?.[record.list ?? ''] ?? kind.leftOut ?? byVisibility(found.post);
  if (what === undefined) return { kind: 'post', post: found.post, at };
  if (!isAskable(what) || !include.has(what)) return { kind: 'left-out', what, count: 1 };
  return { kind: 'post', post: hidden(found.post), at };
}

function readOne(
  { value, error, list }: MetaRecord,
  { read, leftOutLists }: MetaFiles,
  ids: MadeIds,
): ReadRecord | string | { readonly leftOut: LeftOut } {
  if (error !== undefined) return `It cannot be read: ${error}.`;
  const leftOut = leftOutLists?.[list ?? ''];
  // Of no use as posts to anybody: not even looked at.
  if (leftOut !== undefined && !isAskable(leftOut)) return { leftOut };
  const object = asObject(value);
  if (object === undefined || read === undefined) return 'It is no record with fields, as posts are.';
  return read(object, ids, list);
}

function idOf(value: unknown): string | null {
  return asText(asObject(value)?.fbid);
}

function hidden(post: FoundPost): FoundPost {
  return { ...post, visibility: post.visibility === 'followers' ? 'followers' : 'private' };
}

function byVisibility({ visibility }: FoundPost): LeftOut | undefined {
  if (visibility === 'followers') return 'followers-only';
  return visibility === 'private' ? 'private' : undefined;
}

function isAskable(what: LeftOut): what is Askable {
  return (askableKinds as readonly LeftOut[]).includes(what);
}

function noteOfAgain(count: number): ExportFinding {
  const isOne = count === 1;
  return {
    kind: 'note',
    text: {
      en: isOne
        ? 'One entry in the lists of photos, videos and reels names what a post of this export holds already; it is taken over once.'
        : `${count} entries in the lists of photos, videos and reels name what posts of this export hold already; they are taken over once.`,
      de: isOne
        ? 'Ein Eintrag in den Listen der Fotos, Videos und Reels nennt, was ein Beitrag dieses Exports schon enthält; er ist nur einmal übernommen.'
        : `${count} Einträge in den Listen der Fotos, Videos und Reels nennen, was Beiträge dieses Exports schon enthalten; sie sind nur einmal übernommen.`,
    },
  };
}
