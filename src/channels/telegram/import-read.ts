import type { ChannelPlace } from '../../model/channel.ts';
import type { ExportFile, ExportFinding, ExportPosition, LeftOut } from '../../model/official-export.ts';
import type { LeftOutCounter } from '../reading/export/count-left-out.ts';
import type { MediaFinder } from '../reading/export/export-files.ts';
import { type NumberedRecord, readJsonRecords } from '../reading/export/json-records.ts';
import type { JsonPath } from '../reading/export/json-splitter.ts';
import { asObject, asText, type JsonObject } from '../reading/json-reader.ts';
import { Albums, type PlacedPost } from './import-album.ts';
import { type Chat, chatOf, isMessage } from './import-chats.ts';
import { isChannel } from './import-choose.ts';
import { readExported } from './import-message.ts';

export interface ReadingChats {
  readonly file: ExportFile;
  readonly place: ChannelPlace;
  readonly chats: readonly Chat[];
  /** The one that is the channel, if any. */
  readonly chat: Chat | undefined;
  readonly leftOut: LeftOutCounter;
  readonly files: MediaFinder;
  readonly signal: AbortSignal | undefined;
}

const listed: ReadonlyMap<unknown, LeftOut> = new Map<unknown, LeftOut>([
  ['contacts', 'contacts'],
  ['frequent_contacts', 'contacts'],
  ['sessions', 'others'],
  ['web_sessions', 'others'],
]);

/** Contacts, sessions, pictures and stories of an account: counted, one by one. */
function besides(path: JsonPath): LeftOut | undefined {
  if (path.length === 2 && typeof path[1] === 'number' && (path[0] === 'profile_pictures' || path[0] === 'stories')) {
    return 'others';
  }
  return path.length === 3 && path[1] === 'list' && typeof path[2] === 'number' ? listed.get(path[0]) : undefined;
}

/** The channel's messages as posts; all others are counted, by what their chat is. */
export async function* readChats(reading: ReadingChats): AsyncGenerator<ExportFinding> {
  const { file, signal } = reading;
  const chats = new Map(reading.chats.map((one) => [one.path.join('/'), one]));
  const albums = new Albums();
  let undated = 0;
  const wants = (path: JsonPath) => isMessage(path) || besides(path) !== undefined;
  for await (const found of readJsonRecords(file, wants, signal)) {
    const at = { file: file.path, record: found.record, offsetBytes: found.offsetBytes };
    const read = readOne(found, chats, at, reading);
    if ('kind' in read) yield read;
    else if (read.post !== undefined) {
      if (read.post.published === null) undated += 1;
      for (const done of albums.push({ post: read.post, at })) yield given(done);
    }
  }
  for (const done of albums.end()) yield given(done);
  yield* notes(undated, albums.joined);
}

function readOne(
  { path, value, error }: NumberedRecord,
  chats: ReadonlyMap<string, Chat>,
  at: ExportPosition,
  reading: ReadingChats,
): ReadOwn {
  if (error !== undefined) return unreadable(at, null, error);
  const own = chats.get(chatOf(path) ?? '?');
  const other = besides(path);
  if (other === undefined && own !== undefined && own.path.join('/') === reading.chat?.path.join('/')) {
    return readOwn(value, own, at, reading);
  }
  reading.leftOut.add(other ?? kindOf(own));
  return {};
}

const given = ({ post, at }: PlacedPost): ExportFinding => ({ kind: 'post', post, at });

function unreadable(
  at: ExportPosition,
  id: string | null,
  why: string,
): Extract<ExportFinding, { kind: 'unreadable' }> {
  return { kind: 'unreadable', id, at, message: `Record ${at.record} of ${at.file}: ${why}.` };
}

/** Other channels were read by the account; everything else was said among few. */
function kindOf(chat: Chat | undefined): LeftOut {
  return chat !== undefined && isChannel(chat) ? 'others' : 'direct-messages';
}

type ReadOwn = { readonly post?: PlacedPost['post'] } | Extract<ExportFinding, { kind: 'unreadable' }>;

function readOwn(value: unknown, chat: Chat, at: ExportPosition, reading: ReadingChats): ReadOwn {
  const message = asObject(value);
  const id = /^\d{1,15}$/.exec(asText(message?.id) ?? '')?.[0];
  if (message === undefined || id === undefined) return unreadable(at, null, 'it is no message with a number');
  const { type } = message;
  if (type === 'service') {
    reading.leftOut.add('others');
    return {};
  }
  if (type === 'unsupported') return unreadable(at, id, 'Telegram Desktop could not export it');
  if (type !== 'message') return unreadable(at, id, `"${String(type)}" is no kind of message that is known`);
  if (!isBySelf(message, chat)) {
    reading.leftOut.add('comments-by-others');
    return {};
  }
  const isPublic = chat.type?.startsWith('public_') === true;
  if (!reading.leftOut.gives(isPublic ? 'public' : 'private')) return {};
  const folder = at.file.slice(0, at.file.lastIndexOf('/') + 1);
  const post = readExported(message, id, { place: reading.place, files: reading.files, folder });
  return { post: { ...post, visibility: isPublic ? 'public' : 'private' } };
}

/** In a channel only the channel speaks; in a group everybody does, and the group itself when its admins are anonymous. */
function isBySelf({ from_id: from }: JsonObject, { type, id }: Chat): boolean {
  return type?.endsWith('_channel') === true || from === `channel${id}`;
}

function* notes(undated: number, joined: number): Generator<ExportFinding> {
  if (undated > 0) {
    const en = `${undated} messages have only the local time of the computer that exported them, without its zone: their time is left open.`;
    const de = `${undated} Nachrichten tragen nur die Ortszeit des Rechners, der sie exportiert hat, ohne Zeitzone: Ihr Zeitpunkt bleibt offen.`;
    yield { kind: 'note', text: { en, de } };
  }
  if (joined > 0) {
    const en = `${joined} further pictures of albums stand in the export as messages of their own; each album is one post, under its first number.`;
    const de = `${joined} weitere Bilder von Alben stehen im Export als eigene Nachrichten; jedes Album ist ein Beitrag, unter seiner ersten Nummer.`;
    yield { kind: 'note', text: { en, de } };
  }
}
