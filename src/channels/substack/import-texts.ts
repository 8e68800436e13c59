import type { ExportFile, ExportTree } from '../../model/official-export.ts';

const text = /^(.*?)posts\/(\d+)\.([^/]*\.)?html$/i;

interface PostText {
  readonly id: string;
  /** As `posts.csv` names it: `ID.SLUG`. */
  readonly name: string;
  readonly file: ExportFile;
}

interface Folder {
  readonly byName: ReadonlyMap<string, PostText>;
  readonly byId: ReadonlyMap<string, PostText>;
  readonly taken: Set<string>;
  readonly known: Set<string>;
}

/** The HTML files beside each `posts.csv`: one is a post's by its whole name, or by its number where the address changed. */
export class PostTexts {
  readonly #folders = new Map<string, Folder>();
  readonly #tree: ExportTree;

  constructor(tree: ExportTree) {
    this.#tree = tree;
  }

  find(table: ExportFile, postId: string): ExportFile | undefined {
    return this.#find(table, postId)?.file;
  }

  /** As `find`, and remembers that the text and its post are known. */
  take(table: ExportFile, postId: string): ExportFile | undefined {
    const folder = this.#folder(table);
    folder.known.add(numberOf(postId));
    const found = this.#find(table, postId);
    if (found !== undefined) folder.taken.add(found.file.path);
    return found?.file;
  }

  /** Texts that nobody took; `isKnown` where their post was. */
  *left(table: ExportFile): Generator<{ readonly id: string; readonly file: ExportFile; readonly isKnown: boolean }> {
    const { byName, taken, known } = this.#folder(table);
    for (const { id, file } of byName.values()) {
      if (!taken.has(file.path)) yield { id, file, isKnown: known.has(id) };
    }
  }

  #find(table: ExportFile, postId: string): PostText | undefined {
    const { byName, byId } = this.#folder(table);
    return byName.get(postId) ?? byId.get(numberOf(postId));
  }

  #folder(table: ExportFile): Folder {
    const path = table.path.replace(/[^/]*$/, '');
    const known = this.#folders.get(path);
    if (known !== undefined) return known;
    const byName = new Map<string, PostText>();
    const byId = new Map<string, PostText>();
    for (const file of this.#tree.files) {
      const [, before, id] = text.exec(file.path) ?? [];
      if (id === undefined || before !== path) continue;
      const name = file.path.slice(path.length + 'posts/'.length, -'.html'.length);
      byName.set(name, { id, name, file });
      if (!byId.has(id)) byId.set(id, { id, name, file });
    }
    const folder = { byName, byId, taken: new Set<string>(), known: new Set<string>() };
    this.#folders.set(path, folder);
    return folder;
  }
}

function numberOf(postId: string): string {
  return /^\d+/.exec(postId)?.[0] ?? '';
}
