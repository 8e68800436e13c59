import type { ReportLanguage, ReportName } from './report-names.ts';
import type { ReportSource } from './report-source.ts';

/** A report as somebody reads it, on whatever surface. All texts are plain and in one language. */
export interface ReportPaper {
  readonly name: ReportName;
  readonly language: ReportLanguage;
  readonly title: string;
  /** What it comes to, in a few sentences. */
  readonly lead: readonly string[];
  readonly table: ReportTable | null;
  readonly sections: readonly ReportSection[];
}

export interface ReportTable {
  /** Of the columns; the first is of the rows themselves. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Below it: what the columns are, and how to read them. */
  readonly notes: readonly string[];
}

export interface ReportSection {
  readonly heading: string;
  /** What to do about all of them; null where each says it, or nothing is to do. */
  readonly todo: string | null;
  readonly points: readonly ReportPoint[];
}

export interface ReportPoint {
  readonly says: string;
  /** [] where it is the absence of something, in all texts. */
  readonly sources: readonly ReportSource[];
  /** What to do now; null where nothing is. */
  readonly todo: string | null;
}
