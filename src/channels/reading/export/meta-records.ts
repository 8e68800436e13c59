import type { ExportFile } from '../../../model/official-export.ts';
import { asObject } from '../json-reader.ts';
import { headOf } from './export-files.ts';
import { type NumberedRecord, readJsonFile, readJsonRecords } from './json-records.ts';
import type { JsonPath, Wants } from './json-splitter.ts';

/** A record of one of Meta's files, with the name of the list that it stands in; null in a list without a name. */
export interface MetaRecord extends NumberedRecord {
  readonly list: string | null;
}

/** With these a record begins, and no list round it. */
const keysOfRecords =
  /^\s*\{\s*"(timestamp|creation_timestamp|media|attachments|data|label_values|fbid|title|tags|uri)"\s*:/;

/** Names under which a list stands in every form of these files; where there is something else, the list was damaged. */
const lists = /^(photos|videos|stories|ig_\w+|\w+_v2|text_post_app_\w+)$/;

function isNoList(path: JsonPath, isList: boolean): boolean {
  return !isList && path.length === 1 && typeof path[0] === 'string' && lists.test(path[0]);
}

function isInList(path: JsonPath): boolean {
  return typeof path[path.length - 1] === 'number' && path.length <= 2;
}

/**
 * The records of one of Meta's files, in any of the three forms that they have come in over the years: a list, an object
 * with a list under a name (`{"ig_stories": […]}`), or, where there is one record alone, the record itself.
 * @throws KnownError `export.damaged` when the file itself cannot be unpacked
 */
export async function* readMetaRecords(file: ExportFile, signal?: AbortSignal): AsyncGenerator<MetaRecord> {
  const isOne = keysOfRecords.test(await headOf(file, 256));
  const wants: Wants = isOne ? (path) => path.length === 0 : (path, isList) => isInList(path) || isNoList(path, isList);
  for await (const found of readJsonRecords(file, wants, signal)) {
    const [list] = found.path;
    const error = !isOne && isNoList(found.path, false) ? { error: `"${list}" is no list` } : {};
    yield { ...found, ...error, list: typeof list === 'string' ? list : null };
  }
}

/** The first records that can be read: enough to know a file by. */
export async function firstMetaRecords(file: ExportFile, most = 20): Promise<readonly MetaRecord[]> {
  const found: MetaRecord[] = [];
  let seen = 0;
  for await (const record of readMetaRecords(file)) {
    if (record.error === undefined) found.push(record);
    seen += 1;
    if (seen >= most) break;
  }
  return found;
}

/** How many records lie in a file that are not looked at, and what is wrong where they cannot all be counted. */
export interface CountedRecords {
  readonly count: number;
  readonly error: string | undefined;
}

/** Of conversations the messages are counted, not who takes part in them. A damaged record counts, a damaged file does not. */
export async function countMetaRecords(file: ExportFile, signal?: AbortSignal): Promise<CountedRecords> {
  let count = 0;
  let damage: string | undefined;
  for await (const { list, path, error } of readMetaRecords(file, signal)) {
    const counts = list !== 'participants' && isInList(path);
    if (counts) count += 1;
    else if (error !== undefined) damage ??= error;
  }
  return { count, error: damage };
}

/** Whether a file without records says that there are none: `[]`, `{"ig_stories": []}`, and not something else altogether. */
export async function saysThatThereAreNone(file: ExportFile): Promise<boolean> {
  const value = await readJsonFile(file, 64 << 10);
  if (Array.isArray(value)) return value.length === 0;
  const lists = Object.values(asObject(value) ?? { none: null });
  return lists.length === 0 || lists.some((list) => Array.isArray(list) && list.length === 0);
}
