import { defineCommand } from '../../command-spec.ts';
import { plural } from '../../format.ts';
import { repeated, textOption } from '../../options.ts';
import { describeHolds } from '../../retention-text.ts';

export const holdCommand = defineCommand({
  description:
    'Holds snapshots, or all of a channel with those that are still to come: nothing prunes them until somebody releases ' +
    'the hold, whatever the rules under "keep" say. For a lawsuit, an audit, or a law that asks for it. Who holds what and ' +
    'why stays in the ledger, also after the release. Without a name it lists the holds.',
  arguments: [{ name: 'ID', description: 'a snapshot of the workspace', required: false, variadic: true }],
  options: {
    channel: repeated(textOption('ID', 'all snapshots of this channel, those to come included; may be given again')),
    as: textOption('PERSON', 'who answers for it: a person of lastpost.yaml'),
    because: textOption('TEXT', 'why: the file number of the case, the law, the audit'),
  },
  examples: [
    {
      command: 'snapshot hold --channel x --as anna --because "Brandt v. Ltd, file 12/2026"',
      explains: 'A whole channel:',
    },
    { command: 'snapshot hold', explains: 'What is held, by whom and why:' },
  ],
  errors: {
    'hold.no-person': 'it is not said who answers for it',
    'hold.no-reason': 'it is not said why',
    'hold.no-channel': 'the snapshot belongs to no channel, so nothing ever prunes it',
    'snapshot.not-found': 'no snapshot has that id',
    'snapshot.pruned': 'its file was pruned already',
    'channel.unknown': 'the workspace has no such channel',
    'person.unknown': 'lastpost.yaml names nobody of that id',
    'person.none': 'lastpost.yaml names nobody at all',
    'workspace.not-found': 'there is no lastpost.yaml here or above',
    'ledger.missing': 'the ledger is not there',
  },
  exitCodes: { 0: 'held, or listed', 1: 'failed', 2: 'wrong use or settings; nothing is held' },
  run: async ({ channel, as, because }, context) => {
    const { holdSnapshots, listHolds } = await import('../../../journeys/retention/held-snapshots.ts');
    if (context.args.length + channel.length === 0 && as === undefined && because === undefined) {
      const holds = await listHolds(context);
      const text = holds.length === 0 ? 'Nothing is held, and nothing ever was.' : describeHolds(holds);
      return { exitCode: 0, json: { holds }, text };
    }
    const input = { snapshots: context.args, channels: channel, by: as ?? '', why: because ?? '' };
    const holds = await holdSnapshots(input, context, context);
    const text = `${plural(holds.length, 'hold')} in force:\n${describeHolds(holds)}`;
    return { exitCode: 0, json: { holds }, text };
  },
});
