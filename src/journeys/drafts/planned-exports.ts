import type { DraftExportFormat, LeftOutOfExport } from '../../model/farewell/draft-export.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';

/** A file that is to be written. */
export interface PlannedExport {
  readonly format: DraftExportFormat;
  /** null: of all languages. */
  readonly locale: FarewellLocale | null;
  /** In the folder of the export, with slashes. The same for the same drafts each time. */
  readonly name: string;
  /** How many drafts are in it. */
  readonly drafts: number;
  make(): Promise<Uint8Array>;
}

export interface PlannedExports {
  readonly files: readonly PlannedExport[];
  readonly leftOut: readonly LeftOutOfExport[];
  /** What a person should know of them; English sentences. */
  readonly notes: readonly string[];
}
