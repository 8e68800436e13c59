import type { BrowserContext } from 'playwright-core';

/** Makes small pictures for a report, in the browser, which has every encoder that we would have to install. */
export interface PictureShrinker {
  /** WebP, at most `maxWidth` wide; undefined when the picture cannot be read. */
  shrink(picture: Buffer, maxWidth: number): Promise<Buffer | undefined>;
  close(): Promise<void>;
}

export async function openPictureShrinker(context: BrowserContext): Promise<PictureShrinker> {
  const page = await context.newPage();
  return {
    async shrink(picture, maxWidth) {
      try {
        const small = await page.evaluate(toWebp, [picture.toString('base64'), maxWidth] as const);
        return Buffer.from(small, 'base64');
      } catch {
        return undefined;
      }
    },
    close: () => page.close().catch(() => undefined),
  };
}

/** Runs in a page. */
async function toWebp([base64, maxWidth]: readonly [base64: string, maxWidth: number]): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const whole = await createImageBitmap(new Blob([bytes]));
  const scale = Math.min(1, maxWidth / whole.width);
  const canvas = new OffscreenCanvas(Math.round(whole.width * scale), Math.max(1, Math.round(whole.height * scale)));
  const brush = canvas.getContext('2d');
  if (brush === null) throw new Error('no canvas');
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(whole, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.86 });
  const small = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < small.length; at += 8192) text += String.fromCharCode(...small.subarray(at, at + 8192));
  return btoa(text);
}
