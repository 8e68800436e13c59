import type { ExportFile, ExportFinding, ExportPosition, ExportTree, LeftOut } from '../../model/official-export.ts';
import type { ChannelImport } from '../channel-import.ts';
import { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { csvColumns, readCsvRecords } from '../reading/export/csv-records.ts';
import { filesLike, headOf, MediaFinder } from '../reading/export/export-files.ts';
import { type NumberedRecord, readJsonRecords } from '../reading/export/json-records.ts';
import { asObject, asText } from '../reading/json-reader.ts';
import { lookAtExport } from './import-detect.ts';
import { readExportedPost, whatItIs } from './import-post.ts';
import { GhostTables, isRow, tableOf } from './import-tables.ts';

const subscribers = /(^|\/)members[^/]*\.csv$/i;
const pictures = /(^|\/)content\/(images|media|files)\//;
/** Tables of readers and of what they did. */
const countedTables: ReadonlyMap<string | undefined, LeftOut> = new Map([
  ['members', 'contacts'],
  ['subscribers', 'contacts'],
  ['comments', 'comments-by-others'],
]);

/**
 * One JSON file with the site's tables. Whatever order they come in, a post is joined with its tags, authors and details by
 * reading the file twice: what those are first, then post by post.
 * @see https://docs.ghost.org/migration/custom, https://github.com/TryGhost/Ghost (data/exporter)
 */
export const ghostImport: ChannelImport = {
  async detect(tree) {
    const looked = await filesOfGhost(tree);
    const [first] = looked;
    if (first === undefined) return undefined;
    const owner = { id: null, handle: null, name: null, url: null };
    const madeAt = looked.map(({ made }) => made).reduce(later, null);
    return {
      kind: 'export',
      export: { platform: 'ghost', dialect: first.dialect, owner, madeAt, missingParts: [] },
    };
  },

  async *read(_detected, tree, place, { include, signal }) {
    const leftOut = new LeftOutCounter(include);
    const media = new MediaFinder(tree, pictures);
    for (const { file } of await filesOfGhost(tree)) {
      const tables = await GhostTables.read(file, place, signal);
      if (tables.profile !== undefined) yield { kind: 'profile', profile: tables.profile };
      for await (const row of readJsonRecords(file, isRow, signal)) {
        const at = { file: file.path, record: row.record, offsetBytes: row.offsetBytes };
        yield* readRow(row, at, tables, leftOut, media);
      }
    }
    for (const file of filesLike(tree, subscribers)) leftOut.add('contacts', await countMembers(file, signal));
    yield* leftOut.findings();
  },
};

async function filesOfGhost(tree: ExportTree) {
  const found: { readonly file: ExportFile; readonly dialect: string; readonly made: string | null }[] = [];
  for (const file of filesLike(tree, /\.json$/i)) {
    if (!/^\s*\{/.test(await headOf(file, 64))) continue;
    const looked = await lookAtExport(file);
    if (looked !== undefined) found.push({ file, ...looked });
  }
  return found;
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

function* readRow(
  row: NumberedRecord,
  at: ExportPosition,
  tables: GhostTables,
  leftOut: LeftOutCounter,
  media: MediaFinder,
): Generator<ExportFinding> {
  const table = tableOf(row.path);
  if (row.error !== undefined) {
    const where = table === undefined ? 'The export' : `A row of ${table.slice(0, 40)}`;
    yield { kind: 'unreadable', id: null, at, message: `${where} could not be read: ${row.error}.` };
    return;
  }
  if (table === 'posts') return yield* readPost(row.value, at, tables, leftOut, media);
  const counted = countedTables.get(table);
  if (counted !== undefined) leftOut.add(counted);
}

function* readPost(
  value: unknown,
  at: ExportPosition,
  tables: GhostTables,
  leftOut: LeftOutCounter,
  media: MediaFinder,
): Generator<ExportFinding> {
  const item = asObject(value) ?? {};
  const { kind, problem } = whatItIs(item);
  if (kind === undefined) {
    yield { kind: 'unreadable', id: asText(item.id), at, message: `A row of posts could not be read: ${problem}.` };
  } else if (leftOut.gives(kind)) {
    yield { kind: 'post', post: readExportedPost(item, kind, tables, media), at };
  }
}

/** `members.….csv` comes from another page of the same settings, and is often kept beside the export. */
async function countMembers(file: ExportFile, signal?: AbortSignal): Promise<number> {
  const columns = await csvColumns(file);
  if (!columns.includes('email') || !columns.some((name) => /^(subscribed_to_emails|complimentary_plan)$/.test(name))) {
    return 0;
  }
  let count = 0;
  for await (const _line of readCsvRecords(file, signal ? { signal } : {})) count += 1;
  return count;
}
