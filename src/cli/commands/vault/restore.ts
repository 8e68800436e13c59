import { KnownError } from '../../../base/known-error.ts';
import type { RestoredVault } from '../../../journeys/vault/restore-vault.ts';
import { defineCommand } from '../../command-spec.ts';
import { formatSize, plural } from '../../format.ts';
import { textOption } from '../../options.ts';
import { placeOptions, vaultErrors } from '../../vault-options.ts';
import { shownPlace } from '../../vault-text.ts';

export const restoreCommand = defineCommand({
  description:
    'Brings a workspace back from a vault or a copy of one: the files, the lines of the ledger about snapshots with their ' +
    'posts, and the chain. A workspace that is there keeps its settings and its key; without one a new one is made. Where ' +
    'lastpost.yaml names no channel it gets those of the vault, as their last snapshots were taken. Drafts, runs and ' +
    'evidence are in no vault: keep lastpost.yaml and those folders in a backup of their own.',
  arguments: [{ name: 'SOURCE', description: 'a folder, or s3://bucket/prefix', required: true }],
  options: {
    to: textOption('DIR', 'the folder of the workspace; made when it is not there'),
    brand: textOption('NAME', 'the brand, for a workspace that has to be made', 'Restored'),
    ...placeOptions,
  },
  examples: [
    {
      command: 'vault restore /mnt/safe/aurora --to aurora --brand "Aurora Coffee"',
      explains: 'After the laptop was lost:',
    },
    { command: 'vault restore vault --to .', explains: 'Only the ledger was lost:' },
  ],
  errors: {
    ...vaultErrors,
    'usage.missing-argument': '--to DIR was not given',
    'usage.bad-value': 'the source cannot be read as it is written',
    'vault.other-history': 'the workspace has a chain that is none of this vault’s',
    'vault.name-taken': 'the workspace has another file of the same name; it was not replaced',
    'vault.damaged': 'a file is not what its entry says',
    'vault.disk-full': 'the disk is full; make room and give the same command again',
    'vault.cannot-write': 'nothing can be written there',
    'workspace.cannot-write': 'the workspace cannot be made',
  },
  exitCodes: {
    0: 'restored',
    1: 'failed; the same command goes on',
    2: 'wrong use or settings',
    130: 'interrupted; the same command goes on',
  },
  run: async ({ to, brand, endpoint, region, pathStyle, accessKey, secretKey }, context) => {
    if (to === undefined) {
      throw new KnownError('usage.missing-argument', 'It is not said where the workspace should be.', {
        hint: 'Give its folder: --to DIR.',
        exitCode: 2,
      });
    }
    const { restoreVault } = await import('../../../journeys/vault/restore-vault.ts');
    const source = { name: context.args[0] ?? '', endpoint, region, pathStyle, accessKey, secretKey };
    const restored = await restoreVault({ source, to, brandName: brand ?? 'Restored' }, context.cwd, context);
    const { workspaceDir: workspace, channelsAdded, channelsUnnamed, ...same } = restored;
    const { files, bytes, snapshots, originals } = restored;
    const text = [
      `${shownPlace(workspace, context.cwd)}: ${plural(snapshots, 'snapshot')} in the ledger, ${plural(files, 'file')}, ${formatSize(bytes)}`,
      ...originals.map((one) => `  official export ${one}: its posts come back with "lastpost channel import"`),
      ...channelLines(restored),
      '  Check it with: lastpost vault verify',
    ].join('\n');
    const json = { workspace, ...same, channels_added: channelsAdded, channels_unnamed: channelsUnnamed };
    return { exitCode: 0, json, text };
  },
});

function channelLines({ channelsAdded, channelsUnnamed }: RestoredVault): string[] {
  const lines = channelsUnnamed.map(({ id, url }) => {
    const address = url ?? 'URL';
    return `  ${id} is not in lastpost.yaml; to go on with it: lastpost channel add ${address} --id ${id}`;
  });
  if (channelsAdded.length === 0) return lines;
  const again = `  lastpost.yaml names ${channelsAdded.join(', ')} again, as in the last snapshot`;
  return [`${again}; titles, logins and other settings are in no vault`, ...lines];
}
