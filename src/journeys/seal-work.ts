import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SealedFile, SealTarget, SnapshotWriter } from '../archive/snapshot-writer.ts';
import { writeFileAtomic } from '../base/atomic-write.ts';
import { type Sha256, sha256File } from '../base/digest.ts';
import { pathExists } from '../base/path-exists.ts';
import type { CompletenessReport } from '../model/completeness.ts';
import type { CrawlReport } from '../model/snapshot.ts';
import type { WorkFolder } from '../workspace/work-folder.ts';

/** What a work folder remembers of a file that is about to get its name. */
interface SealNote {
  readonly sha256: Sha256;
  readonly signed: boolean;
  readonly report: CrawlReport;
  readonly completeness: CompletenessReport;
}

/** All that is said about a snapshot when it is sealed. */
export type Reports = Pick<SealNote, 'report' | 'completeness'>;

const NOTE = 'sealed.json';

/** Seals, and notes in the work folder which file it will be: after a kill in between, the next process can tell. */
export async function sealWork(
  writer: SnapshotWriter,
  folder: WorkFolder,
  reports: Reports,
  target: SealTarget,
): Promise<SealedFile> {
  const beforeNamed = async (sha256: Sha256): Promise<void> => {
    const note: SealNote = { sha256, signed: target.signer !== undefined, ...reports };
    await writeFileAtomic(join(folder.dir, NOTE), JSON.stringify(note), 0o600);
  };
  return writer.seal({ ...target, beforeNamed });
}

/** The file that an earlier process had sealed and named before it was killed; undefined when it had not come so far. */
export async function sealedBefore({
  dir,
  record: { file },
}: WorkFolder): Promise<({ readonly sealed: SealedFile } & Reports) | undefined> {
  const text = await readFile(join(dir, NOTE), 'utf8').catch(() => undefined);
  if (text === undefined || !(await pathExists(file))) return undefined;
  const { sha256, signed, report, completeness } = JSON.parse(text) as SealNote;
  const there = await sha256File(file);
  if (there.sha256 !== sha256) return undefined;
  return { sealed: { file, bytes: there.lengthBytes, sha256, signed }, report, completeness };
}
