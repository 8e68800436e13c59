import { isoTime } from '../base/clock.ts';
import type { Comparison } from '../model/comparison.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import { ComparisonPageWriter } from '../replay/compare/report/write-page.ts';
import type { WorkspacePlace } from '../workspace/open-workspace.ts';
import { requireFolderOf } from './cannot-write.ts';
import { type CompareInput, compareSnapshots } from './compare-snapshots.ts';

/**
 * Compares, and writes the HTML page when a file is named for it; the page appears whole or not at all.
 * @throws KnownError `compare.cannot-write`, and those of `compareSnapshots`
 */
export async function reportComparison(
  input: Omit<CompareInput, 'onLook'>,
  htmlFile: string | undefined,
  language: 'de' | 'en',
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<Comparison> {
  if (htmlFile === undefined) return compareSnapshots(input, place, context);
  await requireFolderOf(htmlFile, 'compare.cannot-write', '--html');
  const writer = await ComparisonPageWriter.open();
  try {
    const onLook: CompareInput['onLook'] = (url, pictures) => writer.keep(url, pictures);
    const comparison = await compareSnapshots({ ...input, onLook }, place, context);
    await writer.write(htmlFile, comparison, language, isoTime(context.clock.now()));
    return comparison;
  } finally {
    await writer.close();
  }
}
