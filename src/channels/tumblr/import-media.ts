import type { ExportFile, ExportTree } from '../../model/official-export.ts';
import { type FoundPost, makeMedia, type PostMedia } from '../../model/post.ts';
import { kindOf } from '../reading/feed-media.ts';

const mediaPath = /(?:^|\/)media\/(\d+)(?:_(\d+))?\.\w+$/;

/** The files of an export's `media` folder, by the post they belong to: `123.jpg`, or `123_0.jpg` and `123_1.jpg`. */
export class TumblrMedia {
  readonly #byPost = new Map<string, ExportFile[]>();

  constructor(tree: ExportTree) {
    const found = tree.files.flatMap((file) => {
      const [, post, place] = mediaPath.exec(file.path) ?? [];
      return post === undefined ? [] : [{ file, post, place: Number(place ?? 0) }];
    });
    for (const { file, post } of found.sort((a, b) => a.place - b.place)) {
      const known = this.#byPost.get(post);
      if (known === undefined) this.#byPost.set(post, [file]);
      else known.push(file);
    }
  }

  /**
   * The media of a post with their files, in the order of both. Files that no address stands for are given too: texts of
   * older exports lack pictures whose files are there. What was passed on from another blog need not be in an export.
   * @param named names of files that the post's own page shows; those of another post are a known fault of old exports
   */
  withFiles({ id, media, kind }: FoundPost, named: readonly string[] = []): readonly PostMedia[] {
    const own = [...(this.#byPost.get(id) ?? [])];
    const shown = [...new Set(named)].filter((name) => mediaPath.exec(`media/${name}`)?.[1] === id);
    const local = shown.map((name) => {
      const place = own.findIndex(({ path }) => path.endsWith(`/${name}`) || path === name);
      const [file] = place === -1 ? [] : own.splice(place, 1);
      return file === undefined
        ? { ...mediumAt(`media/${name}`), file: null }
        : { ...mediumAt(file.path), file: file.path };
    });
    const isPassedOn = kind === 'repost' || kind === 'quote';
    const paired = media.map((medium) => {
      const file = isTumblrs(medium) ? own.shift() : undefined;
      if (file !== undefined) return { ...medium, file: file.path };
      return isTumblrs(medium) && !isPassedOn ? { ...medium, file: null } : medium;
    });
    return [...local, ...paired, ...own.map(({ path }) => ({ ...mediumAt(path), file: path }))];
  }
}

function isTumblrs({ url }: PostMedia): boolean {
  return /(^|\.)tumblr\.com$/.test(new URL(url).hostname);
}

function mediumAt(path: string): PostMedia {
  const url = `export:${encodeURI(path)}`;
  return makeMedia({ url, kind: kindOf(null, null, url) });
}
