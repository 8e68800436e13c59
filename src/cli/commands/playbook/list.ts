import type { ListedPlaybook } from '../../../journeys/load-playbook.ts';
import { defineCommand } from '../../command-spec.ts';
import { oneLine } from '../../cut-text.ts';
import { formatTable, plural } from '../../format.ts';
import { shownPath } from '../../snapshot-text.ts';

const origin = { workspace: 'workspace', shipped: 'comes along', file: 'file' } as const;

function row({ name, from, title, mode, steps, errors }: ListedPlaybook): readonly string[] {
  const state = title === null ? 'cannot be read' : errors === 0 ? 'sound' : plural(errors, 'error');
  return [name, mode ?? '', String(steps ?? ''), state, origin[from], oneLine(title?.en ?? '')];
}

function describe(playbooks: readonly ListedPlaybook[], cwd: string): string {
  if (playbooks.length === 0)
    return 'No playbooks yet. Write one into playbooks/ of the workspace; docs/playbooks.md tells how.';
  const table = formatTable(
    [
      { title: 'NAME' },
      { title: 'MODE' },
      { title: 'STEPS', align: 'right' },
      { title: 'STATE' },
      { title: 'FROM' },
      { title: 'TITLE' },
    ],
    playbooks.map(row),
  );
  const broken = playbooks.filter(({ errors }) => errors > 0);
  const hints = broken.map(({ file }) => `See what is wrong with: lastpost playbook lint ${shownPath(file, cwd)}`);
  return [table, ...hints].join('\n');
}

export const listCommand = defineCommand({
  description:
    'Lists the playbooks that a run can be started of by their name: those in playbooks/ of the workspace, and those that come ' +
    'along. One of the workspace takes the place of one of the same name that comes along.',
  arguments: [],
  options: {},
  examples: [
    { command: 'playbook list', explains: 'Every playbook:' },
    { command: 'playbook list --json', explains: 'For a script:' },
  ],
  errors: {
    'playbook.unreadable': 'a file is there and cannot be read',
    'workspace.not-found': 'the folder given with --workspace has no lastpost.yaml',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
  },
  exitCodes: { 0: 'listed', 1: 'failed', 2: 'wrong use or settings' },
  run: async (_options, context) => {
    const { listPlaybooks } = await import('../../../journeys/load-playbook.ts');
    const playbooks = await listPlaybooks(context);
    return { exitCode: 0, json: { playbooks }, text: describe(playbooks, context.cwd) };
  },
});
