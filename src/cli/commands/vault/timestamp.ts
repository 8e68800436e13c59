import { KnownError } from '../../../base/known-error.ts';
import { defineCommand } from '../../command-spec.ts';
import { onSwitch } from '../../options.ts';
import { authorityErrors, vaultErrors } from '../../vault-options.ts';
import { describeStamped } from '../../vault-text.ts';

export const timestampCommand = defineCommand({
  description:
    'Fetches a timestamp (RFC 3161) of each entry of the chain that has none, from the authority that lastpost.yaml names under ' +
    'archive.vault.timestamp, the newest first. It is told a digest, and nothing of what was archived. New entries get theirs ' +
    'when they are made; this is for those from before, and from times when the authority did not answer.',
  arguments: [
    { name: 'CHANNEL', description: 'a channel with snapshots in the vault', required: false, variadic: true },
  ],
  options: {
    all: onSwitch('all channels'),
    dryRun: onSwitch('only tell how many are missing; asks nobody'),
  },
  examples: [
    { command: 'vault timestamp --all --dry-run', explains: 'How many are missing:' },
    { command: 'vault timestamp blog', explains: 'Those of one channel:' },
  ],
  errors: {
    'usage.missing-argument': 'neither a channel nor --all is given',
    'usage.bad-value': 'both are given',
    ...authorityErrors,
    'channel.unknown': 'the workspace has no such channel',
    ...vaultErrors,
    'vault.disk-full': 'the vault is full; make room and give the same command again',
    'vault.cannot-write': 'nothing can be written there',
  },
  exitCodes: {
    0: 'every entry has one, or it was told how many are missing',
    1: 'failed; what was fetched stays, and the same command goes on',
    2: 'wrong use or settings',
    130: 'interrupted; the same command goes on',
  },
  run: async ({ all, dryRun }, context) => {
    const channels = context.args;
    requireOne(channels.length, all);
    const { stampVault } = await import('../../../journeys/vault/stamp-vault.ts');
    const stamped = await stampVault({ channels, dryRun }, context, context);
    return { exitCode: 0, json: stamped, text: describeStamped(stamped, dryRun) };
  },
});

function requireOne(named: number, all: boolean): void {
  if (named > 0 !== all) return;
  const code = all ? 'usage.bad-value' : 'usage.missing-argument';
  throw new KnownError(
    code,
    all ? 'Channels are given, and --all as well.' : 'It is not said which channels are meant.',
    {
      hint: 'Name channels, or give --all.',
      exitCode: 2,
    },
  );
}
