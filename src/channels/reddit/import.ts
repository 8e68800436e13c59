import type { ExportFinding, ExportPosition, ExportTree } from '../../model/official-export.ts';
import { makePost } from '../../model/post.ts';
import type { ChannelImport, ImportOptions } from '../channel-import.ts';
import { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { type CsvRecord, readCsvRecords } from '../reading/export/csv-records.ts';
import { filesLike, missingNumbers } from '../reading/export/export-files.ts';
import { asRedditTime, hasSwallowed, type RowContext, readRow } from './import-row.ts';
import { columnsOf, isRedditTable, partNumbers, type Table, tablesIn } from './import-tables.ts';

/**
 * The answer to a data request: tables of everything an account did.
 * @see https://www.reddit.com/settings/data-request, https://github.com/xavdid/reddit-user-to-sqlite
 */
export const redditImport: ChannelImport = {
  async detect(tree) {
    const tables = tablesIn(tree);
    let isReddit = false;
    for (const table of tables) isReddit ||= await isRedditTable(table);
    if (!isReddit) return undefined;
    const facts = await statistics(tree);
    const handle = facts.get('account name') ?? null;
    const owner = {
      id: null,
      handle: handle === null ? null : `u/${handle}`,
      name: null,
      url: handle === null ? null : `https://www.reddit.com/user/${handle}/`,
    };
    const madeAt = asRedditTime(facts.get('export time'));
    const missingParts = [...missingTables(tree), ...(await unpackedFrom(tree))];
    return { kind: 'export', export: { platform: 'reddit', dialect: 'data-request', owner, madeAt, missingParts } };
  },

  async *read({ owner }, tree, place, { include, signal }) {
    const leftOut = new LeftOutCounter(include);
    const context = { place, owner: owner.handle?.replace(/^u\//, '') ?? null };
    const ids = new Set<string>();
    // Tables with texts first: of their headers only what they lack is taken.
    for (const isHeaders of [false, true]) {
      for (const table of tablesIn(tree)) {
        if (table.isHeaders !== isHeaders) continue;
        const options = { ...context, isHeaders, ids, leftOut, include, ...(signal === undefined ? {} : { signal }) };
        yield* readTable(table, options);
      }
    }
    yield* leftOut.findings();
  },
};

/** Facts about the account, one a line; names and numbers that are known nowhere else. */
async function statistics(tree: ExportTree): Promise<ReadonlyMap<string, string>> {
  const facts = new Map<string, string>();
  for (const file of filesLike(tree, /(^|\/)statistics\.csv$/)) {
    for await (const { fields } of readCsvRecords(file)) facts.set(fields.statistic ?? '', (fields.value ?? '').trim());
  }
  return new Map([...facts].filter(([name, value]) => value !== '' && ['account name', 'export time'].includes(name)));
}

function missingTables(tree: ExportTree): readonly string[] {
  return [...partNumbers(tree)].flatMap(([name, numbers]) => {
    return missingNumbers(numbers, 1).map((number) => `${name}_${number}.csv`);
  });
}

/** checkfile.csv lists every table with its digest. */
async function unpackedFrom(tree: ExportTree): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const file of filesLike(tree, /(^|\/)checkfile\.csv$/)) {
    if (!(await columnsOf(file)).includes('filename')) continue;
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    const there = new Set(tree.files.map(({ path }) => path));
    for await (const { fields } of readCsvRecords(file)) {
      const name = fields.filename ?? '';
      if (/^[\w.-]+\.csv$/.test(name) && !there.has(`${folder}${name}`)) missing.push(name);
    }
  }
  return missing;
}

interface TableContext extends RowContext, ImportOptions {
  readonly ids: Set<string>;
  readonly leftOut: LeftOutCounter;
}

async function* readTable(table: Table, context: TableContext): AsyncGenerator<ExportFinding> {
  const { file, kind } = table;
  const isPosts = kind === 'posts' || kind === 'comments';
  if (isPosts && !(await isRedditTable(table))) {
    const at = { file: file.path, record: null, offsetBytes: null };
    return yield {
      kind: 'unreadable',
      id: null,
      at,
      message: `${file.path} has not the columns that Reddit's tables have.`,
    };
  }
  for await (const row of readCsvRecords(file, context.signal === undefined ? {} : { signal: context.signal })) {
    const at = { file: file.path, record: row.record, offsetBytes: row.offsetBytes };
    if (isPosts) yield* readEntry(row, kind, at, context);
    else yield* readOther(row, kind, at, context);
  }
}

function* readOther(
  row: CsvRecord,
  kind: Table['kind'],
  at: ExportPosition,
  context: TableContext,
): Generator<ExportFinding> {
  if (row.error !== undefined || hasSwallowed(row.fields) || runsOver(row.fields)) {
    const why = row.error ?? 'it runs over into the lines that follow';
    yield { kind: 'unreadable', id: null, at, message: `Line ${row.record} of ${at.file}: ${why}.` };
  } else if (kind === 'drafts' || kind === 'scheduled') yield* readUnpublished(row, kind, at, context);
  else if (kind !== 'posts' && kind !== 'comments') context.leftOut.add(kind);
}

/** Tables of two or three columns hold names and addresses: none of them has a line break in it. */
function runsOver(fields: CsvRecord['fields']): boolean {
  const values = Object.values(fields);
  return values.length <= 3 && values.some((value) => value.trim().includes('\n'));
}

function* readEntry(
  row: CsvRecord,
  kind: 'posts' | 'comments',
  at: ExportPosition,
  context: TableContext,
): Generator<ExportFinding> {
  const read = readRow(row, kind, context);
  if ('problem' in read) {
    if (context.isHeaders && read.id !== null && context.ids.has(read.id)) return;
    return yield { kind: 'unreadable', id: read.id, at, message: `Line ${row.record} of ${at.file}: ${read.problem}.` };
  }
  const { post, isGone } = read;
  if (context.isHeaders && context.ids.has(post.id)) return;
  context.ids.add(post.id);
  // In the channel of a community only what was posted there counts: comments are their writers' own.
  if (!post.isOwn) context.leftOut.add('others');
  else if (context.leftOut.gives(isGone ? 'deleted' : 'public')) {
    yield { kind: 'post', post: isGone ? { ...post, visibility: 'unknown' } : post, at };
  }
}

function* readUnpublished(
  { fields }: CsvRecord,
  kind: 'drafts' | 'scheduled',
  at: ExportPosition,
  { leftOut }: TableContext,
): Generator<ExportFinding> {
  const id = fields.id ?? fields.scheduled_post_id ?? '';
  if (!leftOut.gives(kind)) return;
  const post = makePost({
    platform: 'reddit',
    id: `${kind === 'drafts' ? 'draft' : 'scheduled'}_${id === '' ? at.record : id}`,
    kind: 'post',
    source: 'export',
    title: fields.title?.trim() || null,
    text: fields.body ?? '',
    visibility: 'private',
  });
  yield { kind: 'post', post, at };
}
