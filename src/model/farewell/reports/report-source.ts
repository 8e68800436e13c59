import type { FarewellLocale } from '../locale.ts';

/** What a point of a report rests on. */
export interface ReportSource {
  /** As seen from the workspace: `drafts/de/faq.md`, `lastpost.yaml`; of a contract, from its folder. */
  readonly file: string;
  /** From 1; null where the whole file is meant. */
  readonly line: number | null;
  /** From 1, of a PDF; null elsewhere. */
  readonly page: number | null;
  /** The words themselves, as they stand there; null where something is missing. */
  readonly words: string | null;
  /** Of the words; null where nobody said. */
  readonly locale: FarewellLocale | null;
}
