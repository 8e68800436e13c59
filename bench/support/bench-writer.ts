import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SnapshotWriter } from '../../dist/archive/snapshot-writer.js';
import { systemClock } from '../../dist/base/clock.js';
import { randomIds } from '../../dist/base/ids.js';

/** Runs `work` with a real archive writer in a folder of its own, and throws both away. */
export async function withWriter<T>(work: (writer: SnapshotWriter, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lastpost-bench-'));
  const writer = await SnapshotWriter.open({
    workDir: join(folder, 'work'),
    software: 'bench',
    warcinfo: {},
    clock: systemClock,
    ids: randomIds,
  });
  try {
    return await work(writer, folder);
  } finally {
    await writer.discard();
    await rm(folder, { recursive: true, force: true });
  }
}
