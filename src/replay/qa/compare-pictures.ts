import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

export interface PictureComparison {
  /** 1 minus the share of pixels that differ. */
  readonly score: number;
  /** PNG: the captured picture, pale, with what differs in red. Absent when nothing does, or when none was asked for. */
  readonly difference?: Buffer;
}

/** A tenth of the largest difference in YIQ; below it an eye sees none. */
const THRESHOLD = 0.1;

/**
 * Holds two PNGs against each other, by pixelmatch without the pixels it takes for smoothed edges. Pictures of different
 * sizes are compared where they overlap, and what only one of them has counts as different.
 * @throws Error when one of them is no PNG that can be read
 */
export function comparePictures(captured: Buffer, replayed: Buffer, wantsDifference: boolean): PictureComparison {
  // Both come from the same encoder as a rule, and to unpack a screen takes as long as to draw it.
  if (Buffer.compare(captured, replayed) === 0) return { score: 1 };
  const [a, b] = [PNG.sync.read(captured), PNG.sync.read(replayed)];
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)];
  const whole = Math.max(a.width, b.width) * Math.max(a.height, b.height);
  const output = wantsDifference ? new PNG({ width, height }) : undefined;
  const [left, right] = [cropped(a, width, height), cropped(b, width, height)];
  const options = { threshold: THRESHOLD, alpha: 0.25, diffColor: [214, 0, 28] as [number, number, number] };
  const differing = pixelmatch(left, right, output?.data, width, height, options) + whole - width * height;
  const score = 1 - differing / whole;
  if (output === undefined || differing === 0) return { score };
  return { score, difference: PNG.sync.write(output, { deflateLevel: 1 }) };
}

function cropped(png: PNG, width: number, height: number): Buffer {
  if (png.width === width && png.height === height) return png.data;
  const part = new PNG({ width, height });
  PNG.bitblt(png, part, 0, 0, width, height, 0, 0);
  return part.data;
}

/** Width and height of a PNG, from its head. */
export function pngSize(png: Buffer): { readonly width: number; readonly height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
