import { verifyWacz } from '../archive/verify-wacz.ts';
import { sha256File } from '../base/digest.ts';
import { KnownError } from '../base/known-error.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { VerifyProblem, VerifyReport } from '../model/verify.ts';
import type { WorkspacePlace } from '../workspace/open-workspace.ts';
import { type FoundSnapshot, findSnapshot } from './find-snapshot.ts';

export interface VerifiedSnapshot extends FoundSnapshot {
  readonly report: VerifyReport;
}

function unreadable(error: KnownError): VerifyReport {
  const message = [error.message, error.hint].filter((part) => part !== undefined).join(' ');
  const problem: VerifyProblem = { rule: error.code, file: '', offset: null, record: null, message };
  return {
    ok: false,
    problems: [problem],
    counts: { files: 0, bytes: 0, warcRecords: 0, cdxjLines: 0, pages: 0 },
    signature: { state: 'none', signer: null },
    software: null,
  };
}

/** Among several, a file that is no WACZ must not keep the others from being checked; alone it is an error. */
async function verifyFile(file: string, alone: boolean, context: JourneyContext): Promise<VerifyReport> {
  try {
    return await verifyWacz(file, { signal: context.signal, onProgress: context.onProgress });
  } catch (error) {
    if (error instanceof KnownError && !alone && !context.signal.aborted) return unreadable(error);
    throw error;
  }
}

/** A WACZ that was exchanged for another sound one passes every check inside it; the ledger remembers which it was. */
async function compareWithLedger({ file, snapshot }: FoundSnapshot, report: VerifyReport): Promise<VerifyReport> {
  if (snapshot === undefined) return report;
  const { sha256 } = await sha256File(file);
  if (sha256 === snapshot.sha256) return report;
  const message = `The file is not the one that was entered in the ledger: its digest is ${sha256}, not ${snapshot.sha256}.`;
  const problem: VerifyProblem = { rule: 'ledger.sha256', file: '', offset: null, record: null, message };
  return { ...report, ok: false, problems: [...report.problems, problem] };
}

/**
 * Verifies files and snapshots of the ledger one after the other. All of them are found before the first is read.
 * @throws KnownError those of `findSnapshot`; of one file alone also `verify.not-a-wacz` and `verify.unreadable`
 */
export async function verifySnapshots(
  names: readonly string[],
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<readonly VerifiedSnapshot[]> {
  const found: FoundSnapshot[] = [];
  for (const name of names) found.push(await findSnapshot(name, place, context));
  const verified: VerifiedSnapshot[] = [];
  for (const one of found) {
    context.signal.throwIfAborted();
    verified.push({
      ...one,
      report: await compareWithLedger(one, await verifyFile(one.file, found.length === 1, context)),
    });
  }
  return verified;
}
