import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { KnownError, systemErrorCode } from '../../base/known-error.ts';
import { findDuties, type SoughtChannel } from '../../drafts/contracts/find-duties.ts';
import { type ReadContract, readContract } from '../../drafts/contracts/read-contract.ts';
import type { ContractFinding, ContractsReport, UnreadFile } from '../../model/farewell/reports/contracts-report.ts';
import type { JourneyContext } from '../../model/journey-context.ts';

const MOST_FILES = 2000;
const MOST_BYTES = 50 * 1024 * 1024;

/**
 * Reads every contract below a folder, one at a time. What cannot be read is named with why.
 * @throws KnownError `report.no-folder`
 */
export async function readContracts(
  folder: string,
  cwd: string,
  channels: readonly SoughtChannel[],
  lastDay: string,
  { onProgress, signal }: Partial<Pick<JourneyContext, 'onProgress' | 'signal'>>,
): Promise<ContractsReport> {
  const root = resolve(cwd, folder);
  const files = await filesBelow(root, folder);
  const findings: ContractFinding[] = [];
  const unread: UnreadFile[] = [];
  let read = 0;
  for (const [at, path] of files.entries()) {
    signal?.throwIfAborted();
    const file = relative(root, path).replaceAll(sep, '/');
    onProgress?.({ phase: 'contracts', stepsDone: at, stepsKnown: files.length, current: file });
    const contract: ReadContract = at < MOST_FILES ? await readFileOf(path) : { unread: 'too-many' };
    if ('unread' in contract) unread.push({ file, why: contract.unread });
    else {
      read += 1;
      findings.push(...findDuties(file, contract, channels, lastDay));
    }
  }
  // What runs on comes first, then what has a day at all.
  const rank = ({ isAfter, days }: ContractFinding): number => (isAfter ? 0 : days.length > 0 ? 1 : 2);
  return { name: 'contracts', folder, read, findings: findings.sort((a, b) => rank(a) - rank(b)), unread };
}

async function readFileOf(path: string): Promise<ReadContract> {
  try {
    if ((await stat(path)).size > MOST_BYTES) return { unread: 'too-big' };
    return await readContract(path, await readFile(path));
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return { unread: 'not-readable' };
  }
}

/** In the order of their names, folders and all; links are not followed, hidden files are none. */
async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    if (!['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')) throw error;
    throw noFolder(`There is no folder "${folder}".`);
  });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

export function noFolder(message: string): KnownError {
  return new KnownError('report.no-folder', message, {
    hint: 'Name the folder with the contracts: --contracts FOLDER',
    exitCode: 2,
  });
}
