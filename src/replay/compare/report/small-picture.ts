import { PNG } from 'pngjs';

/**
 * A picture made narrower, by the mean of the pixels that become one; `height` is cut to twice its width at most, as a page
 * shows its first screen. PNG. @returns undefined when it cannot be read
 */
export function smallPicture(bytes: Buffer, width: number): Buffer | undefined {
  try {
    const png = PNG.sync.read(bytes);
    const step = Math.max(1, Math.ceil(png.width / width));
    const small = new PNG({
      width: Math.max(1, Math.floor(png.width / step)),
      height: Math.max(1, Math.min(Math.floor(png.height / step), width * 2)),
    });
    for (let y = 0; y < small.height; y += 1) for (let x = 0; x < small.width; x += 1) meanInto(small, x, y, png, step);
    return PNG.sync.write(small, { deflateLevel: 6 });
  } catch {
    return undefined;
  }
}

function meanInto(small: PNG, x: number, y: number, png: PNG, step: number): void {
  const sums = [0, 0, 0, 0];
  let count = 0;
  for (let row = y * step; row < Math.min((y + 1) * step, png.height); row += 1) {
    for (let column = x * step; column < Math.min((x + 1) * step, png.width); column += 1) {
      const at = (row * png.width + column) * 4;
      for (let channel = 0; channel < 4; channel += 1)
        sums[channel] = (sums[channel] ?? 0) + (png.data[at + channel] ?? 0);
      count += 1;
    }
  }
  for (let channel = 0; channel < 4; channel += 1) {
    small.data[(y * small.width + x) * 4 + channel] = Math.round((sums[channel] ?? 0) / Math.max(1, count));
  }
}
