import type { ChannelPlace } from '../../model/channel.ts';
import { type FoundPost, makeMedia, makePost, type PostMedia, type PostPoll } from '../../model/post.ts';
import type { MediaFinder } from '../reading/export/export-files.ts';
import { asList, asNumber, asObject, asText, asUnixTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { channelName } from './seeds.ts';

export interface MessageContext {
  readonly place: ChannelPlace;
  readonly files: MediaFinder;
  /** Folder of result.json, with / at its end: paths are written from there. */
  readonly folder: string;
}

/**
 * A message of a channel as Telegram Desktop exports it. Times are those of `date_unixtime`; `date` is the time of the computer
 * that exported, in a zone that nothing names, and is not taken for any.
 * @see https://github.com/telegramdesktop/tdesktop (export/output/export_output_json.cpp)
 */
export function readExported(message: JsonObject, id: string, context: MessageContext): FoundPost {
  const { place } = context;
  const name = channelName(place);
  const base = `${new URL(place.url).origin}/${name}`;
  const { text, links, tags } = readWords(message);
  const media = readMedia(message, id, context);
  const poll = readPoll(message.poll);
  const from = asText(message.forwarded_from);
  const isForward = from !== null || message.forwarded_from === null;
  const said = text === '' ? otherWords(message) : text;
  const reply = message.reply_to_peer_id === undefined ? asText(message.reply_to_message_id) : null;
  return makePost({
    platform: 'telegram',
    id,
    source: 'export',
    kind: isForward ? 'repost' : 'post',
    url: `${base}/${id}`,
    author: { id: null, handle: name, name: asText(message.author) ?? asText(message.from), url: base },
    published: asUnixTime(message.date_unixtime),
    edited: asUnixTime(message.edited_unixtime),
    text: said,
    media,
    links,
    replyTo: reply === null ? null : { id: reply, url: `${base}/${reply}`, author: null, text: null },
    repostOf: isForward
      ? {
          id: null,
          url: null,
          author: from === null ? null : { id: null, handle: null, name: from, url: null },
          text: null,
        }
      : null,
    tags,
    poll,
    extent: said === '' && media.length === 0 && poll === null ? 'part' : 'whole',
  });
}

/** A text may be one piece or many; `text_entities`, where it is there, has every piece with its kind. */
function readWords({ text, text_entities: entities }: JsonObject) {
  const given = asList(entities).length > 0 ? asList(entities) : Array.isArray(text) ? text : [text];
  const pieces = given.map((piece) =>
    typeof piece === 'string' ? { type: 'plain', text: piece } : (asObject(piece) ?? {}),
  );
  const words = (piece: JsonObject) => (typeof piece.text === 'string' ? piece.text : '');
  const links = pieces.flatMap((piece) => {
    if (piece.type === 'text_link') return asUrl(piece.href) ?? [];
    return piece.type === 'link'
      ? (asUrl(/^\w+:\/\//.test(words(piece)) ? words(piece) : `https://${words(piece)}`) ?? [])
      : [];
  });
  const tags = pieces.flatMap((piece) => (piece.type === 'hashtag' ? words(piece).replace(/^#/, '') : []));
  return {
    text: pieces.map(words).join('').trim(),
    links: [...new Set(links)],
    tags: [...new Set(tags.filter(Boolean))],
  };
}

/** What a message without a text says. */
function otherWords(message: JsonObject): string {
  const question = asText(at(message.poll, 'question'));
  const place = [asText(message.place_name), asText(message.address)];
  const { latitude, longitude } = asObject(message.location_information) ?? {};
  const spot = asNumber(latitude) === null ? null : `${asNumber(latitude)}, ${asNumber(longitude)}`;
  const bill = [
    asText(at(message.invoice_information, 'title')),
    asText(at(message.invoice_information, 'description')),
  ];
  const game = [asText(message.game_title), asText(message.game_description)];
  return [question, ...place, spot, ...bill, ...game].filter((word) => word !== null).join('\n');
}

const kinds: Readonly<Record<string, PostMedia['kind']>> = {
  video_file: 'video',
  video_message: 'video',
  animation: 'video',
  voice_message: 'audio',
  audio_file: 'audio',
  sticker: 'image',
};

/** In place of a path stands in brackets why there is no file. */
const withheld = /\((File|Photo) (not included|exceeds maximum size|unavailable)/;

function readMedia(message: JsonObject, id: string, context: MessageContext): readonly PostMedia[] {
  const width = asNumber(message.width);
  const height = asNumber(message.height);
  const seconds = asNumber(message.duration_seconds);
  return (['photo', 'file'] as const).flatMap((field) => {
    const path = asText(message[field]);
    if (path === null) return [];
    const mime = asText(message.mime_type);
    const family = mime?.split('/')[0];
    const byMime = family === 'image' || family === 'video' || family === 'audio' ? family : 'file';
    return makeMedia({
      url: withheld.test(path) ? `export:not-included/${id}/${field}` : `export:${encodeURI(path)}`,
      kind: field === 'photo' ? 'image' : (kinds[asText(message.media_type) ?? ''] ?? byMime),
      mime,
      width,
      height,
      durationMs: seconds === null ? null : seconds * 1000,
      file: withheld.test(path) ? null : fileAt(path, context),
    });
  });
}

function fileAt(path: string, { files, folder }: MessageContext): string | null {
  return files.at(`${folder}${path}`)?.path ?? null;
}

function readPoll(value: unknown): PostPoll | null {
  const poll = asObject(value);
  if (poll === undefined) return null;
  const options = asList(poll.answers).flatMap((answer) => {
    const text = asText(at(answer, 'text'));
    return text === null ? [] : [{ text, votes: asNumber(at(answer, 'voters')) }];
  });
  return { options, endsAt: null, voters: asNumber(poll.total_voters) };
}
