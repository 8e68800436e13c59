import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StepView } from '../../src/model/run/run-view.ts';
import type { EnginePoint } from '../../src/runs/run-deps.ts';
import type { RunWorkspace } from '../support/run-workspace.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

export interface At {
  readonly point: EnginePoint;
  /** From 1. */
  readonly nth: number;
}

export interface WorkerOptions {
  readonly kill?: At;
  readonly stop?: At;
  readonly offsetMs?: number;
}

export interface Worker {
  readonly pid: number;
  /** Points it went through, as they come. */
  readonly points: string[];
  /** What it said at its end; null when it was killed. */
  readonly ended: Promise<Readonly<Record<string, unknown>> | null>;
  signal(name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT' | 'SIGINT'): void;
}

/** A runner in a process of its own. */
export function startWorker(workspace: string, run: string, options: WorkerOptions = {}): Worker {
  const script = join(import.meta.dirname, 'chaos-worker.mjs');
  const child = spawn(process.execPath, [script, JSON.stringify({ workspace, run, ...options })]);
  const points: string[] = [];
  let said = '';
  child.stderr
    .setEncoding('utf8')
    .on('data', (text: string) => points.push(...text.split('\n').filter((line) => line !== '')));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = once(child, 'close').then(() => (said === '' ? null : (JSON.parse(said) as Record<string, unknown>)));
  return { pid: child.pid ?? 0, points, ended, signal: (name) => child.kill(name) };
}

/** A copy of a workspace, so that each attempt begins alike. */
export async function copyOf(template: string): Promise<string> {
  const dir = join(await temporaryFolder(), 'workspace');
  await cp(template, dir, { recursive: true });
  return dir;
}

export async function linesOf(dir: string, name: string): Promise<readonly string[]> {
  const text = await readFile(join(dir, name), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}

/**
 * Brings a run to its end as careful people would: they let runners run, look at what is in doubt, and say what they see.
 * @returns how many runners it took
 */
export async function bringToEnd(
  runs: RunWorkspace,
  run: string,
  isDone: (step: string) => Promise<boolean>,
): Promise<number> {
  for (let round = 1; round <= 12; round += 1) {
    await startWorker(runs.dir, run).ended;
    const view = await runs.show(run);
    if (view.endedAt !== null) return round;
    for (const step of view.steps) await lookAfter(runs, run, step, isDone);
  }
  const left = (await runs.show(run)).steps.map(({ id, state, reason }) => [id, state, reason]);
  throw new Error(`The run did not end: ${JSON.stringify(left)}`);
}

async function lookAfter(
  runs: RunWorkspace,
  run: string,
  { id, state, waits, confirmText }: StepView,
  isDone: (step: string) => Promise<boolean>,
): Promise<void> {
  if (state === 'blocked') await runs.resolve(run, id, 'omar', 'again');
  if (waits === 'input' && state === 'waiting' && confirmText !== null) {
    await runs.confirm(run, id, 'omar', { typed: confirmText });
  }
  if (state !== 'in_doubt') return;
  const said = (await isDone(id)) ? 'done' : 'not-done';
  await runs.resolve(run, id, 'omar', said);
  if (said === 'not-done') await runs.resolve(run, id, 'lena', said);
}
