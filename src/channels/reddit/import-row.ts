import type { ChannelPlace } from '../../model/channel.ts';
import { type FoundPost, makeMedia, makePost, type PostAuthor, type PostMedia } from '../../model/post.ts';
import type { CsvRecord } from '../reading/export/csv-records.ts';
import { asUrl } from '../reading/json-reader.ts';
import { isOwnEntry } from './account.ts';

export interface RowContext {
  readonly place: ChannelPlace;
  /** Name of the account that asked for the export, where it says. */
  readonly owner: string | null;
  /** The table has no texts. */
  readonly isHeaders: boolean;
}

export type Row =
  | { readonly post: FoundPost; readonly isGone: boolean }
  | { readonly id: string | null; readonly problem: string };

/** `2023-05-02 06:57:14 UTC` → ISO 8601; null for anything else. */
export function asRedditTime(value: string | undefined): string | null {
  const [, day, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d+)? UTC$/.exec(value?.trim() ?? '') ?? [];
  const ms = Date.parse(`${day}T${time}Z`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** A line that begins within a field as lines of a table do: a quote was lost, and the field has swallowed others. */
const swallowed =
  /\n[\w-]+,(https?:\/\/[^,\n]*\/comments\/[^,\n]*,)?("?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC|https?:\/\/[^,\n]*\/(comments|message)\/)/;

export function hasSwallowed(fields: CsvRecord['fields']): boolean {
  return Object.values(fields).some((value) => swallowed.test(value));
}

/**
 * A line of posts.csv or comments.csv. The address of the computer it was written on (`ip`) is not taken over.
 * @see https://github.com/xavdid/reddit-user-to-sqlite
 */
export function readRow({ fields, error }: CsvRecord, kind: 'posts' | 'comments', context: RowContext): Row {
  const name = /^(?:t[13]_)?([a-z0-9]{1,16})$/i.exec(fields.id ?? '')?.[1]?.toLowerCase();
  const id = name === undefined ? null : `${kind === 'posts' ? 't3' : 't1'}_${name}`;
  if (error !== undefined) return { id, problem: error };
  if (id === null) return { id, problem: `"${(fields.id ?? '').slice(0, 40)}" is no id` };
  const published = asRedditTime(fields.date);
  if (published === null) return { id, problem: `"${(fields.date ?? '').slice(0, 40)}" is no time` };
  if (hasSwallowed(fields))
    return { id, problem: 'a quote is missing in it, so that it runs over into the lines that follow' };
  const { place, isHeaders } = context;
  const post = kind === 'posts' ? readPost(id, fields, context) : readComment(id, fields, context);
  const isGone = ['[deleted]', '[removed]'].includes(fields.body ?? '');
  const url = asUrl(fields.permalink, new URL(place.url).origin);
  return { post: { ...post, url, published, extent: isHeaders ? 'part' : 'whole' }, isGone };
}

function common(id: string, { subreddit = '', body = '' }: CsvRecord['fields'], context: RowContext) {
  const isComment = id.startsWith('t1_');
  const entry = { author: context.owner ?? nameOf(context.place), community: subreddit, isComment };
  return {
    platform: 'reddit' as const,
    id,
    source: 'export' as const,
    isOwn: isOwnEntry(context.place, entry),
    author: authorOf(context),
    text: body.replaceAll('\r\n', '\n'),
  };
}

const nameOf = ({ handle }: ChannelPlace): string | null => /^u\/(.+)$/.exec(handle ?? '')?.[1] ?? null;

function authorOf({ place, owner }: RowContext): PostAuthor | null {
  const handle = owner ?? nameOf(place);
  const { origin } = new URL(place.url);
  return handle === null ? null : { id: null, handle, name: null, url: `${origin}/user/${handle}/` };
}

function readPost(id: string, fields: CsvRecord['fields'], context: RowContext): FoundPost {
  const { origin } = new URL(context.place.url);
  const linked = asUrl(fields.url, origin);
  const media = mediaAt(linked);
  const other = /\/comments\/([a-z0-9]+)/i.exec(linked ?? '')?.[1]?.toLowerCase();
  // Of a crosspost the address has no host; one with a host is a link to a post, such as anybody may share.
  const isCrosspost = other !== undefined && `t3_${other}` !== id && fields.url?.startsWith('/') === true;
  const isLink =
    linked !== null && media.length === 0 && !/\/gallery\//.test(linked) && `t3_${other}` !== id && !isCrosspost;
  return makePost({
    ...common(id, fields, context),
    kind: isCrosspost ? 'repost' : media.some((medium) => medium.kind === 'video') ? 'video' : 'post',
    title: fields.title?.trim() || null,
    links: [...new Set([...(isLink ? [linked] : []), ...linksIn(fields.body ?? '')])],
    media,
    repostOf: isCrosspost ? { id: `t3_${other}`, url: linked, author: null, text: null } : null,
  });
}

function readComment(id: string, fields: CsvRecord['fields'], context: RowContext): FoundPost {
  const base = common(id, fields, context);
  const { origin } = new URL(context.place.url);
  const thread = /\/comments\/([a-z0-9]+)/i.exec(fields.link || fields.permalink || '')?.[1]?.toLowerCase();
  const above = fields.parent?.trim().toLowerCase() ?? '';
  const parent = /^t[13]_/.test(above) ? above : above === '' || above === thread ? null : `t1_${above}`;
  const answered = parent ?? (thread === undefined ? null : `t3_${thread}`);
  return makePost({
    ...base,
    kind: base.isOwn ? 'reply' : 'comment',
    links: linksIn(fields.body ?? ''),
    media: mediaAt(asUrl(fields.media, origin)),
    replyTo: answered === null ? null : { id: answered, url: null, author: null, text: null },
    thread: thread === undefined ? null : `t3_${thread}`,
  });
}

/** Pictures and films that lie with Reddit itself. Exports hold none of them. */
function mediaAt(url: string | null): readonly PostMedia[] {
  if (url === null) return [];
  const { hostname, pathname } = new URL(url);
  if (hostname === 'v.redd.it') return [makeMedia({ url, kind: 'video' })];
  const isPicture = /\.(jpe?g|png|gif|webp)$/i.test(pathname);
  return isPicture ? [makeMedia({ url, kind: 'image' })] : [];
}

/** Addresses in Markdown: `[words](address)`, and those that stand by themselves. */
function linksIn(markdown: string): readonly string[] {
  const found = markdown.match(/https?:\/\/[^\s<>()[\]"\\]+/g) ?? [];
  return [...new Set(found.flatMap((link) => asUrl(link.replace(/[.,;:!?]+$/, '')) ?? []))];
}
