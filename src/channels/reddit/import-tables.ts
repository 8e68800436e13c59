import type { ExportFile, ExportTree, LeftOut } from '../../model/official-export.ts';
import { filesLike, headOf } from '../reading/export/export-files.ts';

/** What one line of a table is. */
export type TableKind = 'posts' | 'comments' | 'drafts' | 'scheduled' | LeftOut;

export interface Table {
  readonly file: ExportFile;
  readonly kind: TableKind;
  /** Without the texts: `post_headers.csv` has the same lines as `posts.csv`, cut short. */
  readonly isHeaders: boolean;
}

/** By the name of the table, without the number of its part. */
const kinds: readonly (readonly [RegExp, TableKind])[] = [
  [/^post(s|_headers)$/, 'posts'],
  [/^comment(s|_headers)$/, 'comments'],
  [/^drafts$/, 'drafts'],
  [/^scheduled_posts$/, 'scheduled'],
  [/^(messages?(_archive)?(_headers)?|chat_history)$/, 'direct-messages'],
  [/^((post|comment|poll)_votes|saved_(posts|comments)|hidden_posts)$/, 'likes-and-bookmarks'],
  [/^(friends|(subscribed|moderated|approved_submitter)_subreddits|multireddits|linked_identities)$/, 'contacts'],
  [/^(sensitive_ads_preferences)$/, 'advertising'],
  [/^(announcements|gilded_content|gold_received|purchases|subscriptions|payouts|ip_logs)$/, 'others'],
];

const form = /(?:^|\/)([a-z_]+?)(?:_(\d{1,4}))?\.csv$/;

export function tablesIn(tree: ExportTree): readonly Table[] {
  const tables = filesLike(tree, form).flatMap((file): Table[] => {
    const name = nameOf(file);
    const kind = kinds.find(([pattern]) => pattern.test(name))?.[1];
    return kind === undefined ? [] : [{ file, kind, isHeaders: name.endsWith('_headers') }];
  });
  const names = new Set(tables.map(({ file }) => nameOf(file)));
  const isRepeated = (name: string) =>
    names.has(name.replace('_headers', '')) || names.has(name.replace('_headers', 's'));
  // Headers of messages are only counted, so that once is enough; those of posts may have lines that posts.csv lacks.
  return tables.filter(({ file, kind, isHeaders }) => {
    return !(isHeaders && kind === 'direct-messages' && isRepeated(nameOf(file)));
  });
}

function nameOf({ path }: ExportFile): string {
  return form.exec(path)?.[1] ?? '';
}

/** Numbers in the names of parts, by table: `posts_1.csv`, `posts_3.csv`. */
export function partNumbers(tree: ExportTree): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>();
  for (const { path } of filesLike(tree, form)) {
    const [, name = '', number] = form.exec(path) ?? [];
    if (number !== undefined) numbers.set(name, [...(numbers.get(name) ?? []), Number(number)]);
  }
  return numbers;
}

/** The names of a table's columns, also of one without any line. */
export async function columnsOf(file: ExportFile): Promise<readonly string[]> {
  const [first = ''] = (await headOf(file, 2048)).split(/\r?\n/);
  return first.split(',').map((name) => name.trim().replace(/^"|"$/g, ''));
}

const postColumns = ['id', 'permalink', 'date', 'subreddit', 'gildings'];

/** Whether a table is Reddit's list of posts or comments: other services have tables of the same names. */
export async function isRedditTable({ file, kind, isHeaders }: Table): Promise<boolean> {
  if (kind !== 'posts' && kind !== 'comments') return false;
  const columns = await columnsOf(file);
  const more = kind === 'comments' ? ['link'] : isHeaders ? ['url'] : ['title', 'body'];
  return [...postColumns, ...more].every((name) => columns.includes(name));
}
