import type { ExportTree } from '../../model/official-export.ts';
import type { PostMedia } from '../../model/post.ts';
import { MediaFinder } from '../reading/export/export-files.ts';

const folders = /(?:^|\/)(?:community_|deleted_|twitter_circle_)?tweets?_media\/[^/]+$/;

/** Media of an archive: `data/tweets_media/<number of the post>-<name that it has on X's servers>`. */
export class XMediaFiles {
  readonly #finder: MediaFinder;

  constructor(tree: ExportTree) {
    this.#finder = new MediaFinder(tree, folders);
  }

  /**
   * The same media with their files. Of a film the archive has one size, mostly the best.
   * @param numbers of the post, and of its first version
   */
  matched(media: readonly PostMedia[], numbers: readonly string[]): readonly PostMedia[] {
    return media.map((medium) => ({ ...medium, file: this.#fileOf(medium, numbers) }));
  }

  #fileOf({ url, otherUrls }: PostMedia, numbers: readonly string[]): string | null {
    for (const name of new Set([url, ...otherUrls].map(nameOf))) {
      for (const number of numbers) {
        const [file] = this.#finder.named(`${number}-${name}`);
        if (file !== undefined) return file.path;
      }
    }
    return null;
  }
}

/** `…/media/NAME?format=jpg&name=orig` and `…/media/NAME.jpg` are one. */
function nameOf(address: string): string {
  const { pathname, searchParams } = new URL(address);
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  const format = searchParams.get('format');
  return format === null || name.includes('.') ? name : `${name}.${format}`;
}
