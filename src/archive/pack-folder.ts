import type { ExportFile } from '../model/official-export.ts';
import { addPieces, zipPieces } from './zip-pieces.ts';

/** The first day a ZIP knows, for every file: a copied folder has other dates, and is the same export. */
const FIXED_DATE = new Date('1980-01-01T00:00:00Z');

/**
 * The bytes of a ZIP of these files, for keeping a folder as one file. The same paths and contents give the same bytes, in
 * whatever order, on whatever day: stored, sorted by path. Holds a chunk at a time and waits for whoever reads it.
 * @param files of one part, as an export tree lists them: what the tree refused is not in it
 * @throws what opening a file throws; the signal's reason
 */
export async function* packFolder(files: readonly ExportFile[], signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
  yield* zipPieces(FIXED_DATE, async (zip) => {
    for (const file of sorted) {
      signal?.throwIfAborted();
      await addPieces(zip, file.path, file.open(signal));
    }
  });
}
