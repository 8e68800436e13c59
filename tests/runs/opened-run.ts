import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { movableClock, newRunFolder, playbookOf, type RunWorkspace, runWorkspace } from '../support/run-workspace.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A command that writes down that it ran. */
export const does = (id: string, more = '') =>
  `  - {id: ${id}, type: command, with: {run: sh, args: ["-c", "echo ${id} >> done.log"], idempotent: true}${more}}`;

export async function opened(steps: string, more = '') {
  const clock = movableClock();
  const dir = await newRunFolder({ leave: playbookOf('leave', steps, more) });
  const runs = runWorkspace(dir, clock);
  const done = async () =>
    (await readFile(join(dir, 'done.log'), 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
  return { clock, dir, runs, done };
}

export const statesOf = async (runs: RunWorkspace, run: string) =>
  Object.fromEntries(
    (await runs.show(run)).steps.map(({ id, state, waits }) => [id, waits === null ? state : `${state}: ${waits}`]),
  );
