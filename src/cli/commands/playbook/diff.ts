import type { PlaybookDiff } from '../../../journeys/diff-playbook.ts';
import { defineCommand } from '../../command-spec.ts';
import { onSwitch, textOption } from '../../options.ts';
import { playbookDiffText } from '../../playbook-diff-text.ts';

/** Something of the other one that yours has not; without what both began with, any difference. */
function isOpen({ hasBase, mine, theirs, isSettled }: PlaybookDiff): boolean {
  if (isSettled) return false;
  return hasBase ? theirs.length > 0 : mine.length > 0;
}

function jsonOf({ basedOn, hasBase, isSettled, ...diff }: PlaybookDiff): object {
  return { ...diff, based_on: basedOn, ways: hasBase ? 3 : 2, settled: isSettled };
}

export const diffCommand = defineCommand({
  description:
    'Tells what you have changed in a playbook since you copied it, what the one that comes along has changed since then, and ' +
    'where both changed the same: by fields of the playbook and by steps, with the words marked that are different. Nothing is ' +
    'merged. When what it was copied from is not here, the two are compared with each other.',
  arguments: [{ name: 'PLAYBOOK', description: 'the name of your playbook, or a file', required: true }],
  options: {
    against: textOption(
      'FILE',
      'another playbook to compare it with, by name or file',
      'shipped: the one it is based on',
    ),
    settle: onSwitch('all was looked at: from now on yours is based on the other one as it is now'),
  },
  examples: [
    { command: 'playbook diff leave-x', explains: 'What you changed, and what an update brings:' },
    { command: 'playbook diff leave-x --against ../other/leave-x.yaml', explains: 'With that of somebody else:' },
    { command: 'playbook diff leave-x --settle', explains: 'Once you have looked at all of it:' },
  ],
  errors: {
    'playbook.nothing-to-compare': 'it is based on nothing that is here',
    'playbook.unknown': 'there is no playbook of that name, and no such file',
    'playbook.unreadable': 'a file is there and cannot be read',
    'playbook.unsound': 'a file is no playbook',
    'workspace.not-found': 'there is no lastpost.yaml here or above',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
  },
  exitCodes: {
    0: 'the other one has nothing that yours has not looked at',
    1: 'failed',
    2: 'wrong use, or nothing to compare with',
    3: 'the other one has changes that yours has not',
  },
  run: async ({ against = 'shipped', settle }, context) => {
    const { diffPlaybook } = await import('../../../journeys/diff-playbook.ts');
    const diff = await diffPlaybook({ playbook: context.args[0] ?? '', against, settle }, context);
    return { exitCode: isOpen(diff) ? 3 : 0, json: jsonOf(diff), text: playbookDiffText(diff, context.style) };
  },
});
