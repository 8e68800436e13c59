import type { ExportFile } from '../../model/official-export.ts';
import { readCsvRecords } from '../reading/export/csv-records.ts';
import { writtenTime } from '../reading/export/written-time.ts';

export type TableKind = 'videos' | 'comments' | 'posts' | 'chats' | 'channel' | 'subscriptions' | 'others' | 'unknown';

export type Role =
  | 'video'
  | 'channel'
  | 'comment'
  | 'parent'
  | 'post'
  | 'title'
  | 'description'
  | 'privacy'
  | 'state'
  | 'duration'
  | 'created'
  | 'published'
  | 'text';

export interface YoutubeTable {
  readonly file: ExportFile;
  readonly kind: TableKind;
  /** The name that a column has in this language, by what is in it. */
  readonly columns: Readonly<Partial<Record<Role, string>>>;
  /** Names of the columns with the tags of a film, and with the files of a post's pictures. */
  readonly tags: readonly string[];
}

/** English, German, French, Spanish and more; marks and case are gone from what they are held against. */
const names: readonly (readonly [Role, RegExp])[] = [
  ['parent', /^(parent comment|id du commentaire parent|id del comentario principal|ubergeordnete kommentar)/],
  ['comment', /^(comment id|kommentar id|id du commentaire|id del comentario|live chat id|livechat id)/],
  ['post', /^(post id|beitrags id|id du post|id de la publicacion)/],
  ['video', /^(video id|id de la video|id du fichier video|id del video|id de video|identifiant de la video)/],
  ['channel', /^(channel id|kanal id|id de la chaine|identifiant de la chaine|id del canal|id de canal)/],
  [
    'title',
    /^(video title|videotitel|titre de la video|titulo del video)( original| d origine| originale| titre original)?$/,
  ],
  [
    'description',
    /^(video description|videobeschreibung|description de la video|descripcion del video)( original| d origine| originale)?$/,
  ],
  ['privacy', /^(privacy|datenschutz|confidentialite|privacidad)/],
  ['state', /^(video state|videostatus|etat de la video|estado del video)/],
  ['duration', /^(approx duration|ungefahre dauer|duree approx|duracion aprox)/],
  [
    'text',
    /^(comment text|kommentartext|texte du commentaire|texto del comentario|post text|text des beitrags|texte du post|texto de la publicacion|live chat text)/,
  ],
  ['published', /(publish|veroffentlich|publication|publicacion).*|.*timestamp.*publish/],
  ['created', /(create|creation|erstell|creacion).*/],
];

