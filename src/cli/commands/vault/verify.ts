import { defineCommand } from '../../command-spec.ts';
import { numberOption, onSwitch } from '../../options.ts';
import { vaultErrors } from '../../vault-options.ts';
import { describeVault } from '../../vault-text.ts';

export const verifyCommand = defineCommand({
  description:
    'Walks everything in the vault: the chain of each channel, entry by entry with its signature and its timestamp, and every ' +
    'file that it names, read whole and checked inside. Finds what is missing, changed, exchanged, added or out of order. What ' +
    'was found sound is remembered, and is read again only when it was touched since; a call that was stopped goes on.',
  arguments: [],
  options: {
    jobs: numberOption({ min: 1, max: 64 }, 'files at once', '2'),
    quick: onSwitch('the chain, and whether each file is there with its size; reads none of them'),
    again: onSwitch('read everything, whatever was found sound before'),
  },
  examples: [
    { command: 'vault verify', explains: 'All that is new or was touched:' },
    { command: 'vault verify --again --jobs 4', explains: 'Once a year, every byte:' },
    { command: 'vault verify --quick --json', explains: 'Every night, for a script:' },
  ],
  errors: {
    ...vaultErrors,
    'timestamp.bad-ca': 'the file that archive.vault.timestamp.ca names cannot be read, or has no certificate',
  },
  exitCodes: {
    0: 'everything is as it was entered',
    1: 'something is not, or the vault cannot be read',
    2: 'wrong use or settings',
    130: 'interrupted; the same command goes on',
  },
  run: async ({ jobs, quick, again }, context) => {
    const { verifyVault } = await import('../../../journeys/vault/verify-vault.ts');
    const report = await verifyVault({ jobs: jobs ?? 2, quick, again }, context, context);
    return { exitCode: report.ok ? 0 : 1, json: report, text: describeVault(report, quick, context) };
  },
});
