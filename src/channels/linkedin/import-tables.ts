import type { ExportFile, ExportTree } from '../../model/official-export.ts';
import { readCsvRecords } from '../reading/export/csv-records.ts';
import { filesLike, headOf } from '../reading/export/export-files.ts';

/** `unknown`: its first line does not name the columns of what it should be. */
export type TableKind =
  | 'shares'
  | 'comments'
  | 'reposts'
  | 'messages'
  | 'contacts'
  | 'reactions'
  | 'advertising'
  | 'profile'
  | 'others'
  | 'unknown';

export interface LinkedinTable {
  readonly file: ExportFile;
  readonly kind: TableKind;
  /** The line with the names of the columns, from 1: Connections.csv begins with notes. */
  readonly fromLine: number;
}

interface Looked extends LinkedinTable {
  /** Whether nobody but LinkedIn makes such a table. */
  readonly isSure: boolean;
}

/** Nobody has so many tables; a folder of something else may. */
const MAX_TABLES = 500;

/** The tables of an archive, wherever in the tree it lies; [] when none of them is surely LinkedIn's. */
export async function linkedinTables(tree: ExportTree): Promise<readonly LinkedinTable[]> {
  const looked: Looked[] = [];
  for (const file of filesLike(tree, /\.csv$/i).slice(0, MAX_TABLES)) looked.push(await look(file));
  const roots = looked.filter(({ isSure }) => isSure).map(({ file }) => folderOf(file.path));
  return looked.filter(({ file }) => roots.some((root) => file.path.startsWith(root)));
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

async function look(file: ExportFile): Promise<Looked> {
  const head = await headOf(file);
  const lines = head.split(/\r?\n/);
  const names = /^"?Notes:/.test(lines[0] ?? '') ? lines.findIndex((line) => /^"?First Name"?,/.test(line)) : 0;
  const columns = (lines[names] ?? '').split(',').map((name) => name.replaceAll('"', '').trim());
  // A first line that has run into the second, or that is not there.
  const isOdd = names < 0 || columns.some((name) => /:\/\/|^\d+$|\d{4}-\d{2}-\d{2}/.test(name));
  const kind = isOdd ? 'unknown' : kindOf(new Set(columns), file.path);
  const isSure =
    ['shares', 'messages', 'profile'].includes(kind) ||
    columns.includes('ShareCommentary') ||
    columns.includes('Connected On') ||
    (/^(comments|reactions|reposts)$/.test(kind) && head.includes('linkedin.com/'));
  return { file, kind, fromLine: Math.max(names, 0) + 1, isSure };
}

/** By the columns; a name only tells apart what has the same ones. */
function kindOf(columns: ReadonlySet<string>, path: string): TableKind {
  const has = (...names: readonly string[]) => names.every((name) => columns.has(name));
  if (has('ShareLink', 'ShareCommentary')) return 'shares';
  if (has('CONVERSATION ID', 'FROM')) return 'messages';
  if (has('First Name', 'Last Name', 'Headline', 'Summary')) return 'profile';
  if (has('Date', 'Link', 'Message') && columns.size === 3) return 'comments';
  if (has('Date', 'Type', 'Link')) return 'reactions';
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (has('Date', 'Link') && columns.size === 2 && /^InstantReposts/i.test(name)) return 'reposts';
  if (/^(Shares|Comments|InstantReposts)(_\d+)?\.csv$/i.test(name)) return 'unknown';
  if (
    has('Connected On') ||
    /^(Connections|Invitations|(Member|Company)[_ ]Follows|Contacts|ImportedContacts)/i.test(name)
  )
    return 'contacts';
  if (/^(Saved_Items|Votes|Likes)/i.test(name)) return 'reactions';
  return /^(Ads?[ _]|LAN Ads)/i.test(name) ? 'advertising' : 'others';
}

/** The name of the person, as the profile has it. */
export async function ownerOf(tables: readonly LinkedinTable[]): Promise<string | null> {
  for (const { file, kind } of tables) {
    if (kind !== 'profile') continue;
    for await (const { fields } of readCsvRecords(file)) {
      const name = `${fields['First Name'] ?? ''} ${fields['Last Name'] ?? ''}`.trim();
      return name === '' ? null : name;
    }
  }
  return null;
}
