import { createHash } from 'node:crypto';
import type { Sha256 } from '../base/digest.ts';
import { KnownError } from '../base/known-error.ts';
import type { ExportFile, ExportTree } from '../model/official-export.ts';

/** What reading every byte of an export once has shown. */
export interface InspectedExport {
  /** The same tree, whose damaged files end where the damage begins: what stands before it can still be read. */
  readonly tree: ExportTree;
  /** Digests of pictures, films and recordings that unpack without a fault, by path. */
  readonly media: ReadonlyMap<string, Sha256>;
  /** Files that cannot be unpacked whole, with the reason, by path. */
  readonly damaged: ReadonlyMap<string, string>;
}

const medium =
  /\.(jpe?g|png|gif|webp|avif|heic|heif|bmp|tiff?|svg|mp4|m4v|mov|webm|mkv|avi|3gp|mpe?g|mp3|m4a|aac|ogg|oga|opus|wav|flac|amr)$/i;

/**
 * Reads every file of an export to its end, so that damage is known before anything rests on it. Holds one chunk at a time.
 * @param onBytes after each file, all bytes so far
 */
export async function inspectExport(
  tree: ExportTree,
  { signal, onBytes }: { readonly signal?: AbortSignal; readonly onBytes?: (bytes: number, path: string) => void },
): Promise<InspectedExport> {
  const media = new Map<string, Sha256>();
  const damaged = new Map<string, string>();
  let bytes = 0;
  for (const file of tree.files) {
    signal?.throwIfAborted();
    const hash = medium.test(file.path) ? createHash('sha256') : undefined;
    try {
      for await (const chunk of file.open(signal)) {
        hash?.update(chunk);
        bytes += chunk.length;
        onBytes?.(bytes, file.path);
      }
      if (hash !== undefined && !media.has(file.path)) media.set(file.path, `sha256:${hash.digest('hex')}`);
    } catch (error) {
      if (!(error instanceof KnownError) || !error.code.startsWith('export.')) throw error;
      damaged.set(file.path, error.message);
    }
  }
  const files = tree.files.map((file) => (damaged.has(file.path) ? untilDamage(file) : file));
  return { tree: { ...tree, files, close: () => tree.close() }, media, damaged };
}

function untilDamage(file: ExportFile): ExportFile {
  async function* open(signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    try {
      yield* file.open(signal);
    } catch (error) {
      if (!(error instanceof KnownError) || !error.code.startsWith('export.')) throw error;
    }
  }
  return { ...file, open };
}
