import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportRunArchive } from '../../src/journeys/runs/export-run-archive.ts';
import type { JournalEntry } from '../../src/model/run/journal-entry.ts';
import { unzip } from '../archive/unzip.ts';
import { certifiedWorkspace, context, sourcesOf } from './certified-workspace.ts';
import { RUN } from './made-exit-plan.ts';
import { fullRun } from './made-exit-runs.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A made run as its archive. */
export async function exported(entries: readonly JournalEntry[] = fullRun(), dir?: string) {
  const place = dir ?? (await certifiedWorkspace());
  const request = { run: RUN, out: 'run.zip', force: true };
  const answer = await exportRunArchive(request, { cwd: place }, context, sourcesOf(entries));
  return { ...answer, dir: place, zip: await readFile(answer.file) };
}

/** What a person has who unpacked it. */
export async function unpacked(zip: Buffer): Promise<string> {
  const folder = await temporaryFolder();
  for (const { name, data } of unzip(zip)) {
    const path = join(folder, Buffer.from(name, 'latin1').toString('utf8'));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, data);
  }
  return folder;
}
