import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSigningKeyPem } from '../../src/archive/signing-key.ts';
import type { ScheduleStore } from '../../src/model/schedule/schedule-state.ts';
import { type Ledger, openLedger } from '../../src/storage/ledger.ts';
import { makeFolders, writeSigningKey } from '../../src/workspace/create-workspace.ts';
import { workspacePaths } from '../../src/workspace/paths.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface ScheduleWorkspace {
  readonly dir: string;
  readonly config: string;
  edit(change: (text: string) => string): Promise<void>;
  withLedger<T>(work: (ledger: Ledger) => Promise<T>): Promise<T>;
  withSchedules<T>(work: (schedules: ScheduleStore) => Promise<T>): Promise<T>;
  /** Makes everything due now, as if that much time had passed. */
  makeDue(): Promise<void>;
}

/** A workspace of one channel, `blog`, at an address; with a space and a percent sign in its path. */
export async function scheduleWorkspace(url: string, more = ''): Promise<ScheduleWorkspace> {
  const dir = join(await temporaryFolder(), 'my 100% folder');
  const paths = workspacePaths(dir);
  await makeFolders(dir);
  await writeFile(
    paths.config,
    `brand: {name: Aurora, languages: [de, en]} # ours\nchannels:\n  - {id: blog, platform: website, url: "${url}"}\n${more}`,
  );
  await writeSigningKey(paths, createSigningKeyPem());
  await (await openLedger({ file: paths.ledger, root: dir, create: true })).close();
  const withLedger = async <T>(work: (ledger: Ledger) => Promise<T>): Promise<T> => {
    const ledger = await openLedger({ file: paths.ledger, root: dir });
    try {
      return await work(ledger);
    } finally {
      await ledger.close();
    }
  };
  return {
    dir,
    config: paths.config,
    edit: async (change) => writeFile(paths.config, change(await readFile(paths.config, 'utf8'))),
    withLedger,
    withSchedules: (work) => withLedger(({ schedules }) => work(schedules)),
    makeDue: () =>
      withLedger(async ({ schedules }) => {
        const slotAt = new Date(Date.now() - 60_000).toISOString();
        const now = new Date();
        const request = { until: '9999', now, forMs: 60_000, holder: 'test/0/0', limit: 1_000, isGone: () => false };
        for (const claim of await schedules.claim(request)) {
          const last = {
            kind: 'complete',
            at: slotAt,
            snapshot: null,
            gaps: 0,
            code: null,
            message: null,
            hint: null,
          } as const;
          await schedules.settle(
            claim,
            { slotAt, dueAt: slotAt, attempts: 0, failures: 0, missed: 0, last, toldAt: claim.state.toldAt },
            [],
          );
        }
      }),
  };
}
