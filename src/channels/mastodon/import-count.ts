import type { ExportFile, ExportFinding, LeftOut } from '../../model/official-export.ts';
import type { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { listAt, readJsonRecords } from '../reading/export/json-records.ts';
import type { JsonPath } from '../reading/export/json-splitter.ts';
import { asNumber } from '../reading/json-reader.ts';

/**
 * Counts the items of an ActivityStreams collection that is left out: `likes.json`, `bookmarks.json`. What is damaged in it is
 * told, and so is a file that holds fewer than its `totalItems` says.
 */
export async function* countItems(
  file: ExportFile,
  what: LeftOut,
  leftOut: LeftOutCounter,
  signal?: AbortSignal,
): AsyncGenerator<ExportFinding> {
  const isItem = listAt('orderedItems');
  let items = 0;
  let said = 0;
  let hasList = false;
  // The list itself is never wanted whole; that it was asked for shows that it is there.
  const wants = (path: JsonPath) => {
    if (path.length === 1 && path[0] === 'orderedItems') hasList = true;
    return isItem(path) || (path.length === 1 && path[0] === 'totalItems');
  };
  for await (const { error, path, value, record, offsetBytes } of readJsonRecords(file, wants, signal)) {
    if (error !== undefined) yield unreadable(file, { record, offsetBytes }, error);
    else if (path[0] === 'totalItems') said = asNumber(value) ?? 0;
    else items += 1;
  }
  leftOut.add(what, items);
  if (hasList && items >= said) return;
  const why = hasList ? `it should hold ${said} entries, and there are ${items}` : 'there is no list in it';
  yield unreadable(file, { record: null, offsetBytes: null }, why);
}

function unreadable(
  file: ExportFile,
  place: { readonly record: number | null; readonly offsetBytes: number | null },
  why: string,
): ExportFinding {
  const at = { file: file.path, ...place };
  return { kind: 'unreadable', id: null, at, message: `${file.path} could not be read whole: ${why}.` };
}
