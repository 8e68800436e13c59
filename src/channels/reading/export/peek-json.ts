import type { ExportFile } from '../../../model/official-export.ts';
import { type JsonPath, type JsonRecord, JsonSplitter } from './json-splitter.ts';

/**
 * The wanted values in the beginning of a JSON file, as far as they stand there whole: enough to tell what it is, however
 * large it may be.
 * @param isEnough stops the reading before `maxBytes`
 */
export async function peekJson(
  file: ExportFile,
  wants: (path: JsonPath) => boolean,
  { maxBytes = 256 << 10, isEnough }: { maxBytes?: number; isEnough?: (record: JsonRecord) => boolean } = {},
): Promise<readonly JsonRecord[]> {
  const splitter = new JsonSplitter(wants);
  const found: JsonRecord[] = [];
  let bytes = 0;
  for await (const chunk of file.open()) {
    const records = splitter.push(chunk).filter(({ error }) => error === undefined);
    found.push(...records);
    bytes += chunk.length;
    if (bytes >= maxBytes || records.some((record) => isEnough?.(record) === true)) break;
  }
  return found;
}

/** The value at one path of keys among records that were found. */
export function valueAt(records: readonly JsonRecord[], ...keys: readonly (string | number)[]): unknown {
  return records.find(({ path }) => path.length === keys.length && keys.every((key, at) => path[at] === key))?.value;
}
