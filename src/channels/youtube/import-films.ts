import type { ExportFile, ExportTree } from '../../model/official-export.ts';

const films = /\.(mp4|m4v|mov|avi|wmv|webm|mkv|mpe?g|flv|3gp|mts)$/i;
/** From this length on a name may be cut off. */
const LONG = 24;

/** What is left of a title in the name of its file: Takeout leaves out some signs, and puts _ for others. */
function keyOf(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The files of films by the titles of their films, which is all that joins them. Several films of one title get the files
 * `title.mp4`, `title(1).mp4` in the order of the table, when there are as many files as films; else none, as it would be a guess.
 */
export class FilmFiles {
  readonly #byKey = new Map<string, ExportFile[]>();
  readonly #titles = new Map<string, number>();
  readonly #longs: readonly number[];
  #guesses = 0;

  constructor(tree: ExportTree, titles: readonly string[]) {
    const keys = new Set(titles.map(keyOf));
    const sorted = tree.files.filter(({ path }) => films.test(path));
    for (const file of sorted.sort((a, b) => numberOf(a) - numberOf(b))) {
      const name = stemOf(file);
      const key = keyOf(name.replace(/\(\d+\)$/, ''));
      const exact = keyOf(name);
      const isTitle = exact !== key && keys.has(exact);
      this.#put(isTitle ? exact : key, file);
    }
    for (const title of titles) this.#titles.set(keyOf(title), (this.#titles.get(keyOf(title)) ?? 0) + 1);
    this.#longs = [...new Set([...this.#byKey.keys()].map((key) => key.length))]
      .filter((length) => length >= LONG)
      .sort((a, b) => b - a);
  }

  #put(key: string, file: ExportFile): void {
    const alike = this.#byKey.get(key);
    if (alike === undefined) this.#byKey.set(key, [file]);
    else alike.push(file);
  }

  /** How many files went to films by their order alone. */
  get guesses(): number {
    return this.#guesses;
  }

  /** The file of the next film of this title; null when there is none, or it cannot be told which it is. */
  take(title: string): ExportFile | null {
    const whole = keyOf(title);
    const key = this.#byKey.has(whole)
      ? whole
      : this.#longs.map((n) => whole.slice(0, n)).find((one) => this.#byKey.has(one));
    const files = key === undefined ? undefined : this.#byKey.get(key);
    const wanted = this.#titles.get(whole) ?? 1;
    if (whole === '' || files === undefined || files.length < 1) return null;
    if (wanted > 1 && files.length !== wanted) return null;
    if (wanted === 1) return files.length === 1 ? (files[0] ?? null) : null;
    this.#guesses += 1;
    this.#titles.set(whole, wanted - 1);
    return files.shift() ?? null;
  }
}

function stemOf({ path }: ExportFile): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(films, '');
}

function numberOf(file: ExportFile): number {
  return Number(/\((\d+)\)$/.exec(stemOf(file))?.[1] ?? 0);
}
