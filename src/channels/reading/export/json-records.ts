import type { ExportFile } from '../../../model/official-export.ts';
import { type JsonPath, type JsonRecord, JsonSplitter, type Wants } from './json-splitter.ts';

/** A wanted value with its number among those of its file, from 1: what a person is told when it cannot be read. */
export interface NumberedRecord extends JsonRecord {
  readonly record: number;
}

/**
 * The wanted values of a JSON file of any size, also one that is a script (`window.YTD.… = [`), one after the other.
 * What is damaged comes with its `error`; then the next one is read.
 * @param wants whether the value at this path is given whole: `(path) => path.length === 1` for the items of a list
 * @throws KnownError `export.damaged` when the file itself cannot be unpacked
 */
export async function* readJsonRecords(
  file: ExportFile,
  wants: Wants,
  signal?: AbortSignal,
): AsyncGenerator<NumberedRecord> {
  const splitter = new JsonSplitter(wants);
  let record = 0;
  for await (const chunk of file.open(signal)) {
    for (const found of splitter.push(chunk)) {
      record += 1;
      yield { ...found, record };
    }
  }
  for (const found of splitter.end()) {
    record += 1;
    yield { ...found, record };
  }
}

/** For `wants`: the items of the list at a path of keys, `listAt('Video', 'Videos', 'VideoList')`; of the root without any. */
export function listAt(...keys: readonly (string | number)[]): (path: JsonPath) => boolean {
  return (path) =>
    path.length === keys.length + 1 &&
    typeof path[keys.length] === 'number' &&
    keys.every((key, place) => path[place] === key);
}

/** A small JSON file, whole. Undefined when it is no JSON, or longer than `maxBytes`. */
export async function readJsonFile(file: ExportFile, maxBytes = 16 << 20): Promise<unknown> {
  if (file.bytes > maxBytes) return undefined;
  for await (const { value, error } of readJsonRecords(file, () => true))
    return error === undefined ? value : undefined;
  return undefined;
}