function plain(name: string): string {
  const bare = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const isVideoId = (value: string) => /^[\w-]{11}$/.test(value);
const isChannelId = (value: string) => /^UC[\w-]{22}$/.test(value);
const isThreadId = (value: string) => /^Ug[\w.-]{10,}$/.test(value);
const isTime = (value: string) => /^\d{4}-\d{2}-\d{2}T/.test(value) && writtenTime(value) !== null;

/** How many lines are looked at; languages differ in names and not in what stands below them. */
const SAMPLE = 20;

/** What a table is, by its columns' names where they are known, by what stands in them everywhere else. */
export async function lookAtTable(file: ExportFile): Promise<YoutubeTable> {
  const lines: Readonly<Record<string, string>>[] = [];
  for await (const { fields, error } of readCsvRecords(file)) {
    if (error === undefined) lines.push(fields);
    if (lines.length === SAMPLE) break;
  }
  const header = Object.keys(lines[0] ?? {});
  const columns = { ...byContent(header, lines), ...byName(header) };
  const tags = header.filter((name) => /^(video )?(tag|etiqueta|mot cle)s? \d+$/.test(plain(name)));
  return { file, kind: kindOf(columns, header, lines), columns, tags };
}

function byName(header: readonly string[]): Partial<Record<Role, string>> {
  const found: Partial<Record<Role, string>> = {};
  for (const [role, pattern] of names) {
    const taken = new Set(Object.values(found));
    const name = header.find((one) => !taken.has(one) && pattern.test(plain(one)) && !/url$/.test(plain(one)));
    if (name !== undefined) found[role] = name;
  }
  return found;
}

type Lines = readonly Readonly<Record<string, string>>[];

function byContent(header: readonly string[], lines: Lines): Partial<Record<Role, string>> {
  const all = (isSo: (value: string) => boolean) =>
    header.filter((name) => {
      const values = lines.map((line) => line[name] ?? '').filter((value) => value !== '');
      return values.length > 0 && values.every(isSo);
    });
  const times = all(isTime);
  const words = all((value) => Object.hasOwn(privacyWords, value.trim().toLowerCase()));
  const texts = header.filter((name) => !all(isShort).includes(name));
  const [description, title] = texts.length > 1 ? byLength(texts, lines) : [undefined, texts[0]];
  const threads = all(isThreadId);
  const isPosts = lines.some((line) => (line[threads[0] ?? ''] ?? '').startsWith('Ugk'));
  const found: Partial<Record<Role, string | undefined>> = {
    ...(isPosts ? { post: threads[0] } : { comment: threads[0] }),
    text: description ?? title,
    video: all(isVideoId)[0],
    channel: all(isChannelId)[0],
    duration: all((value) => /^\d{3,9}$/.test(value))[0],
    privacy: words[0],
    created: times[0],
    published: times[1],
    title,
    description,
  };
  return Object.fromEntries(Object.entries(found).filter(([, name]) => name !== undefined));
}

/** What cannot be the words of a film: numbers, times, and words that stand in a list to choose from. */
function isShort(value: string): boolean {
  return isTime(value) || isVideoId(value) || isChannelId(value) || /^[\w-]{0,8}$/.test(value);
}

function byLength(texts: readonly string[], lines: Lines): readonly string[] {
  const most = (name: string) => Math.max(0, ...lines.map((line) => (line[name] ?? '').length));
  return [...texts].sort((a, b) => most(b) - most(a));
}

function kindOf(columns: YoutubeTable['columns'], header: readonly string[], lines: Lines): TableKind {
  const has = (...roles: readonly Role[]) => roles.every((role) => columns[role] !== undefined);
  const values = (role: Role) => lines.map((line) => line[columns[role] ?? ''] ?? '');
  const holds = (isSo: (value: string) => boolean) =>
    lines.some((line) => header.some((name) => isSo(line[name] ?? '')));
  if (holds((value) => /^https?:\/\/(www\.)?youtube\.com\/channel\/UC/.test(value))) return 'subscriptions';
  if (/^live ?chat/.test(plain(header[0] ?? ''))) return 'chats';
  if (has('comment', 'text') && values('comment').some(isThreadId)) return 'comments';
  if (has('post', 'text') && !has('comment') && values('post').some(isThreadId)) return 'posts';
  const isFilms = has('video', 'title') && (has('privacy') || has('description', 'duration'));
  const hasFilms = values('video').some(isVideoId);
  if (isFilms && hasFilms) return 'videos';
  // Words of one's own that are in no table of a known kind must not pass for something else.
  if (holds(isThreadId) || (has('channel') && hasFilms)) return 'unknown';
  return isChannelTable(columns, lines, values('channel')) ? 'channel' : 'others';
}

function isChannelTable(columns: YoutubeTable['columns'], lines: Lines, ids: readonly string[]): boolean {
  return ids.some(isChannelId) && lines.length < SAMPLE && columns.video === undefined && columns.created === undefined;
}

/** As YouTube writes them in its languages; `unlisted` is seen by whoever has the address. */
export const privacyWords: Readonly<Record<string, 'public' | 'unlisted' | 'private'>> = {
  ...wordsFor(
    'public',
    'public|öffentlich|publique|público|pública|publico|pubblico|pubblica|openbaar|offentlig|publiczny|publiczne|julkinen|herkese açık|公開|公开|공개|открытый доступ|всем',
  ),
  ...wordsFor(
    'unlisted',
    'unlisted|nicht gelistet|non répertoriée|non répertorié|no listado|oculto|oculta|sin listar|non in elenco|verborgen|não listado|não listada|olistad|ikke listet|skjult|niepubliczny|niepubliczne|piilotettu|liste dışı|限定公開|不公开列出|일부 공개|доступ по ссылке',
  ),
  ...wordsFor(
    'private',
    'private|privat|privée|privé|privado|privada|privato|privata|particular|prywatny|prywatne|yksityinen|özel|非公開|私享|비공개|ограниченный доступ',
  ),
};

function wordsFor<Word extends 'public' | 'unlisted' | 'private'>(word: Word, said: string): Record<string, Word> {
  return Object.fromEntries(said.split('|').map((one) => [one, word]));
}
