import { KnownError } from '../../../base/known-error.ts';
import type { ExportFile } from '../../../model/official-export.ts';
import { textOf } from './export-files.ts';

/** The text of a small file, or why there is none, for people. */
export type WholeText = { readonly text: string } | { readonly problem: string };

/** A whole small file; one that cannot be unpacked is no reason to give up the others. */
export async function wholeText(file: ExportFile, signal?: AbortSignal): Promise<WholeText> {
  try {
    const text = await textOf(file, 32 << 20, signal);
    return text === undefined ? { problem: `${file.path} is longer than any post can be.` } : { text };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return { problem: error.message };
  }
}
