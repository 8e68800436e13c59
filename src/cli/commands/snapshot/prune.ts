import { defineCommand } from '../../command-spec.ts';
import { formatSize, plural } from '../../format.ts';
import { numberOption, onSwitch, repeated, textOption } from '../../options.ts';
import { describePlan, planJson } from '../../retention-text.ts';

const count = (what: string) => numberOption({ min: 0, max: 10_000 }, what, 'as lastpost.yaml says');

export const pruneCommand = defineCommand({
  description:
    'Removes snapshots that no rule keeps, so that a channel that is archived every day does not fill the vault. Without ' +
    '--confirm it only tells what would go, what stays, and why. How many stay is said under "keep" in lastpost.yaml, for ' +
    'all channels or for one; where nothing is said, everything stays. Never removed, whatever the rules: the last complete ' +
    'snapshot of an address and the newest, what is held ("snapshot hold"), what the journal of a run names, and what has the ' +
    'only copy of a post. Before anything goes, the last complete one is read from the first byte to the last.',
  arguments: [],
  options: {
    channel: repeated(textOption('ID', 'only snapshots of this channel; may be given again')),
    keepLast: count('how many of the newest stay'),
    keepDaily: count('of how many days one stays'),
    keepWeekly: count('of how many weeks one stays'),
    keepMonthly: count('of how many months one stays'),
    keepYearly: count('of how many years one stays'),
    confirm: textOption('PLAN', 'remove what was told: the name of the plan, as it was printed'),
    yes: onSwitch('remove what would go now, for a timer; nobody reads it first'),
  },
  examples: [
    { command: 'snapshot prune', explains: 'What would go, what stays, and why:' },
    { command: 'snapshot prune --confirm 3f9a0c1d22', explains: 'Exactly that, when you have read it:' },
    {
      command: 'snapshot prune --channel blog --keep-daily 14 --keep-monthly 12',
      explains: 'What other rules would do:',
    },
  ],
  errors: {
    'prune.other-plan': 'something has changed since the plan was printed; read it again',
    'prune.last-good-damaged':
      'the last complete snapshot of a channel is missing or damaged, so nothing of it is removed',
    'channel.unknown': 'the workspace has no such channel',
    'workspace.not-found': 'there is no lastpost.yaml here or above',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
    'ledger.missing': 'the ledger is not there',
    'usage.bad-value': "an option's value cannot be read; the hint shows how to write it",
    interrupted: 'stopped; what was removed by then is gone, the rest is there, and the next pruning finishes it',
  },
  exitCodes: {
    0: 'told, or removed',
    1: 'failed',
    2: 'wrong use or settings; nothing was removed',
    130: 'interrupted',
  },
  run: async (values, context) => {
    const { pruneSnapshots } = await import('../../../journeys/retention/prune-snapshots.ts');
    const { channel, confirm, yes, keepLast, keepDaily, keepWeekly, keepMonthly, keepYearly } = values;
    const keep = { last: keepLast, daily: keepDaily, weekly: keepWeekly, monthly: keepMonthly, yearly: keepYearly };
    const { plan, removed } = await pruneSnapshots({ channels: channel, keep, confirm, yes }, context, context);
    const isTold = confirm === undefined && !yes;
    const done = `Removed ${plural(removed.length, 'snapshot')}, ${formatSize(removed.reduce((sum, { bytes }) => sum + bytes, 0))} of archives.`;
    const next = plan.name === null ? '' : `\n\nNothing was removed. To remove what goes: --confirm ${plan.name}`;
    return {
      exitCode: 0,
      json: { ...planJson(plan), removed: removed.map(({ id }) => id) },
      text: isTold ? describePlan(plan) + next : done,
    };
  },
});
