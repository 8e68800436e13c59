import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { systemClock } from '../../src/base/clock.ts';
import { exportSnapshot } from '../../src/journeys/export-snapshot.ts';
import { initWorkspace } from '../../src/journeys/init-workspace.ts';
import { planSnapshot, type SnapshotRequest } from '../../src/journeys/plan-snapshot.ts';
import { type EnteredSnapshot, takeSnapshot } from '../../src/journeys/take-snapshot.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface TakenWhole extends EnteredSnapshot {
  /** Path of the whole WACZ, as "snapshot export" writes it. */
  readonly whole: string;
}

/** A workspace with one channel, a website, of which snapshots are taken one after another by the real journey. */
export async function channelWorkspace(url: string, more: { channel?: object; archive?: object } = {}) {
  const dir = await temporaryFolder();
  await initWorkspace({ dir, brandName: 'Brandt & Söhne', languages: ['de'] });
  const file = join(dir, 'lastpost.yaml');
  const config = parse(await readFile(file, 'utf8')) as { archive?: object };
  const channels = [{ id: 'blog', platform: 'website', url, ...more.channel }];
  await writeFile(file, stringify({ ...config, channels, archive: { ...config.archive, ...more.archive } }));
  const place = { cwd: dir, workspaceDir: dir };
  const context = { signal: new AbortController().signal, onProgress: () => undefined, clock: systemClock };
  const take = async (request: Partial<SnapshotRequest> = {}): Promise<TakenWhole> => {
    const usual = { force: false, headed: false, include: [], exclude: [], sitemaps: false, secretParameters: [] };
    const taken = await takeSnapshot(
      await planSnapshot({ ...usual, channel: 'blog', ...request }, place, systemClock),
      context,
    );
    const whole = join(dir, `${taken.snapshot.id}.wacz`);
    await exportSnapshot({ wanted: { id: taken.snapshot.id }, out: whole, force: false }, place, context);
    return { ...taken, whole };
  };
  return { dir, place, context, take };
}
