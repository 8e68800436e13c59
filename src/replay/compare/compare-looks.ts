import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { LookChange } from '../../model/comparison.ts';

/** As for `snapshot qa`: a tenth of the largest difference in YIQ, below which an eye sees none. */
const THRESHOLD = 0.1;
/** A strip of less than a quarter of the screen is a banner or a line of a menu. */
const BAND = 0.25;
/** So much of the picture has to be found again, higher or lower, for a page to have moved. */
const MOVED_SHARE = 0.6;
/** Fewer differing pixels than this share are a cursor or a smoothed edge. */
const NOTHING = 0.0005;
/** 50 megapixels: what two of them take unpacked is 400 MB. */
const MAX_PIXELS = 50_000_000;

export interface ComparedLooks {
  /** null when an eye sees no difference. */
  readonly change: LookChange | null;
  /** PNG of the overlap: transparent, red where the two differ. Absent when nothing does, or when none was asked for. */
  readonly mask?: Buffer;
}

/**
 * Holds the first screens of a page against each other.
 * @returns undefined when one of them is no PNG that can be read, or is too large
 */
export function compareLooks(before: Buffer, after: Buffer, wantsMask: boolean): ComparedLooks | undefined {
  if (before.equals(after)) return { change: null };
  if (!isReadable(before) || !isReadable(after)) return undefined;
  const [a, b] = [unpacked(before), unpacked(after)];
  if (a === undefined || b === undefined) return undefined;
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)];
  const whole = Math.max(a.width, b.width) * Math.max(a.height, b.height);
  const mask = new PNG({ width, height });
  const options = { threshold: THRESHOLD, diffMask: true, diffColor: [214, 0, 28] as [number, number, number] };
  const [left, right] = [cropped(a, width, height), cropped(b, width, height)];
  const differing = pixelmatch(left, right, mask.data, width, height, options) + whole - width * height;
  if (differing <= whole * NOTHING) return { change: null };
  const change = { alike: 1 - differing / whole, ...whereOf(mask, whole > width * height, left, right) };
  return wantsMask ? { change, mask: PNG.sync.write(mask, { deflateLevel: 9 }) } : { change };
}

function whereOf(mask: PNG, isResized: boolean, left: Buffer, right: Buffer): Omit<LookChange, 'alike'> {
  const rows = changedRows(mask);
  const top = rows[0] ?? 0;
  const bottom = (rows.at(-1) ?? mask.height - 1) + 1;
  if (!isResized && bottom - top <= mask.height * BAND) return { kind: 'band', movedBy: 0, top, bottom };
  const movedBy = shiftOf(left, right, mask.width, mask.height);
  return { kind: movedBy === 0 ? 'much' : 'moved', movedBy, top, bottom };
}

function changedRows({ data, width, height }: PNG): readonly number[] {
  const rows: number[] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (data[(y * width + x) * 4 + 3] === 0) continue;
      rows.push(y);
      break;
    }
  }
  return rows;
}

/** How far down most rows of `before` stand in `after`; 0 when they do not. Rows of one colour are passed over. */
function shiftOf(before: Buffer, after: Buffer, width: number, height: number): number {
  const [a, b] = [rowHashes(before, width, height), rowHashes(after, width, height)];
  const places = new Map<string, number[]>();
  for (const [y, hash] of a.entries()) if (hash !== '') places.set(hash, [...(places.get(hash) ?? []), y].slice(0, 4));
  const votes = new Map<number, number>();
  for (const [y, hash] of b.entries()) {
    for (const at of places.get(hash) ?? []) votes.set(y - at, (votes.get(y - at) ?? 0) + 1);
  }
  const [shift, rows] = [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best), [0, 0]);
  const telling = b.slice(Math.max(0, shift), shift < 0 ? height + shift : height).filter((hash) => hash !== '').length;
  return telling > 0 && rows >= telling * MOVED_SHARE ? shift : 0;
}

function rowHashes(data: Buffer, width: number, height: number): readonly string[] {
  const hashes: string[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = data.subarray(y * width * 4, (y + 1) * width * 4);
    hashes.push(isPlain(row) ? '' : row.toString('latin1').slice(0, 8) + hashOf(row));
  }
  return hashes;
}

function isPlain(row: Buffer): boolean {
  const first = row.readUInt32LE(0);
  for (let at = 4; at < row.length; at += 4) if (row.readUInt32LE(at) !== first) return false;
  return true;
}

function hashOf(row: Buffer): string {
  let hash = 0x811c9dc5;
  for (const byte of row) hash = Math.imul(hash ^ byte, 0x01000193);
  return String(hash >>> 0);
}

/** From its head, before it is unpacked: a small file may say that it is an enormous picture. */
function isReadable(png: Buffer): boolean {
  return png.length > 24 && png.readUInt32BE(16) * png.readUInt32BE(20) <= MAX_PIXELS;
}

function unpacked(bytes: Buffer): PNG | undefined {
  try {
    return PNG.sync.read(bytes);
  } catch {
    return undefined;
  }
}

function cropped(png: PNG, width: number, height: number): Buffer {
  if (png.width === width && png.height === height) return png.data;
  const part = new PNG({ width, height });
  PNG.bitblt(png, part, 0, 0, width, height, 0, 0);
  return part.data;
}
