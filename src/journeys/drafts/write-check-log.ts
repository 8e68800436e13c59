import { writeFileAtomic } from '../../base/atomic-write.ts';
import { softwareVersion } from '../../base/software.ts';
import { lintRules } from '../../drafts/lint/registry.ts';
import { sarifLog } from '../../drafts/lint/sarif.ts';
import type { FactLanguage } from '../../model/platform.ts';
import { cannotWrite } from '../cannot-write.ts';
import type { CheckedDrafts } from './check-drafts.ts';

/**
 * Writes what a check found as SARIF, in one step; a log that is there is replaced, as it is made anew each time.
 * @param file absolute
 * @throws KnownError `draft.cannot-write`
 */
export async function writeCheckLog(file: string, checked: CheckedDrafts, language: FactLanguage): Promise<void> {
  const version = softwareVersion();
  const log = sarifLog(checked.report, lintRules, { language, root: checked.dir, version });
  await writeFileAtomic(file, `${JSON.stringify(log, null, 2)}\n`).catch((error: unknown) => {
    throw cannotWrite('draft.cannot-write', file, error, 'place with --out');
  });
}
