import { basename } from 'node:path';
import type { DeltaSource } from './delta-file.ts';
import { readDelta } from './delta-file.ts';
import type { Stretch } from './delta-plan.ts';

/** A file of the vault, at hand and as it lies there: a whole WACZ or a delta. */
export interface StoredFile extends DeltaSource {
  readonly path: string;
}

/** Of which files of the vault a snapshot's bytes are made, one piece after the other. No piece needs another delta to be read. */
export interface StoredLayout {
  readonly files: readonly DeltaSource[];
  readonly pieces: readonly (Stretch & { /** Place in `files`. */ readonly file: number })[];
}

export function layoutOfWhole({ name, sha256, bytes }: DeltaSource): StoredLayout {
  return { files: [{ name, sha256, bytes }], pieces: [{ file: 0, at: 0, lengthBytes: bytes }] };
}

/** @throws KnownError `delta.not-one`, `delta.newer`, `delta.damaged` */
export async function layoutOfDelta({ path, name, sha256, bytes }: StoredFile): Promise<StoredLayout> {
  const { head, ops, literalAt } = await readDelta(path);
  const own = head.sources.length;
  let at = literalAt;
  const pieces = ops.map((op) => {
    if (op.kind === 'copy') return { file: op.source, at: op.at, lengthBytes: op.lengthBytes };
    const piece = { file: own, at, lengthBytes: op.lengthBytes };
    at += op.lengthBytes;
    return piece;
  });
  return { files: [...head.sources, { name: name || basename(path), sha256, bytes }], pieces };
}

/** The pieces that a stretch of the snapshot lies in, in order. */
export function piecesOf(
  layout: StoredLayout,
  starts: Float64Array,
  { at, lengthBytes }: Stretch,
): StoredLayout['pieces'] {
  const found: StoredLayout['pieces'][number][] = [];
  const end = at + lengthBytes;
  for (let index = pieceAt(starts, at); index < layout.pieces.length; index += 1) {
    const [piece, start] = [layout.pieces[index], starts[index] ?? 0];
    if (piece === undefined || start >= end) break;
    const [from, to] = [Math.max(at, start), Math.min(end, start + piece.lengthBytes)];
    if (from < to) found.push({ file: piece.file, at: piece.at + from - start, lengthBytes: to - from });
  }
  return found;
}

/** Where each piece begins in the snapshot. */
export function startsOf({ pieces }: StoredLayout): Float64Array {
  const starts = new Float64Array(pieces.length);
  let at = 0;
  for (const [index, { lengthBytes }] of pieces.entries()) {
    starts[index] = at;
    at += lengthBytes;
  }
  return starts;
}

/** The last piece that begins at or before a byte. */
function pieceAt(starts: Float64Array, at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
