import { mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { shortId } from '../../../base/ids.ts';
import { KnownError, systemErrorCode } from '../../../base/known-error.ts';
import type { Comparison } from '../../../model/comparison.ts';
import type { ChangedPictures } from '../compare-pages.ts';
import { pageFoot, pageHead, type ShownPictures } from './page.ts';
import { changedPageEntry, sectionsAfterPages, sectionsBeforePages } from './sections.ts';
import { smallPicture } from './small-picture.ts';
import { comparisonTexts } from './texts.ts';

/** 100 pages with pictures are some 20 MB, which every browser opens. */
const MOST_PICTURES = 100;
const PICTURE_WIDTH = 640;

const KINDS = ['before', 'after', 'mask'] as const;

/** Keeps small pictures on disk while the comparison runs, and writes the page at its end. */
export class ComparisonPageWriter {
  readonly #folder: string;
  readonly #places = new Map<string, number>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(): Promise<ComparisonPageWriter> {
    return new ComparisonPageWriter(await mkdtemp(join(tmpdir(), 'lastpost-compare-')));
  }

  /** Takes the pictures of a page that looks different; beyond the first hundred they are left out. */
  async keep(url: string, pictures: ChangedPictures): Promise<void> {
    if (this.#places.size >= MOST_PICTURES) return;
    const place = this.#places.size;
    this.#places.set(url, place);
    for (const kind of KINDS) {
      const picture = pictures[kind];
      const small = picture && smallPicture(picture, PICTURE_WIDTH);
      if (small !== undefined) await writeFile(this.#file(place, kind), small);
    }
  }

  /**
   * Writes the page; it appears whole or not at all.
   * @param madeAt UTC ISO 8601
   * @throws KnownError `compare.cannot-write`
   */
  async write(file: string, comparison: Comparison, language: 'de' | 'en', madeAt: string): Promise<void> {
    const beside = join(dirname(file), `.${basename(file)}.${shortId()}.tmp`);
    const texts = comparisonTexts[language];
    try {
      const handle = await open(beside, 'wx');
      try {
        await handle.writeFile(pageHead(comparison, texts));
        await handle.writeFile(sectionsBeforePages(comparison, texts));
        for (const page of comparison.pages?.changed ?? []) {
          await handle.writeFile(changedPageEntry(page, await this.#pictures(page.url), texts));
        }
        await handle.writeFile(sectionsAfterPages(comparison, texts) + pageFoot(texts, madeAt));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(beside, file);
    } catch (error) {
      await rm(beside, { force: true });
      throw explainWriting(file, error);
    }
  }

  async #pictures(url: string): Promise<ShownPictures | undefined> {
    const place = this.#places.get(url);
    if (place === undefined) return undefined;
    const read = (kind: string) => readFile(this.#file(place, kind), 'base64').catch(() => undefined);
    const [before, after, mask] = await Promise.all(KINDS.map(read));
    return before === undefined || after === undefined ? undefined : { before, after, mask };
  }

  #file(place: number, kind: string): string {
    return join(this.#folder, `${place}-${kind}.png`);
  }

  /** Removes what was kept. Safe to call twice. */
  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function explainWriting(file: string, cause: unknown): unknown {
  const code = systemErrorCode(cause);
  if (code === undefined) return cause;
  return new KnownError('compare.cannot-write', `The page ${file} cannot be written (${code}).`, {
    hint: 'See to the folder, the rights and the room there, or choose another place with --html FILE.',
    cause,
  });
}
