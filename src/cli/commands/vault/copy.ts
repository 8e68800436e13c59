import { defineCommand } from '../../command-spec.ts';
import { formatCount, formatSize, plural } from '../../format.ts';
import { placeOptions, vaultErrors } from '../../vault-options.ts';
import { shownPlace } from '../../vault-text.ts';

export const copyCommand = defineCommand({
  description:
    'Copies the whole vault to another folder or bucket: every file, held against its entry while it is read, and the chain ' +
    'after it. Goes on where it stopped, and later adds what is new. A place with another history is refused.',
  arguments: [{ name: 'TARGET', description: 'a folder, or s3://bucket/prefix', required: true }],
  options: placeOptions,
  examples: [
    { command: 'vault copy /mnt/safe/aurora', explains: 'To a disk that goes into the safe:' },
    {
      command:
        'vault copy s3://records/aurora --endpoint https://s3.example.org --access-key env:KEY --secret-key env:SECRET',
      explains: 'To a bucket:',
    },
  ],
  errors: {
    ...vaultErrors,
    'vault.other-history': 'the target has a chain that is none of this vault’s; nothing was copied',
    'vault.name-taken': 'the target has another file of the same name; it was not replaced',
    'vault.damaged': 'a file is not what its entry says; "vault verify" tells more',
    'vault.disk-full': 'the target is full; make room and give the same command again',
    'vault.cannot-write': 'nothing can be written there',
    'usage.bad-value': 'the target cannot be read as it is written',
  },
  exitCodes: {
    0: 'copied, every byte',
    1: 'failed; the same command goes on',
    2: 'wrong use or settings',
    130: 'interrupted; the same command goes on',
  },
  run: async ({ endpoint, region, pathStyle, accessKey, secretKey }, context) => {
    const { copyVault } = await import('../../../journeys/vault/copy-vault.ts');
    const target = { name: context.args[0] ?? '', endpoint, region, pathStyle, accessKey, secretKey };
    const copied = await copyVault(target, context, context);
    const { files, bytes, copied: now, to } = copied;
    const text = `${shownPlace(to, context.cwd)}: ${plural(files, 'file')}, ${formatSize(bytes)}, ${formatCount(now)} copied now`;
    return { exitCode: 0, json: copied, text };
  },
});
