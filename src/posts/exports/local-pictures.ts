import type { Post } from '../../model/post.ts';
import type { PlacedMedium } from './media-folder.ts';
import { safeUrl } from './safe-url.ts';

/** The files of a post's pictures by every address they are known under. */
export function localPictures({ media }: Post, placed: readonly PlacedMedium[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [index, { url, otherUrls, kind }] of media.entries()) {
    const file = placed[index]?.file;
    if (file == null || kind !== 'image') continue;
    for (const address of [url, ...otherUrls]) files.set(safeUrl(address) ?? address, file);
  }
  return files;
}
