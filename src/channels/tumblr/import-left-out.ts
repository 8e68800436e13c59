import type { ExportTree, LeftOut } from '../../model/official-export.ts';
import type { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { filesLike, headOf } from '../reading/export/export-files.ts';
import { readJsonRecords } from '../reading/export/json-records.ts';
import type { JsonPath } from '../reading/export/json-splitter.ts';
import { readXmlRecords } from '../reading/export/xml-records.ts';

/** Lists in the data of the account that may lie beside a blog's export. */
const lists: ReadonlyMap<unknown, LeftOut> = new Map([
  ['likes', 'likes-and-bookmarks'],
  ['liked_posts', 'likes-and-bookmarks'],
  ['following', 'contacts'],
  ['blogs_followed', 'contacts'],
  ['unfollows', 'contacts'],
  ['conversations', 'direct-messages'],
  ['messages', 'direct-messages'],
  ['client_side_ad_analytics', 'advertising'],
]);

const isCounted = (path: JsonPath): boolean =>
  path.length === 4 && path[1] === 'data' && lists.has(path[2]) && typeof path[3] === 'number';

/** Counts conversations and what the account's data lists. */
export async function countLeftOut(tree: ExportTree, leftOut: LeftOutCounter, signal?: AbortSignal): Promise<void> {
  leftOut.add('direct-messages', filesLike(tree, /(^|\/)conversations\/[^/]+\.html$/i).length);
  for (const file of filesLike(tree, /(^|\/)messages\.xml$/i)) {
    for await (const { element } of readXmlRecords(file, (path) => path.at(-1) === 'message', signal)) {
      if (element.name === 'message') leftOut.add('direct-messages');
    }
  }
  for (const file of filesLike(tree, /(^|\/)payload-\d+\.json$/i)) {
    if (!/^\s*\[/.test(await headOf(file, 64))) continue;
    for await (const { path } of readJsonRecords(file, isCounted, signal)) {
      const what = lists.get(path[2]);
      if (what !== undefined) leftOut.add(what);
    }
  }
}
