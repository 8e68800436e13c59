import { KnownError } from '../base/known-error.ts';
import type { RunStateName } from '../model/run/run-state.ts';
import type { RunSummary } from '../model/run/run-store.ts';
import type { CommandContext } from './command-spec.ts';

/** All states but those in which a run has ended. */
export const openStates: readonly RunStateName[] = ['running', 'waiting', 'paused', 'needs_attention'];

/** A run's id or its first letters as given; where none is given, the only run that has not ended. @throws KnownError `run.which` */
export async function pickRun(given: string | undefined, context: CommandContext): Promise<string> {
  if (given !== undefined) return given;
  const { listRuns } = await import('../journeys/runs/list-runs.ts');
  const open = await listRuns({ states: openStates, limit: 4 }, context, context);
  const [only] = open;
  if (only !== undefined && open.length === 1) return only.id;
  if (only === undefined) throw noneOpen(await listRuns({ limit: 1 }, context, context));
  throw which('Several runs have not ended, and none is named.', `Name one of: ${named(open)}. All: lastpost run list`);
}

function noneOpen([newest]: readonly RunSummary[]): KnownError {
  if (newest === undefined) {
    return which('There is no run yet.', 'Begin one with: lastpost run start PLAYBOOK --as PERSON');
  }
  return which('No run is open, and none is named.', `The newest, ${newest.id}, has ended (${newest.state}): name it.`);
}

function named(runs: readonly RunSummary[]): string {
  return runs.map(({ id, playbook }) => `${id} (${playbook})`).join(', ');
}

function which(message: string, hint: string): KnownError {
  return new KnownError('run.which', message, { hint, exitCode: 2 });
}
