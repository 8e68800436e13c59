import { runStates } from '../../../model/run/run-state.ts';
import type { RunSummary } from '../../../model/run/run-store.ts';
import { defineCommand } from '../../command-spec.ts';
import { formatTable, formatTime } from '../../format.ts';
import { choiceOption, numberOption, repeated } from '../../options.ts';
import { startErrors } from '../../run-options.ts';

const DEFAULT_LIMIT = 50;

function summaryJson(run: RunSummary): object {
  return {
    id: run.id,
    state: run.state,
    past_point_of_no_return: run.isPastPointOfNoReturn,
    playbook: run.playbook,
    version: run.version,
    steps: run.steps,
    concurrency_groups: run.concurrencyGroups,
    started_at: run.startedAt,
    started_by: run.startedBy,
    changed_at: run.changedAt,
    head: run.head,
  };
}

function doneOf({ steps }: RunSummary): string {
  const counts = Object.values(steps);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return `${(steps.succeeded ?? 0) + (steps.skipped ?? 0)}/${all}`;
}

function describe(runs: readonly RunSummary[], isFiltered: boolean): string {
  if (runs.length === 0) {
    return isFiltered
      ? 'No run is in that state.'
      : 'No runs yet. Begin one with: lastpost run start PLAYBOOK --as PERSON';
  }
  return formatTable(
    [
      { title: 'ID' },
      { title: 'PLAYBOOK' },
      { title: 'STATE' },
      { title: 'DONE', align: 'right' },
      { title: 'CHANGED' },
    ],
    runs.map((run) => [
      run.id,
      `${run.playbook} ${run.version}`,
      run.state + (run.isPastPointOfNoReturn ? ' (past the point of no return)' : ''),
      doneOf(run),
      formatTime(run.changedAt),
    ]),
  );
}

export const listCommand = defineCommand({
  description: 'Lists the runs of the workspace, newest first, with their state and how many of their steps are done.',
  arguments: [],
  options: {
    state: repeated({
      ...choiceOption(runStates, `only runs in this state: ${runStates.join(', ')}`),
      placeholder: 'STATE',
    }),
    limit: numberOption({ min: 1, max: 10_000 }, 'how many runs to show', String(DEFAULT_LIMIT)),
  },
  examples: [
    { command: 'run list', explains: 'The newest:' },
    {
      command: 'run list --state needs_attention --state waiting --json',
      explains: 'For a script, those that need somebody:',
    },
  ],
  errors: { 'usage.bad-value': 'there is no such state, or the limit is no number', ...startErrors },
  exitCodes: { 0: 'listed', 1: 'failed', 2: 'wrong use or settings' },
  run: async ({ state, limit }, context) => {
    const { listRuns } = await import('../../../journeys/runs/list-runs.ts');
    const filter = { limit: limit ?? DEFAULT_LIMIT, ...(state.length === 0 ? {} : { states: state }) };
    const runs = await listRuns(filter, context, context);
    return { exitCode: 0, json: { runs: runs.map(summaryJson) }, text: describe(runs, state.length > 0) };
  },
});
