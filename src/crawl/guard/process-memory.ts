import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const pageBytes = 4096;

/**
 * What processes hold in memory, in bytes. On Linux read from /proc, on macOS asked of ps; elsewhere, and for processes
 * that have gone, there is no entry.
 */
export async function residentBytes(pids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (process.platform === 'linux') return fromProc(pids);
  return process.platform === 'darwin' && pids.length > 0 ? fromPs(pids) : new Map();
}

async function fromProc(pids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const found = new Map<number, number>();
  for (const pid of pids) {
    const text = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
    const pages = Number(text.split(' ')[1]);
    if (pages > 0) found.set(pid, pages * pageBytes);
  }
  return found;
}

async function fromPs(pids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=,rss=', '-p', pids.join(',')]).catch(() => ({
    stdout: '',
  }));
  const lines = stdout.matchAll(/^\s*(\d+)\s+(\d+)\s*$/gm);
  return new Map([...lines].map(([, pid, kilobytes]) => [Number(pid), Number(kilobytes) * 1024]));
}
