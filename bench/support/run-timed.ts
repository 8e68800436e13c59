import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

export interface Timed {
  readonly seconds: number;
  /** The most memory that any process of it held at once, as the kernel says, looked at ten times a second. */
  readonly maxRssMb: number;
  readonly out: string;
}

/** Runs a program to its end and measures it. @throws Error when it fails */
export async function runTimed(program: string, args: readonly string[]): Promise<Timed> {
  const begun = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  let maxRssMb = 0;
  const timer = setInterval(async () => {
    for (const pid of await familyOf(child.pid ?? 0)) maxRssMb = Math.max(maxRssMb, await peakOf(pid));
  }, 100);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(timer);
  // 3: done in part, as an export with something missing.
  if (code !== 0 && code !== 3) throw new Error(`${program} ${args.join(' ')} ended with ${code}`);
  return { seconds: (performance.now() - begun) / 1000, maxRssMb, out };
}

/** A process and its descendants. */
async function familyOf(pid: number): Promise<readonly number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const pids = children.trim().split(/\s+/).filter(Boolean).map(Number);
  return [pid, ...(await Promise.all(pids.map(familyOf))).flat()];
}

async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
