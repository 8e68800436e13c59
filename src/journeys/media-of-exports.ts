import { openExportTree } from '../archive/export-tree.ts';
import { KnownError } from '../base/known-error.ts';
import type { ArchivedBody } from '../model/archived-bodies.ts';
import type { ExportFile, ExportTree } from '../model/official-export.ts';

interface OpenExport {
  readonly tree: ExportTree;
  readonly files: ReadonlyMap<string, ExportFile>;
}

/** Reads media out of the kept originals of official exports. Close it when done. */
export class MediaOfExports {
  readonly #partsOf: (exportId: string) => readonly string[];
  readonly #open = new Map<string, OpenExport>();

  /** @param partsOf absolute paths of an export's originals */
  constructor(partsOf: (exportId: string) => readonly string[]) {
    this.#partsOf = partsOf;
  }

  /** @throws KnownError `archive.no-body`, and those of opening an export */
  async open(exportId: string, path: string): Promise<ArchivedBody> {
    const file = (await this.#exportOf(exportId)).files.get(path);
    if (file === undefined) {
      throw new KnownError('archive.no-body', `${path} is not in the official export ${exportId} any more.`);
    }
    return { mime: '', stream: () => file.open() };
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    const open = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(open.map(({ tree }) => tree.close()));
  }

  async #exportOf(id: string): Promise<OpenExport> {
    const known = this.#open.get(id);
    if (known !== undefined) return known;
    const parts = this.#partsOf(id);
    if (parts.length === 0) throw new KnownError('archive.no-body', `The official export ${id} is not known any more.`);
    const tree = await openExportTree(parts);
    // The first of two files of one path is the one that was counted.
    const files = new Map([...tree.files].reverse().map((file) => [file.path, file]));
    const opened = { tree, files };
    this.#open.set(id, opened);
    return opened;
  }
}
