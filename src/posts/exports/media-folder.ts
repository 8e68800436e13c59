import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { KnownError } from '../../base/known-error.ts';
import type { ArchivedBody } from '../../model/archived-bodies.ts';
import type { ArchivePlace, PostMedia } from '../../model/post.ts';
import type { ExportedPost, SnapshotName } from './exported-post.ts';
import { mediaEnding } from './media-name.ts';

/** Where a medium's bytes are: in a record of a snapshot, or in a file of an official export. */
export type MediumPlace =
  | { readonly kind: 'record'; readonly place: ArchivePlace; readonly snapshot: SnapshotName | null }
  | { readonly kind: 'export'; readonly export: string; readonly file: string };

/** Opens a medium where its bytes are. @throws KnownError when it cannot be had */
export type OpenMedium = (place: MediumPlace) => Promise<ArchivedBody>;

/** A medium in the export: its file, relative to the export's folder with slashes, or why there is none. */
export type PlacedMedium =
  | { readonly file: string; readonly mime: string }
  /** `never-had`: the snapshot has it not · `unreadable`: the snapshot says it has it, and it could not be read whole. */
  | { readonly file: null; readonly why: 'never-had' | 'unreadable' };

export interface MediaTally {
  /** Files written; a medium that several posts have is one. */
  files: number;
  bytes: number;
  /** Media of posts that are in no snapshot. */
  missing: number;
  /** Media that should be there and could not be read, one sentence each. */
  readonly unreadable: string[];
}

const FOLDER = 'media';
/** Of the digest's 64 hex digits: enough that no two files ever share them, short enough to be read. */
const NAME_DIGITS = 20;

/** The folder `media` of an export. Each medium is copied once, and checked while it is copied. */
export class MediaFolder {
  readonly tally: MediaTally = { files: 0, bytes: 0, missing: 0, unreadable: [] };
  readonly #folder: string;
  readonly #openMedium: OpenMedium;
  readonly #placed = new Map<string, PlacedMedium>();
  readonly #files = new Set<string>();

  /** @param folder of the whole export; must be there */
  constructor(folder: string, openMedium: OpenMedium) {
    this.#folder = folder;
    this.#openMedium = openMedium;
  }

  /** Puts all media of a post in their place, in their order. */
  async place(exported: ExportedPost, signal: AbortSignal): Promise<readonly PlacedMedium[]> {
    const placed: PlacedMedium[] = [];
    for (const medium of exported.post.media) placed.push(await this.#placeOne(medium, exported, signal));
    return placed;
  }

  async #placeOne(medium: PostMedia, exported: ExportedPost, signal: AbortSignal): Promise<PlacedMedium> {
    const place = placeOf(medium, exported);
    if (place === undefined) {
      this.tally.missing += 1;
      return { file: null, why: 'never-had' };
    }
    const key = medium.sha256 ?? JSON.stringify(place);
    const known = this.#placed.get(key);
    if (known !== undefined) return known;
    const placed = await this.#copy(medium, place, signal);
    this.#placed.set(key, placed);
    return placed;
  }

  async #copy(medium: PostMedia, place: MediumPlace, signal: AbortSignal): Promise<PlacedMedium> {
    const part = join(this.#folder, FOLDER, '.part');
    try {
      const body = await this.#openMedium(place);
      const mime = medium.mime ?? body.mime;
      await mkdir(join(this.#folder, FOLDER), { recursive: true });
      const { sha256, bytes } = await writeHashed(part, body.stream(), signal);
      if (medium.sha256?.startsWith('sha256:') && medium.sha256 !== `sha256:${sha256}`) throw otherBytes(medium);
      const file = `${FOLDER}/${sha256.slice(0, NAME_DIGITS)}.${mediaEnding(medium, mime)}`;
      await rename(part, join(this.#folder, file));
      if (!this.#files.has(file)) {
        this.#files.add(file);
        this.tally.files += 1;
        this.tally.bytes += bytes;
      }
      return { file, mime };
    } catch (error) {
      await rm(part, { force: true });
      if (!(error instanceof KnownError)) throw error;
      this.tally.unreadable.push(error.message);
      return { file: null, why: 'unreadable' };
    }
  }
}

function placeOf({ archive, file }: PostMedia, { post, snapshot }: ExportedPost): MediumPlace | undefined {
  if (archive !== null) return { kind: 'record', place: archive, snapshot };
  if (typeof file !== 'string' || post.exported === undefined) return undefined;
  return { kind: 'export', export: post.exported.export, file };
}

function otherBytes({ url, sha256 }: PostMedia): KnownError {
  return new KnownError('archive.digest-mismatch', `The bytes of ${url} in the archive are not those of ${sha256}.`);
}

async function writeHashed(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256');
  const handle = await open(path, 'w');
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      signal.throwIfAborted();
      hash.update(chunk);
      await handle.writeFile(chunk);
      bytes += chunk.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}
