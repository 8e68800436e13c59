import type { ChannelPlace } from '../../model/channel.ts';
import type { Detection, ExportFile, ExportFinding, ExportTree } from '../../model/official-export.ts';
import type { ChannelImport, ImportOptions } from '../channel-import.ts';
import { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { readCsvRecords } from '../reading/export/csv-records.ts';
import { nestsTooDeep, TOO_DEEP } from '../reading/export/deep-markup.ts';
import { filesLike, headOf } from '../reading/export/export-files.ts';
import { wholeText } from '../reading/export/whole-text.ts';
import { isPublished, readExportedPost, whatItIs } from './import-post.ts';
import { PostTexts } from './import-texts.ts';

const tables = /(^|\/)posts\.csv$/i;
const subscribers = /(^|\/)(email_list|subscribers?)[^/]*\.csv$/i;
const statistics = /(^|\/)posts\/[^/]+\.(delivers|opens|clicks)\.csv$/i;
const columns = ['post_id', 'post_date', 'is_published', 'audience', 'title'];

/**
 * The ZIP of a publication: `posts.csv` and one HTML file for each post, `posts/ID.SLUG.html`. It does not say whose it is.
 * @see https://github.com/TryGhost/migrate (packages/mg-substack), https://support.substack.com/hc/en-us/articles/360037466012
 */
export const substackImport: ChannelImport = {
  async detect(tree) {
    const found = await tablesIn(tree);
    return found.length === 0 ? undefined : await detected(tree, found);
  },

  async *read(_detected, tree, place, options) {
    const leftOut = new LeftOutCounter(options.include);
    const texts = new PostTexts(tree);
    for (const table of await tablesIn(tree)) {
      yield* readTable(table, texts, place, leftOut, options);
      yield* notListed(table, texts);
    }
    for (const file of filesLike(tree, subscribers)) leftOut.add('contacts', await countLines(file, options.signal));
    leftOut.add('others', filesLike(tree, statistics).length);
    yield* leftOut.findings();
  },
};

async function tablesIn(tree: ExportTree): Promise<readonly ExportFile[]> {
  const found: ExportFile[] = [];
  for (const file of filesLike(tree, tables)) {
    const [line = ''] = (await headOf(file)).split(/\r?\n/, 1);
    const names = new Set(line.split(',').map((name) => name.replaceAll('"', '').trim()));
    if (columns.every((column) => names.has(column))) found.push(file);
  }
  return found;
}

/** The table is the list of what must be there: a published post whose file is missing is a missing part. */
async function detected(tree: ExportTree, found: readonly ExportFile[]): Promise<Detection> {
  const texts = new PostTexts(tree);
  const missingParts: string[] = [];
  for (const table of found) {
    for await (const { fields, error } of readCsvRecords(table)) {
      const id = fields.post_id ?? '';
      if (error !== undefined || !/^\d+/.test(id) || isPublished(fields) !== true) continue;
      if (texts.find(table, id) === undefined) missingParts.push(`posts/${id}.html`);
    }
  }
  const owner = { id: null, handle: null, name: null, url: null };
  return { kind: 'export', export: { platform: 'substack', dialect: 'substack', owner, madeAt: null, missingParts } };
}

async function* readTable(
  table: ExportFile,
  texts: PostTexts,
  place: ChannelPlace,
  leftOut: LeftOutCounter,
  { signal }: ImportOptions,
): AsyncGenerator<ExportFinding> {
  for await (const line of readCsvRecords(table, signal ? { signal } : {})) {
    const at = { file: table.path, record: line.record, offsetBytes: line.offsetBytes };
    const named = line.fields.post_id ?? '';
    const id = /^\d+/.exec(named)?.[0] ?? null;
    const file = texts.take(table, named);
    const { kind, problem } = whatItIs(line);
    if (kind === undefined) {
      yield { kind: 'unreadable', id, at, message: `A line of ${table.path} could not be read: ${problem}.` };
    } else if (leftOut.gives(kind)) {
      const html = file === undefined ? null : yield* readText(file, id, signal);
      yield { kind: 'post', post: readExportedPost(line.fields, html, kind, place), at };
    }
  }
}

async function* readText(
  file: ExportFile,
  id: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportFinding, string | null> {
  const read = await wholeText(file, signal);
  if ('text' in read && !nestsTooDeep(read.text)) return read.text;
  const problem = 'problem' in read ? read.problem : `${TOO_DEEP}.`;
  const message = `The text of post ${id} could not be read: ${problem}`;
  yield { kind: 'unreadable', id, at: { file: file.path, record: null, offsetBytes: null }, message };
  return null;
}

/** Texts without a line: an older version of a post that has one, or a post of which nothing else is known. */
function* notListed(table: ExportFile, texts: PostTexts): Generator<ExportFinding> {
  for (const { id, file, isKnown } of texts.left(table)) {
    if (isKnown) {
      const en = `${file.path} is another version of post ${id}, which posts.csv names under a different address. It is kept in the original.`;
      const de = `${file.path} ist eine andere Fassung von Beitrag ${id}, den posts.csv unter anderer Adresse führt. Sie bleibt im Original erhalten.`;
      yield { kind: 'note', text: { en, de } };
      continue;
    }
    const message = `posts.csv has no line for ${file.path}: neither its date nor whether it was published is known.`;
    yield { kind: 'unreadable', id, at: { file: file.path, record: null, offsetBytes: null }, message };
  }
}

async function countLines(file: ExportFile, signal?: AbortSignal): Promise<number> {
  let count = 0;
  for await (const _line of readCsvRecords(file, signal ? { signal } : {})) count += 1;
  return count;
}
