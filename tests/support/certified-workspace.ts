import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemClock } from '../../src/base/clock.ts';
import { initWorkspace } from '../../src/journeys/init-workspace.ts';
import type { CertificateSources } from '../../src/journeys/runs/certificate-sources.ts';
import type { JournalEntry } from '../../src/model/run/journal-entry.ts';
import { evidence } from './made-exit-plan.ts';
import { acceptances } from './made-exit-runs.ts';
import { people } from './made-journal.ts';
import { storeOf } from './store-of.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const context = { signal: new AbortController().signal, clock: systemClock };

export function sourcesOf(entries: readonly JournalEntry[]): CertificateSources {
  return {
    runs: storeOf(entries),
    people,
    acceptancesOf: async (channel) => acceptances.filter((one) => one.channel === channel),
    checkSignature: () => 'unchecked',
  };
}

/** A workspace with a key, and with all that people filed in the made runs. */
export async function certifiedWorkspace(): Promise<string> {
  const dir = await temporaryFolder();
  await initWorkspace({ dir, brandName: 'Aurora & Söhne', languages: ['de'] });
  for (const { file, content } of Object.values(evidence)) {
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), content);
  }
  return dir;
}
