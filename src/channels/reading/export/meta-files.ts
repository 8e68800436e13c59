import { sha256 } from '../../../base/digest.ts';
import type { ExportFile } from '../../../model/official-export.ts';
import { makeMedia, type PostMedia } from '../../../model/post.ts';
import { asObject, asText, asUrl, at, type JsonObject } from '../json-reader.ts';
import type { MediaFinder } from './export-files.ts';
import { repairMojibake } from './mojibake.ts';

/** Above the folder that the records name things from, in some layouts, and not in the ZIP of others. */
const foldersAbove =
  /^(your_facebook_activity|your_activity_across_facebook|this_profile's_activity_across_facebook|your_instagram_activity)\//;
const films = /\.(mp4|mov|m4v|avi|mkv|webm|3gp|flv)$/i;
const recordings = /\.(mp3|m4a|aac|ogg|wav)$/i;
const pictures = /\.(jpe?g|png|gif|webp|heic|avif|bmp|tiff?)$/i;

/** A medium as Meta's records name it, with the words that stand beside it. */
export interface NamedMedium {
  /** As the record writes it, repaired. */
  readonly uri: string;
  readonly words: string | null;
  readonly media: PostMedia;
}

/**
 * A medium of a record, `{uri, title, description, media_metadata …}`. Neither place nor camera nor the address of the
 * computer that sent it, which stand beside it, are ever read: they are personal data, and no part of the post.
 */
export function readNamedMedium(value: unknown, finder: MediaFinder): NamedMedium | undefined {
  const medium = asObject(value);
  const raw = asText(medium?.uri) ?? asText(medium?.path);
  if (medium === undefined || raw === null) return undefined;
  const uri = repairMojibake(raw);
  const words = wordsBeside(medium);
  const kind = kindOf(uri, medium);
  const address = asUrl(raw);
  if (address !== null) return { uri, words, media: makeMedia({ url: address, kind }) };
  const file = fileOf(raw, uri, finder)?.path ?? null;
  return { uri, words, media: makeMedia({ url: `export:${encodePath(file ?? uri)}`, kind, file }) };
}

function wordsBeside(medium: JsonObject): string | null {
  const words = asText(medium.description) ?? asText(medium.caption);
  return words === null ? null : repairMojibake(words);
}

function kindOf(uri: string, medium: JsonObject): PostMedia['kind'] {
  if (films.test(uri) || at(medium, 'media_metadata', 'video_metadata') !== undefined) return 'video';
  if (recordings.test(uri)) return 'audio';
  return pictures.test(uri) || /(^|\/)[^/.]+$/.test(uri) ? 'image' : 'file';
}

function fileOf(raw: string, uri: string, finder: MediaFinder): ExportFile | null {
  for (const path of [uri, raw, uri.replace(foldersAbove, ''), raw.replace(foldersAbove, '')]) {
    const file = finder.at(path);
    if (file !== null) return file;
  }
  return null;
}

/** A path as it is written in an address; a lone half of a pair cannot stand there, and becomes U+FFFD. */
export function encodePath(path: string): string {
  return encodeURI(Buffer.from(path, 'utf8').toString('utf8'));
}

/** Which media were named already, by 52 bits of each: a million of them fit into some ten megabytes. */
export class SeenMedia {
  readonly #seen = new Set<number>();

  add(uris: readonly string[]): void {
    for (const uri of uris) this.#seen.add(bitsOf(uri));
  }

  /** Whether all were named before; never of none. */
  hasAll(uris: readonly string[]): boolean {
    return uris.length > 0 && uris.every((uri) => this.#seen.has(bitsOf(uri)));
  }
}

/** Not more of a digest than a number holds exactly. */
function bitsOf(uri: string): number {
  const digits = sha256(uri).slice('sha256:'.length);
  return Number.parseInt(digits.slice(0, 13), 16);
}
