import type { ChannelPlace } from '../../model/channel.ts';
import type { LeftOut } from '../../model/official-export.ts';
import { type FoundPost, makeMedia, makePost, type PostMedia } from '../../model/post.ts';
import { asUrl } from '../reading/json-reader.ts';
import type { PinBlock } from './import-blocks.ts';
import { accountName } from './seeds.ts';

export type ReadPin =
  | { readonly post: FoundPost; readonly as: LeftOut | 'public' }
  | { readonly id: string | null; readonly problem: string };

/** A value without the comma that stands behind it; null for `No data` and `None`. */
export function said({ fields }: PinBlock, name: string): string | null {
  const value = fields.get(name)?.replace(/,$/, '').trim() ?? '';
  return value === '' || value === 'No data' || value === 'None' ? null : value;
}

function flagOf(block: PinBlock, name: string): boolean | undefined {
  const value = said(block, name) ?? '';
  if (/^(true|yes)$/i.test(value)) return true;
  return /^(false|no)$/i.test(value) ? false : undefined;
}

/** `2017/02/13 15:35:01`, without a zone: Pinterest itself counts in UTC. */
function timeOf(value: string | null): string | null {
  const [, year, month, day, time] = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)$/.exec(value ?? '') ?? [];
  const ms = Date.parse(`${year}-${month}-${day}T${time}Z`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** A pin as the export tells it. Without a clear word whether it is private it is never taken for public. */
export function readPinBlock(block: PinBlock, place: ChannelPlace): ReadPin {
  const id = /\/pin\/(\d+)/.exec(block.href)?.[1] ?? null;
  if (block.isMixed) return { id, problem: 'the lines of several pins have run together' };
  if (id === null) return { id, problem: 'the address of its pin is missing' };
  const isPrivate = flagOf(block, 'Private');
  const isAlive = flagOf(block, 'Alive');
  if (isPrivate === undefined) return { id, problem: 'nothing in it says whether it is private' };
  if (isAlive === undefined) return { id, problem: 'nothing in it says whether it is still there' };
  const as = !isAlive ? 'deleted' : isPrivate ? 'private' : 'public';
  const post = postOf(block, id, place);
  return { as, post: { ...post, visibility: isPrivate ? 'private' : as === 'public' ? 'public' : 'unknown' } };
}

function postOf(block: PinBlock, id: string, place: ChannelPlace): FoundPost {
  const { origin } = new URL(place.url);
  const handle = accountName(place);
  const isRepin = flagOf(block, 'Is a repin') === true;
  const link = asUrl(said(block, 'Canonical Link')) ?? asUrl(said(block, 'Link'));
  const board = said(block, 'Board Name');
  return makePost({
    platform: 'pinterest',
    id,
    url: `${origin}/pin/${id}/`,
    source: 'export',
    kind: isRepin ? 'repost' : flagOf(block, 'Is Video') === true ? 'video' : 'post',
    author: { id: null, handle, name: null, url: `${origin}/${handle}/` },
    published: timeOf(said(block, 'Created at')),
    title: said(block, 'Title'),
    text: said(block, 'Details') ?? '',
    media: mediaOf(block),
    links: link === null ? [] : [link],
    repostOf: isRepin ? { id: null, url: null, author: null, text: null } : null,
    tags: board === null ? [] : [board],
  });
}

/** A picture is named by its signature, which is its path with the CDN too; the export holds none of them. */
function mediaOf(block: PinBlock): readonly PostMedia[] {
  const alt = said(block, 'Alt Text');
  const film = asUrl(said(block, 'Video'));
  if (film !== null) return [makeMedia({ url: film, kind: 'video', alt })];
  const image = said(block, 'Image') ?? '';
  const whole = asUrl(image);
  if (whole !== null) return [makeMedia({ url: whole, kind: 'image', alt })];
  if (!/^[0-9a-z]{16,64}$/i.test(image)) return [];
  const path = `${image.slice(0, 2)}/${image.slice(2, 4)}/${image.slice(4, 6)}/${image}.jpg`;
  const [url, original] = [`https://i.pinimg.com/736x/${path}`, `https://i.pinimg.com/originals/${path}`];
  return [makeMedia({ url, otherUrls: [original], kind: 'image', alt })];
}
