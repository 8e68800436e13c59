import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ExportLanguage } from '../../../model/export-format.ts';
import type { ExportedPost } from '../exported-post.ts';
import type { FolderExport } from '../folder-export.ts';
import type { PlacedMedium } from '../media-folder.ts';
import { card } from './card.ts';
import type { Site } from './frame.ts';
import { ListPages, writeListPage } from './list-pages.ts';
import { type ListOutline, Outline, yearOf } from './outline.ts';
import { postPage } from './post-page.ts';
import { searchScript } from './search-client.ts';
import { searchPage } from './search-page.ts';
import { SearchParts } from './search-parts.ts';
import { exportStyle } from './style.ts';
import { htmlTexts } from './texts.ts';

/**
 * One folder to be opened from the disk with `index.html`: lists, a page for each post, and a search. The posts are gone
 * through twice; their texts are never all in memory.
 * @returns how many posts
 */
export async function writeHtml(input: FolderExport, language: ExportLanguage): Promise<number> {
  const { folder, posts, media, facts, signal, onPost } = input;
  const outline = await Outline.of(posts());
  const site: Site = { texts: htmlTexts[language], facts };
  for (const name of ['assets', 'posts', 'search']) await mkdir(join(folder, name));
  const book = new Book(folder, site, outline);
  let count = 0;
  for await (const exported of posts()) {
    signal.throwIfAborted();
    await book.add(exported, await media.place(exported, signal));
    count += 1;
    onPost(count);
  }
  await book.finish();
  return count;
}

/** The folder while it is being written, post by post. */
class Book {
  readonly #folder: string;
  readonly #site: Site;
  readonly #outline: Outline;
  readonly #search: SearchParts;
  readonly #lists: ReadonlyMap<ListOutline, ListPages>;
  readonly #madeFolders = new Set<string>();
  #dated = 0;
  #undated = 0;

  constructor(folder: string, site: Site, outline: Outline) {
    this.#folder = folder;
    this.#site = site;
    this.#outline = outline;
    this.#search = new SearchParts(folder);
    this.#lists = new Map([...outline.lists.values()].map((list) => [list, new ListPages(list)]));
  }

  async add(exported: ExportedPost, placed: readonly PlacedMedium[]): Promise<void> {
    const { post } = exported;
    const { path, isDated, ...near } = this.#next(post.published);
    if (path === undefined) throw new Error('The posts changed while they were being exported.');
    await this.#writePost(path, postPage(this.#site, { exported, placed, outline: this.#outline, path, ...near }));
    await this.#search.add(post, path);
    const html = card(exported, placed, path, this.#site.texts);
    for (const list of this.#outline.listsOf(post)) {
      const whole = this.#lists.get(list)?.add(html, isDated);
      if (whole !== undefined) await writeListPage(this.#folder, this.#site, this.#outline, list, whole);
    }
  }

  async finish(): Promise<void> {
    await this.#search.finish();
    const all = this.#outline.facet('all')[0];
    if (this.#outline.count === 0 && all !== undefined) {
      await writeListPage(this.#folder, this.#site, this.#outline, all, { page: 0, cards: [] });
    }
    const write = (file: string, text: string) => writeFile(join(this.#folder, file), text);
    await write('search.html', searchPage(this.#site, this.#outline, this.#search.files));
    await write('assets/style.css', exportStyle);
    await write('assets/search.js', `${searchScript()}\n`);
    await write('assets/minisearch.js', await miniSearch());
  }

  /** Its path, and those of the posts before and after it as a reader sees them, the newest first. */
  #next(published: string | null) {
    const { dated, undated } = this.#outline;
    if (yearOf(published) === '') {
      const at = this.#undated++;
      return { path: undated[at], isDated: false, newer: undated[at - 1] ?? dated[0], older: undated[at + 1] };
    }
    const at = this.#dated++;
    return { path: dated[at], isDated: true, newer: dated[at + 1], older: dated[at - 1] ?? undated[0] };
  }

  async #writePost(path: string, html: string): Promise<void> {
    const file = join(this.#folder, 'posts', `${path}.html`);
    const folder = dirname(file);
    if (!this.#madeFolders.has(folder)) await mkdir(folder, { recursive: true });
    this.#madeFolders.add(folder);
    await writeFile(file, html);
  }
}

/** The search engine with its licence, which goes where it goes. */
async function miniSearch(): Promise<string> {
  const root = join(dirname(createRequire(import.meta.url).resolve('minisearch')), '..', '..');
  const [script, licence] = await Promise.all([
    readFile(join(root, 'dist', 'umd', 'index.js'), 'utf8'),
    readFile(join(root, 'LICENSE.txt'), 'utf8'),
  ]);
  return `/*\nMiniSearch, https://github.com/lucaong/minisearch\n\n${licence.replaceAll('*/', '* /')}*/\n${script.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')}`;
}
