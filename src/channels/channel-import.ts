import type { ChannelPlace } from '../model/channel.ts';
import type { Askable, DetectedExport, Detection, ExportFinding, ExportTree } from '../model/official-export.ts';

export interface ImportOptions {
  /** What to take over besides the public posts. */
  readonly include: ReadonlySet<Askable>;
  readonly signal?: AbortSignal;
}

/**
 * How the platform's official export is read. Knows no net and writes nothing.
 * `tests/channels/imports/contract.test.ts` holds each one against it.
 */
export interface ChannelImport {
  /**
   * Looks at the structure alone: the beginnings of files, their keys and columns, never a part of a path by itself.
   * Undefined when it is not this platform's. Cheap: reads no more of any file than it must.
   */
  detect(tree: ExportTree): Promise<Detection | undefined>;
  /**
   * Everything in it, record by record, in the order of the files; the same post may come more than once. Never throws for
   * what a record holds: what cannot be read is an `unreadable` finding with its position, and the next record is read.
   * Holds no more than a record, and what is small for an account with a million posts.
   */
  read(
    detected: DetectedExport,
    tree: ExportTree,
    place: ChannelPlace,
    options: ImportOptions,
  ): AsyncIterable<ExportFinding>;
}
