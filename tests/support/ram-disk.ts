import { mkdtemp, readFile, rm, statfs } from 'node:fs/promises';

/** Linux keeps what lies here in memory. */
const SHARED_MEMORY = '/dev/shm';
/** Much more than all tests together held in two looks at a whole run (67 and 96 MB); their most was not measured. */
const NEEDED_BYTES = 6 * 1024 ** 3;

/**
 * Temporary folders of the tests lie in memory where there is much of it: some tests write thousands of files, each of them
 * flushed, for which a busy disk takes ten times as long. `TMPDIR` says otherwise.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TMPDIR !== undefined || (await freeBytes()) < NEEDED_BYTES) return undefined;
  const dir = await mkdtemp(`${SHARED_MEMORY}/lastpost-`);
  process.env.TMPDIR = dir;
  return () => rm(dir, { recursive: true, force: true, maxRetries: 5 });
}

async function freeBytes(): Promise<number> {
  const [disk, memory] = await Promise.all([
    statfs(SHARED_MEMORY).catch(() => undefined),
    readFile('/proc/meminfo', 'utf8').catch(() => ''),
  ]);
  const available = Number(/^MemAvailable: +(\d+) kB$/m.exec(memory)?.[1] ?? 0) * 1024;
  return disk === undefined ? 0 : Math.min(disk.bavail * disk.bsize, available);
}
