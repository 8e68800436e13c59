import type { ChannelPlace } from '../../model/channel.ts';
import type { DetectedExport, ExportFile, ExportFinding, ExportTree, LeftOut } from '../../model/official-export.ts';
import type { ChannelImport } from '../channel-import.ts';
import { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { readCsvRecords } from '../reading/export/csv-records.ts';
import { filesLike, headOf, MediaFinder } from '../reading/export/export-files.ts';
import { readJsonRecords } from '../reading/export/json-records.ts';
import { takeoutMadeAt } from '../reading/export/takeout-name.ts';
import { readWholeTable } from '../reading/export/whole-table.ts';
import { channelIdIn } from './account.ts';
import { lookAtTable, type YoutubeTable } from './import-columns.ts';
import { FilmFiles } from './import-films.ts';
import { ownerOfTables, type TakeoutOwner } from './import-owner.ts';
import {
  cellOf,
  type Fields,
  type Reading,
  readComment,
  readCommunityPost,
  readFilm,
  readFilmResource,
  type YoutubeOwner,
} from './import-rows.ts';

const MAX_TABLES = 1000;
const sure: ReadonlySet<string> = new Set(['videos', 'comments', 'posts', 'subscriptions', 'channel']);

/**
 * Google Takeout, "YouTube and YouTube Music": tables whose names and columns follow the language of the account, and the
 * films by their titles; before about 2020 a JSON file for each film.
 * @see https://github.com/purarue/google_takeout_parser, https://github.com/simulot/immich-go
 */
export const youtubeImport: ChannelImport = {
  async detect(tree) {
    const tables = await tablesIn(tree);
    const resources = await resourcesIn(tree);
    if (tables.length === 0 && resources.length === 0) return undefined;
    const { id, name } = await ownerOfTables(tables);
    const url = id === null ? null : `https://www.youtube.com/channel/${id}`;
    const dialect =
      tables.some(({ kind }) => kind === 'videos') || resources.length === 0 ? 'takeout-csv' : 'takeout-json';
    const owner = { id, handle: null, name, url };
    return {
      kind: 'export',
      export: { platform: 'youtube', dialect, owner, madeAt: takeoutMadeAt(tree), missingParts: [] },
    };
  },

  async *read(detected, tree, place, { include, signal }) {
    const tables = await tablesIn(tree);
    const leftOut = new LeftOutCounter(include);
    const owner = ownerOf(detected, place);
    const films = new FilmFiles(tree, await titlesIn(tables));
    const pictures = new MediaFinder(tree, /\.(jpe?g|png|webp|gif)$/i);
    const account = await ownerOfTables(tables);
    yield* readProfile(account, owner);
    const channel = channelIdIn(place) ?? account.id;
    for (const table of tables) {
      const readLine = (fields: Fields) => readRow(table, fields, owner, films, pictures);
      yield* readTable(table, channel, leftOut, readLine, signal);
    }
    for (const file of await resourcesIn(tree)) yield* readResources(file, tree, owner, leftOut, signal);
    yield* leftOut.findings();
    if (films.guesses > 0) yield sameTitles(films.guesses);
  },
};

async function* readTable(
  table: YoutubeTable,
  channel: string | null,
  leftOut: LeftOutCounter,
  readLine: (fields: Fields) => Reading | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportFinding> {
  for await (const line of readWholeTable(table.file, { lineBegins, ...(signal ? { signal } : {}) })) {
    const at = { file: table.file.path, record: line.record, offsetBytes: line.offsetBytes };
    if (line.error !== undefined) yield unreadable(at, null, line.error);
    else yield* giveRow(table, line.fields, channel, at, leftOut, readLine);
  }
}

async function* readResources(
  file: ExportFile,
  tree: ExportTree,
  owner: YoutubeOwner,
  leftOut: LeftOutCounter,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportFinding> {
  const media = tree.files.find(({ path }) => path === file.path.replace(/\.json$/i, '.mp4'))?.path ?? null;
  let records = 0;
  for await (const { value, error, record, offsetBytes } of readJsonRecords(file, isResource, signal)) {
    records = record;
    const at = { file: file.path, record, offsetBytes };
    if (error !== undefined) yield unreadable(at, null, error);
    else yield* give(readFilmResource(value, owner, media), at, null, leftOut);
  }
  const at = { file: file.path, record: null, offsetBytes: null };
  if (records === 0) yield unreadable(at, null, 'there is no film in it');
}

const lineBegins = /\n"?([\w-]{11}|Ug[\w.-]{20,40}|UC[\w-]{22})"?,("?\d|"?UC|"?https?:)/;

/** The root is a list of one film; or the film alone. */
const isResource = (path: readonly (string | number)[]) => path.length === 1 && typeof path[0] === 'number';

async function tablesIn(tree: ExportTree): Promise<readonly YoutubeTable[]> {
  const tables: YoutubeTable[] = [];
  for (const file of filesLike(tree, /\.csv$/i).slice(0, MAX_TABLES)) {
    // A table of something else beside the data of a picture, as Google Photos has by the thousand.
    if (!/\.metadata\.csv$/i.test(file.path)) tables.push(await lookAtTable(file));
  }
  const roots = tables
    .filter(({ kind }) => sure.has(kind))
    .map(({ file }) => file.path.split('/').slice(0, -2).join('/'));
  return tables.filter(({ file }) => roots.some((root) => root === '' || file.path.startsWith(`${root}/`)));
}

async function resourcesIn(tree: ExportTree): Promise<readonly ExportFile[]> {
  const found: ExportFile[] = [];
  for (const file of filesLike(tree, /\/[^/]+\.json$/i).slice(0, 20_000)) {
    if (!/\.json$/i.test(file.path) || !/^\s*\[\s*\{/.test(await headOf(file, 64))) continue;
    const head = await headOf(file, 16_384);
    if (/"privacyStatus"\s*:/.test(head) && /"channelId"\s*:\s*"UC/.test(head)) found.push(file);
  }
  // What lies beside them should be one of them, whatever has become of it.
  const folders = new Set(found.map(({ path }) => path.slice(0, path.lastIndexOf('/') + 1)));
  return filesLike(tree, /\.json$/i).filter(({ path }) => folders.has(path.slice(0, path.lastIndexOf('/') + 1)));
}

async function titlesIn(tables: readonly YoutubeTable[]): Promise<readonly string[]> {
  const titles: string[] = [];
  for (const table of tables.filter(({ kind }) => kind === 'videos')) {
    for await (const { fields } of readCsvRecords(table.file)) titles.push(cellOf(table, fields, 'title') ?? '');
  }
  return titles;
}

function ownerOf({ owner }: DetectedExport, place: ChannelPlace): YoutubeOwner {
  const handle = place.handle !== undefined && !/^UC[\w-]{22}$/.test(place.handle) ? place.handle : null;
  const author = { id: owner.id, handle, name: owner.name, url: place.url };
  return { author, origin: new URL(place.url).origin };
}

function* readProfile({ id, name, bio }: TakeoutOwner, { author }: YoutubeOwner): Generator<ExportFinding> {
  if (id === null) return;
  const rest = { avatarUrl: null, followers: null, following: null, since: null, state: 'open' } as const;
  yield { kind: 'profile', profile: { id, handle: author.handle, name, bio, url: author.url, ...rest } };
}

function readRow(
  table: YoutubeTable,
  fields: Fields,
  owner: YoutubeOwner,
  films: FilmFiles,
  pictures: MediaFinder,
): Reading | undefined {
  if (table.kind === 'videos') return readFilm(table, fields, owner, films);
  if (table.kind === 'comments') return readComment(table, fields, owner);
  return table.kind === 'posts' ? readCommunityPost(table, fields, owner, pictures) : undefined;
}

type At = Extract<ExportFinding, { kind: 'unreadable' }>['at'];

/** One account may have several channels, and an export all of them. */
function* giveRow(
  table: YoutubeTable,
  fields: Fields,
  channel: string | null,
  at: At,
  leftOut: LeftOutCounter,
  readLine: (fields: Fields) => Reading | undefined,
): Generator<ExportFinding> {
  const by = cellOf(table, fields, 'channel');
  const isOthers = channel !== null && by !== null && /^UC/.test(by) && by !== channel;
  const what = leftOutBy(table.kind, isOthers);
  if (table.kind === 'unknown') yield unreadable(at, null, 'its table names no columns that are known');
  else if (what !== undefined) leftOut.add(what);
  else if (table.kind !== 'channel') {
    const reading = readLine(fields);
    const id = cellOf(table, fields, table.kind === 'videos' ? 'video' : 'comment');
    if (reading === undefined) leftOut.add('others');
    else yield* give(reading, at, id, leftOut);
  }
}

function leftOutBy(kind: YoutubeTable['kind'], isOthers: boolean): LeftOut | undefined {
  if (kind === 'subscriptions') return 'contacts';
  if (kind === 'comments' && isOthers) return 'comments-by-others';
  return isOthers ? 'others' : undefined;
}

function* give(reading: Reading, at: At, id: string | null, leftOut: LeftOutCounter): Generator<ExportFinding> {
  if ('problem' in reading) yield unreadable(at, id, reading.problem);
  else if (leftOut.gives(reading.post.visibility === 'private' ? 'private' : 'public')) {
    yield { kind: 'post', post: reading.post, at };
  }
}

function unreadable(at: At, id: string | null, problem: string): ExportFinding {
  return { kind: 'unreadable', id, at, message: `A record of ${at.file} could not be read: ${problem}.` };
}

function sameTitles(count: number): ExportFinding {
  const en = `${count} films have the title of another one. Their files are named by the title alone and were matched in the order of the table.`;
  const de = `${count} Filme heißen wie ein anderer. Ihre Dateien sind nur nach dem Titel benannt und wurden in der Reihenfolge der Tabelle zugeordnet.`;
  return { kind: 'note', text: { en, de } };
}
