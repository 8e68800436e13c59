import type { ExportFile, ExportTree } from '../../../model/official-export.ts';

/** Files whose path fits, in the order of the numbers in their names: `tweets-part2.js` before `tweets-part10.js`. */
export function filesLike(tree: ExportTree, pattern: RegExp): readonly ExportFile[] {
  return tree.files.filter(({ path }) => pattern.test(path)).sort((a, b) => byNumber.compare(a.path, b.path));
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** The beginning of a file as text, as much as tells what it is; bytes that are cut in two at its end are left out. */
export async function headOf(file: ExportFile, maxBytes = 4096): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of file.open()) {
    pieces.push(chunk.slice(0, maxBytes - bytes));
    bytes += chunk.length;
    if (bytes >= maxBytes) break;
  }
  return new TextDecoder('utf-8').decode(Buffer.concat(pieces), { stream: true }).replace(/^\uFEFF/, '');
}

/** A whole small file as text. Undefined when it is longer than `maxBytes`. */
export async function textOf(file: ExportFile, maxBytes = 32 << 20, signal?: AbortSignal): Promise<string | undefined> {
  if (file.bytes > maxBytes) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const chunk of file.open(signal)) pieces.push(chunk.slice());
  return new TextDecoder('utf-8').decode(Buffer.concat(pieces)).replace(/^\uFEFF/, '');
}

/** Numbers that are missing between the first and the last: files 1 and 3 lack 2. `first` where numbering is known to begin. */
export function missingNumbers(numbers: readonly number[], first?: number): readonly number[] {
  const known = new Set(numbers);
  const missing: number[] = [];
  for (let number = first ?? Math.min(...numbers); number < Math.max(...numbers); number += 1) {
    if (!known.has(number)) missing.push(number);
    // A file numbered four thousand million is not the last of as many.
    if (missing.length >= 1000) break;
  }
  return missing;
}

/**
 * Finds media by what a record says of their place: the whole path, or the end of it, as exports are packed with and without
 * a folder round them.
 */
export class MediaFinder {
  readonly #byPath = new Map<string, ExportFile>();
  readonly #byName = new Map<string, ExportFile[]>();

  /** @param pattern which files can be media; all unless said */
  constructor(tree: ExportTree, pattern?: RegExp) {
    for (const file of tree.files) {
      if (pattern !== undefined && !pattern.test(file.path)) continue;
      this.#byPath.set(file.path, file);
      const name = nameOf(file.path);
      const alike = this.#byName.get(name);
      if (alike === undefined) this.#byName.set(name, [file]);
      else alike.push(file);
    }
  }

  /** The file at a path as a record writes it; null when it is not there. */
  at(path: string): ExportFile | null {
    const exact = this.#byPath.get(path);
    if (exact !== undefined) return exact;
    const wanted = `/${path.replace(/^(\.?\/)+/, '')}`;
    return this.#byName.get(nameOf(path))?.find((file) => `/${file.path}`.endsWith(wanted)) ?? null;
  }

  /** All files with a name. */
  named(name: string): readonly ExportFile[] {
    return this.#byName.get(name) ?? [];
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
